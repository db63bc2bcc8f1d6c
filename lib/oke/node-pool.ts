import * as v from "valibot";
import { definedTags, freeformTags, listOf, nullable, openEnum } from "@/lib/oke/wire";
import { securityAttributesField } from "@/lib/zpr/security-attributes";

export const nodeSchema = v.object({
  id: nullable(v.string()),
  name: nullable(v.string()),
  kubernetesVersion: nullable(v.string()),
  availabilityDomain: nullable(v.string()),
  faultDomain: nullable(v.string()),
  subnetId: nullable(v.string()),
  nodePoolId: nullable(v.string()),
  privateIp: nullable(v.string()),
  publicIp: nullable(v.string()),
  lifecycleState: openEnum(["CREATING", "ACTIVE", "UPDATING", "DELETING", "DELETED", "FAILING", "INACTIVE"]),
  lifecycleDetails: nullable(v.string()),
});

/** https://docs.oracle.com/en-us/iaas/api/#/en/containerengine/latest/NodePool; `nodes` only from getNodePool. */
export const nodePoolSchema = v.object({
  id: v.string(),
  compartmentId: nullable(v.string()),
  clusterId: nullable(v.string()),
  name: nullable(v.string()),
  kubernetesVersion: nullable(v.string()),
  nodeShape: nullable(v.string()),
  lifecycleState: openEnum([
    "DELETED",
    "CREATING",
    "ACTIVE",
    "UPDATING",
    "DELETING",
    "FAILED",
    "INACTIVE",
    "NEEDS_ATTENTION",
  ]),
  lifecycleDetails: nullable(v.string()),
  nodeConfigDetails: nullable(
    v.object({
      size: nullable(v.number()),
      placementConfigs: listOf(v.object({ availabilityDomain: nullable(v.string()), subnetId: nullable(v.string()) })),
      nodePoolPodNetworkOptionDetails: nullable(
        v.object({
          cniType: openEnum(["OCI_VCN_IP_NATIVE", "FLANNEL_OVERLAY"]),
          podSubnetIds: listOf(v.string()),
          maxPodsPerNode: nullable(v.number()),
        }),
      ),
    }),
  ),
  primaryVnic: nullable(v.object({ securityAttributes: securityAttributesField })),
  /** Members we do not use are kept: an update sends the whole list back. */
  secondaryVnics: listOf(
    v.looseObject({
      displayName: nullable(v.string()),
      nicIndex: nullable(v.number()),
      createVnicDetails: v.looseObject({
        subnetId: nullable(v.string()),
        displayName: nullable(v.string()),
        securityAttributes: securityAttributesField,
      }),
    }),
  ),
  /** Kubernetes labels of new nodes. */
  initialNodeLabels: listOf(v.object({ key: nullable(v.string()), value: nullable(v.string()) })),
  /** How long a node that is to go may take to let go of its pods, an ISO 8601 duration; Oracle's default is an hour. */
  nodeEvictionNodePoolSettings: nullable(
    v.object({
      evictionGraceDuration: nullable(v.string()),
      isForceDeleteAfterGraceDuration: nullable(v.boolean()),
    }),
  ),
  nodes: nullable(v.pipe(v.array(nodeSchema), v.readonly())),
  definedTags,
  freeformTags,
  systemTags: definedTags,
});

export type NodePool = v.InferOutput<typeof nodePoolSchema>;
export type Node = v.InferOutput<typeof nodeSchema>;

/** Virtual node pools carry no security attributes: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengusingzpr.htm */
export const virtualNodePoolSchema = v.object({
  id: v.string(),
  compartmentId: v.string(),
  clusterId: v.string(),
  displayName: nullable(v.string()),
  kubernetesVersion: nullable(v.string()),
  lifecycleState: openEnum(["CREATING", "ACTIVE", "UPDATING", "DELETING", "DELETED", "FAILED", "NEEDS_ATTENTION"]),
});

export type VirtualNodePool = v.InferOutput<typeof virtualNodePoolSchema>;
