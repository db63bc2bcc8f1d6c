import type { ChangeWarning } from "@/lib/oke/change-warning";
import type { NodePool } from "@/lib/oke/node-pool";
import type { ProtectedResource } from "@/lib/oke/protected-resource";
import { resourceKindFacts } from "@/lib/oke/resource-kind";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";
import { securityAttributesDifference } from "@/lib/zpr/security-attributes";

/** What the warnings about one change depend on. */
export type PlannedChange = {
  readonly resource: Pick<ProtectedResource, "kind" | "displayName" | "differingVnics" | "owner">;
  readonly before: readonly SecurityAttribute[];
  readonly after: readonly SecurityAttribute[];
  /** Nodes of the pool that run now; `null` when the pool's nodes could not be read, or it is no pool. */
  readonly runningNodeCount: number | null;
};

/**
 * How many nodes of a pool run with the set they were started with; `null` when its nodes were not read. OKE lists
 * deleted nodes for a while.
 */
export function runningNodeCountOf(nodePool: Pick<NodePool, "nodes">): number | null {
  if (nodePool.nodes === null) return null;
  return nodePool.nodes.filter(({ lifecycleState }) => !["DELETED", "DELETING"].includes(lifecycleState)).length;
}

const nameOf = ({ kind, displayName }: PlannedChange["resource"]) =>
  `the ${resourceKindFacts[kind].label.replace(/^(?!VCN|Kubernetes)./, (first) => first.toLowerCase())} of ${displayName}`;

const carrierOf = ({ kind, displayName }: PlannedChange["resource"]) =>
  resourceKindFacts[kind].takesEffect === "new-nodes-only" ? `New nodes of ${displayName}` : displayName;

const firstAttribute = ({ resource, before, after }: PlannedChange): readonly string[] =>
  before.length > 0 || after.length === 0
    ? []
    : [
        `This is the first security attribute on ${nameOf(resource)}. From then on ZPR drops all traffic to and from it that no ZPR policy allows, even where network security groups and security lists allow it. Make sure the policies exist first.`,
      ];

const lastAttribute = ({ resource, before, after }: PlannedChange): readonly string[] =>
  before.length === 0 || after.length > 0
    ? []
    : [
        `This removes the last security attribute from ${nameOf(resource)}. ZPR then no longer protects it: network security groups and security lists alone decide what reaches it, and policies that name its attributes no longer let it reach others.`,
      ];

const aboveRecommended = ({ resource, before, after }: PlannedChange): readonly string[] => {
  const { warnAbove } = resourceKindFacts[resource.kind];
  if (warnAbove === null || after.length <= warnAbove || after.length <= before.length) return [];
  return [
    `With this change ${resource.displayName} has ${after.length} security attributes. Oracle's limits page gives ${warnAbove} for such a resource, so the service may refuse it.`,
  ];
};

const newNodesOnly = ({ resource, before, after, runningNodeCount }: PlannedChange): readonly string[] => {
  if (resourceKindFacts[resource.kind].takesEffect !== "new-nodes-only") return [];
  const { added, removed, changed } = securityAttributesDifference(before, after);
  if (added.length + removed.length + changed.length === 0 && resource.differingVnics === null) return [];
  const cure = "Replacing a node gives it the new set; replacing its boot volume does not.";
  if (runningNodeCount === null) {
    return [`New nodes only: nodes that run now keep the old set. How many there are could not be read. ${cure}`];
  }
  if (runningNodeCount === 0) return ["New nodes only. The pool has no running nodes now, so none keeps an old set."];
  const keep = runningNodeCount === 1 ? "1 running node keeps" : `${runningNodeCount} running nodes keep`;
  return [`New nodes only: ${keep} the old set. ${cure}`];
};

const differingVnics = ({ resource }: PlannedChange): readonly string[] =>
  resource.differingVnics === null
    ? []
    : [
        `The ${resource.differingVnics.length} secondary VNICs of this pool carry different sets, which Oracle does not allow. This change gives all of them the same set; what only some of them carried is lost.`,
      ];

/** https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengusingzpr.htm, the policies for primary VNICs. */
const nodeJoinPolicies = ({ resource, before, after }: PlannedChange): readonly string[] => {
  const { added, changed } = securityAttributesDifference(before, after);
  if (resource.kind !== "node-pool-primary-vnic" || added.length + changed.length === 0) return [];
  return [
    `${carrierOf(resource)} can join the cluster only if ZPR policies allow what they carry to connect to all-endpoints and to 'osn-services-ip-addresses', and all-endpoints to connect to it with protocol='tcp/443'.`,
  ];
};

/** https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcreatingpersistentvolumeclaim_Provisioning_PVCs_on_FSS.htm */
const notReconciled = ({ resource }: PlannedChange): readonly string[] =>
  resource.owner.type !== "storage-class-parameter"
    ? []
    : [
        `The CSI volume plugin made ${resource.displayName}. Oracle advises against changing what the plugin made through the Console, the CLI or the API, and does not stand behind it. Nothing brings such a change in line with Kubernetes: no controller applies it again, none undoes it, and the StorageClass goes on to declare what it did. Volumes that are made from now on need a new StorageClass.`,
      ];

/** What is to be said about a change before it is sent, the gravest first. */
export function changeWarnings(change: PlannedChange): readonly ChangeWarning[] {
  const messages: Record<ChangeWarning["code"], readonly string[]> = {
    "first-attribute": firstAttribute(change),
    "last-attribute": lastAttribute(change),
    "node-join-policies": nodeJoinPolicies(change),
    "differing-vnics": differingVnics(change),
    "new-nodes-only": newNodesOnly(change),
    "above-recommended": aboveRecommended(change),
    "not-reconciled": notReconciled(change),
  };
  const order = [
    "not-reconciled",
    "first-attribute",
    "last-attribute",
    "node-join-policies",
    "differing-vnics",
    "new-nodes-only",
    "above-recommended",
  ] as const;
  return order.flatMap((code) => messages[code].map((message) => ({ code, message })));
}
