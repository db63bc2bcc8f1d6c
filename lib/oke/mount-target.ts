import * as v from "valibot";
import { definedTags, freeformTags, listOf, nullable, openEnum } from "@/lib/oke/wire";
import { securityAttributesField } from "@/lib/zpr/security-attributes";

/** https://docs.oracle.com/en-us/iaas/api/#/en/filestorage/latest/MountTarget, the part that we use. */
export const mountTargetSchema = v.object({
  id: v.string(),
  compartmentId: v.string(),
  availabilityDomain: nullable(v.string()),
  displayName: nullable(v.string()),
  subnetId: v.string(),
  privateIpIds: listOf(v.string()),
  exportSetId: nullable(v.string()),
  lifecycleState: openEnum(["CREATING", "ACTIVE", "DELETING", "DELETED", "FAILED", "UPDATING"]),
  timeCreated: nullable(v.string()),
  securityAttributes: securityAttributesField,
  definedTags,
  freeformTags,
  systemTags: definedTags,
});

export type MountTarget = v.InferOutput<typeof mountTargetSchema>;

/** The CSI driver leaves its mount target's OCID in the file system's free-form tags; that is all we want of it. */
export const fileSystemSchema = v.object({
  id: v.string(),
  compartmentId: v.string(),
  availabilityDomain: nullable(v.string()),
  displayName: nullable(v.string()),
  lifecycleState: openEnum(["CREATING", "ACTIVE", "UPDATING", "DELETING", "DELETED", "FAILED"]),
  definedTags,
  freeformTags,
  systemTags: definedTags,
});

export type FileSystem = v.InferOutput<typeof fileSystemSchema>;
