import { iamPlaceText } from "@/lib/oke/readiness/iam-place";
import type { Compartment } from "@/lib/oke/tenancy";

/** What IAM asks of somebody who makes a call. */
export type ReadPermission = {
  /** Oracle's name of the permission: `CLUSTER_INSPECT`. */
  readonly permission: string;
  readonly verb: "inspect" | "read" | "use";
  /** The resource type in a statement: `clusters`. */
  readonly resourceType: string;
  /** Whether it is asked for on the tenancy, whatever compartment the call is about. */
  readonly isOfTenancy: boolean;
};

const permission = (
  name: string,
  verb: ReadPermission["verb"],
  resourceType: string,
  isOfTenancy = false,
): ReadPermission => ({ permission: name, verb, resourceType, isOfTenancy });

/**
 * What each call of a pass, and of what is read beside it, needs, from the policy references of the services
 * (https://docs.oracle.com/en-us/iaas/Content/Identity/Reference/policyreference.htm): Networking grants the reading of
 * VCNs and what ties them together with `inspect` already. Of attachments to DRGs Oracle's pages spell the type in two
 * ways; `drgs` covers them.
 */
const permissions: Readonly<Record<string, ReadPermission | readonly ReadPermission[]>> = {
  getTenancy: permission("TENANCY_INSPECT", "inspect", "tenancies", true),
  listRegionSubscriptions: permission("TENANCY_INSPECT", "inspect", "tenancies", true),
  listCompartments: permission("COMPARTMENT_INSPECT", "inspect", "compartments", true),
  listAvailabilityDomains: permission("COMPARTMENT_INSPECT", "inspect", "compartments", true),
  listSecurityAttributeNamespaces: permission(
    "SECURITY_ATTRIBUTE_NAMESPACE_INSPECT",
    "inspect",
    "security-attribute-namespace",
  ),
  listSecurityAttributes: permission("SECURITY_ATTRIBUTE_NAMESPACE_INSPECT", "inspect", "security-attribute-namespace"),
  getSecurityAttribute: permission("SECURITY_ATTRIBUTE_NAMESPACE_READ", "read", "security-attribute-namespace"),
  listClusters: permission("CLUSTER_INSPECT", "inspect", "clusters"),
  listNodePools: permission("CLUSTER_NODE_POOL_INSPECT", "inspect", "cluster-node-pools"),
  getNodePool: permission("CLUSTER_NODE_POOL_READ", "read", "cluster-node-pools"),
  listVirtualNodePools: permission("CLUSTER_VIRTUAL_NODE_POOL_INSPECT", "inspect", "cluster-virtualnode-pools"),
  listLoadBalancers: permission("LOAD_BALANCER_INSPECT", "inspect", "load-balancers"),
  listNetworkLoadBalancers: permission("NETWORK_LOAD_BALANCER_INSPECT", "inspect", "network-load-balancers"),
  listMountTargets: permission("MOUNT_TARGET_INSPECT", "inspect", "mount-targets"),
  listFileSystems: permission("FILE_SYSTEM_INSPECT", "inspect", "file-systems"),
  listVcns: permission("VCN_READ", "inspect", "vcns"),
  listZprPolicies: permission("ZPR_POLICY_INSPECT", "inspect", "zpr-policy", true),
  listSubnets: permission("SUBNET_READ", "inspect", "subnets"),
  listLocalPeeringGateways: permission("LOCAL_PEERING_GATEWAY_READ", "inspect", "local-peering-gateways"),
  listDrgAttachments: permission("DRG_ATTACHMENT_READ", "inspect", "drgs"),
  getCluster: permission("CLUSTER_READ", "read", "clusters"),
  listAddons: permission("CLUSTER_READ", "read", "clusters"),
  createKubeconfig: permission("CLUSTER_USE", "use", "clusters"),
  listInstances: permission("INSTANCE_READ", "read", "instances"),
  listVnicAttachments: [
    permission("VNIC_ATTACHMENT_READ", "inspect", "vnic-attachments"),
    permission("INSTANCE_INSPECT", "inspect", "instances"),
  ],
  getVnic: permission("VNIC_READ", "inspect", "vnics"),
  getPrivateIp: permission("PRIVATE_IP_READ", "inspect", "private-ips"),
  listPolicies: permission("POLICY_READ", "inspect", "policies"),
  listGroups: permission("GROUP_INSPECT", "inspect", "groups", true),
  listUserGroupMemberships: [
    permission("GROUP_INSPECT", "inspect", "groups", true),
    permission("USER_INSPECT", "inspect", "users", true),
  ],
};

/** The permissions that a call needs, all of them; none for one that is not in the table. */
export function readPermissionsOf(operation: string): readonly ReadPermission[] {
  const needed = Object.hasOwn(permissions, operation) ? permissions[operation] : undefined;
  return needed === undefined ? [] : [needed].flat();
}

/** The statement, for a policy in the root compartment, that grants a permission where a call needs it. */
export function readStatement(
  { verb, resourceType, isOfTenancy }: ReadPermission,
  compartmentId: string | null,
  places: { readonly compartments: readonly Compartment[]; readonly tenancyId: string },
): string {
  const place = iamPlaceText(isOfTenancy ? null : compartmentId, places);
  return `Allow group <group-name> to ${verb} ${resourceType} in ${place}`;
}
