import type { Cluster } from "@/lib/oke/cluster";
import type { NodePool } from "@/lib/oke/node-pool";

/** How the nodes of a pool are replaced: by OKE itself, or by deleting one after the other. */
export const replacementMethods = ["cycling", "one-by-one"] as const;
export type ReplacementMethod = (typeof replacementMethods)[number];

/**
 * How the nodes of a cluster's pools can be replaced; `null` when OCI did not say what kind of cluster it is.
 * https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/replace-worker-node-top.htm
 */
export function replacementMethodOf({ type }: Pick<Cluster, "type">): ReplacementMethod | null {
  if (type === "ENHANCED_CLUSTER") return "cycling";
  return type === "BASIC_CLUSTER" ? "one-by-one" : null;
}

type Label = NodePool["initialNodeLabels"][number];

/** The Kubernetes label whose value a replacement changes. */
export const replacementLabelKey = "zpr-console/nodes-replaced";

/** A moment as the value of a Kubernetes label, which may hold no colon. */
export const replacementLabelValue = (ms: number): string =>
  new Date(ms).toISOString().replaceAll(/[-:]/g, "").replace(/\.\d+/, "");

/**
 * The labels of new nodes with the one that makes OKE cycle: it replaces nodes only when a property of the pool changes
 * with the call, and a label of our own says what it is for. All others stay as they are.
 */
export const withReplacementLabel = (labels: readonly Label[], value: string): readonly Label[] => [
  ...labels.filter(({ key }) => key !== replacementLabelKey),
  { key: replacementLabelKey, value },
];

/** How many nodes at once, as OKE takes it: a number, or a percentage of the pool. */
const nodeCount = /^(?:\d{1,4}|\d{1,2}%|100%)$/;

/** What is wrong with the numbers of a cycling; `null` when nothing is. */
export function cyclingProblem(
  maximumSurge: string,
  maximumUnavailable: string,
): { readonly field: "maximumSurge" | "maximumUnavailable"; readonly message: string } | null {
  for (const [field, text] of [
    ["maximumSurge", maximumSurge],
    ["maximumUnavailable", maximumUnavailable],
  ] as const) {
    if (!nodeCount.test(text)) return { field, message: "Give a number of nodes, or a percentage such as 25%." };
  }
  if (Number.parseInt(maximumSurge, 10) + Number.parseInt(maximumUnavailable, 10) > 0) return null;
  return { field: "maximumSurge", message: "With neither surge nor unavailable nodes no node could ever be replaced." };
}

/** Oracle's default: https://docs.oracle.com/en-us/iaas/api/#/en/containerengine/latest/NodeEvictionNodePoolSettings */
const defaultGraceMinutes = 60;

/** How long OKE waits for the pods of a node that is to go, and what it does then. */
export type EvictionGrace = {
  /** `null` when OCI gave a duration that we cannot read. */
  readonly minutes: number | null;
  readonly isForced: boolean;
};

/** The eviction grace that the pool sets, or Oracle's default. */
export function evictionGraceOf({
  nodeEvictionNodePoolSettings: settings,
}: Pick<NodePool, "nodeEvictionNodePoolSettings">): EvictionGrace {
  const isForced = settings?.isForceDeleteAfterGraceDuration === true;
  const text = settings?.evictionGraceDuration ?? null;
  if (text === null) return { minutes: defaultGraceMinutes, isForced };
  const match = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(text);
  if (!match || text === "PT") return { minutes: null, isForced };
  const [hours, minutes, seconds] = [match[1], match[2], match[3]].map((part) => Number(part ?? 0));
  return { minutes: (hours ?? 0) * 60 + (minutes ?? 0) + Math.ceil((seconds ?? 0) / 60), isForced };
}
