import * as v from "valibot";
import { definedTags, freeformTags, nullable, openEnum } from "@/lib/oke/wire";
import { securityAttributesField } from "@/lib/zpr/security-attributes";

/** https://docs.oracle.com/en-us/iaas/api/#/en/iaas/latest/VnicAttachment: which VNIC an instance has. */
export const vnicAttachmentSchema = v.object({
  id: v.string(),
  instanceId: v.string(),
  subnetId: nullable(v.string()),
  /** Absent while the attachment is being made. */
  vnicId: nullable(v.string()),
  lifecycleState: openEnum(["ATTACHING", "ATTACHED", "DETACHING", "DETACHED"]),
});
export type VnicAttachment = v.InferOutput<typeof vnicAttachmentSchema>;

/** https://docs.oracle.com/en-us/iaas/api/#/en/iaas/latest/Vnic, the part that we use. */
export const vnicSchema = v.object({
  id: v.string(),
  displayName: nullable(v.string()),
  subnetId: nullable(v.string()),
  isPrimary: nullable(v.boolean()),
  privateIp: nullable(v.string()),
  lifecycleState: openEnum(["PROVISIONING", "AVAILABLE", "TERMINATING", "TERMINATED"]),
  securityAttributes: securityAttributesField,
});
export type Vnic = v.InferOutput<typeof vnicSchema>;

/** https://docs.oracle.com/en-us/iaas/api/#/en/iaas/latest/Instance, the part that we use. */
export const instanceSchema = v.object({
  id: v.string(),
  compartmentId: v.string(),
  displayName: nullable(v.string()),
  availabilityDomain: nullable(v.string()),
  shape: nullable(v.string()),
  lifecycleState: openEnum([
    "MOVING",
    "PROVISIONING",
    "RUNNING",
    "STARTING",
    "STOPPING",
    "STOPPED",
    "CREATING_IMAGE",
    "TERMINATING",
    "TERMINATED",
  ]),
  timeCreated: nullable(v.string()),
  /** What was set through the instance; its VNICs then have none of their own. */
  securityAttributes: securityAttributesField,
  securityAttributesState: openEnum(["STABLE", "UPDATING"]),
  definedTags,
  freeformTags,
  systemTags: definedTags,
});
export type Instance = v.InferOutput<typeof instanceSchema>;
