import * as v from "valibot";
import { definedTags, freeformTags, listOf, nullable, openEnum } from "@/lib/oke/wire";
import { securityAttributesField } from "@/lib/zpr/security-attributes";

/** https://docs.oracle.com/en-us/iaas/api/#/en/containerengine/latest/ClusterSummary, the part that we use. */
export const clusterSchema = v.object({
  id: v.string(),
  name: nullable(v.string()),
  compartmentId: v.string(),
  vcnId: nullable(v.string()),
  kubernetesVersion: nullable(v.string()),
  type: openEnum(["BASIC_CLUSTER", "ENHANCED_CLUSTER"]),
  lifecycleState: openEnum(["CREATING", "ACTIVE", "FAILED", "DELETING", "DELETED", "UPDATING"]),
  lifecycleDetails: nullable(v.string()),
  /** Absent on a cluster whose endpoint is not in a VCN of the customer ("not VCN-native"). */
  endpointConfig: nullable(
    v.object({
      subnetId: nullable(v.string()),
      nsgIds: listOf(v.string()),
      isPublicIpEnabled: nullable(v.boolean()),
      securityAttributes: securityAttributesField,
    }),
  ),
  endpoints: nullable(
    v.object({
      kubernetes: nullable(v.string()),
      privateEndpoint: nullable(v.string()),
      publicEndpoint: nullable(v.string()),
      vcnHostnameEndpoint: nullable(v.string()),
    }),
  ),
  clusterPodNetworkOptions: listOf(v.object({ cniType: openEnum(["OCI_VCN_IP_NATIVE", "FLANNEL_OVERLAY"]) })),
  options: nullable(v.object({ serviceLbSubnetIds: listOf(v.string()) })),
  metadata: nullable(v.object({ timeCreated: nullable(v.string()), timeUpdated: nullable(v.string()) })),
  availableKubernetesUpgrades: listOf(v.string()),
  definedTags,
  freeformTags,
  systemTags: definedTags,
});

export type Cluster = v.InferOutput<typeof clusterSchema>;

/** https://docs.oracle.com/en-us/iaas/api/#/en/containerengine/latest/AddonSummary */
export const addonSchema = v.object({
  name: v.string(),
  version: nullable(v.string()),
  currentInstalledVersion: nullable(v.string()),
  lifecycleState: openEnum(["CREATING", "ACTIVE", "DELETING", "DELETED", "UPDATING", "NEEDS_ATTENTION", "FAILED"]),
});

export type Addon = v.InferOutput<typeof addonSchema>;

/** https://docs.oracle.com/en-us/iaas/api/#/en/containerengine/latest/AddonOptionSummary, the part that we use. */
export const addonOptionSchema = v.object({
  name: v.string(),
  versions: listOf(
    v.object({
      versionNumber: nullable(v.string()),
      status: openEnum(["ACTIVE", "DEPRECATED", "PREVIEW", "RECALLED"]),
    }),
  ),
});

/** What OKE offers of one add-on for one version of Kubernetes. */
export type AddonOption = v.InferOutput<typeof addonOptionSchema>;
