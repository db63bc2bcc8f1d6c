import * as v from "valibot";
import { readOnlyArray } from "@/lib/contract/read-only-array";
import { assessedSecurityAttributeSchema } from "@/lib/contract/security-attribute";
import type { ClusterMatch, EditOffer, ProtectedResource, SettingOwner } from "@/lib/oke/protected-resource";
import { resourceKinds } from "@/lib/oke/resource-kind";

export const resourceKindSchema = v.picklist(resourceKinds);

const clusterMatchSchema: v.GenericSchema<ClusterMatch> = v.variant("type", [
  v.object({ type: v.literal("part-of"), clusterId: v.string() }),
  v.object({
    type: v.literal("matched"),
    clusterId: v.string(),
    confidence: v.picklist(["certain", "strong", "possible"]),
    evidence: v.string(),
  }),
  v.object({ type: v.literal("orphan"), clusterId: v.string(), evidence: v.string() }),
  v.object({ type: v.literal("unmatched"), evidence: v.string() }),
  v.object({ type: v.literal("shared"), evidence: v.string() }),
]);

const settingOwnerSchema: v.GenericSchema<SettingOwner> = v.variant("type", [
  v.object({ type: v.literal("oke-api") }),
  v.object({ type: v.literal("resource") }),
  v.object({
    type: v.literal("service-annotation"),
    namespace: v.nullable(v.string()),
    name: v.nullable(v.string()),
  }),
  v.object({ type: v.literal("ingress-class-annotation"), name: v.nullable(v.string()) }),
  v.object({ type: v.literal("storage-class-parameter") }),
]);

const editOfferSchema: v.GenericSchema<EditOffer> = v.variant("offered", [
  v.object({ offered: v.literal(true) }),
  v.object({
    offered: v.literal(false),
    code: v.picklist([
      "not-vcn-native",
      "flannel",
      "kubernetes-version",
      "legacy-pool",
      "virtual-node-pool",
      "owned-by-manifest",
      "vcn",
      "lifecycle-state",
      "change-running",
      "unreadable",
    ]),
    reason: v.string(),
  }),
]);

/** The members of a protected resource, for the schemas that add their own. */
export const protectedResourceEntries = {
  id: v.string(),
  ocid: v.string(),
  kind: resourceKindSchema,
  displayName: v.string(),
  region: v.string(),
  compartmentId: v.string(),
  vcnId: v.nullable(v.string()),
  lifecycleState: v.string(),
  cluster: clusterMatchSchema,
  owner: settingOwnerSchema,
  securityAttributes: readOnlyArray(assessedSecurityAttributeSchema),
  differingVnics: v.nullable(
    readOnlyArray(
      v.object({ displayName: v.string(), securityAttributes: readOnlyArray(assessedSecurityAttributeSchema) }),
    ),
  ),
  edit: v.object({ add: editOfferSchema, remove: editOfferSchema }),
};

export const protectedResourceSchema: v.GenericSchema<ProtectedResource> = v.object(protectedResourceEntries);
