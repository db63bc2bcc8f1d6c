import { isLegacyNodePool } from "@/lib/oke/eligibility";
import type { NodePool } from "@/lib/oke/node-pool";
import { found, type ReadinessFinding } from "@/lib/oke/readiness/readiness-check";
import type { ReadinessInput } from "@/lib/oke/readiness/readiness-input";

const nameOf = ({ id, name }: Pick<NodePool, "id" | "name">) => name ?? id;
const named = (names: readonly string[]) => `${names.slice(0, 5).join(", ")}${names.length > 5 ? " and more" : ""}`;

const counted = (count: number, noun: string, names: readonly string[]): readonly string[] =>
  count === 0 ? [] : [`${count} ${noun}${count === 1 ? "" : "s"} (${named(names)})`];

/** Virtual pools cannot carry attributes at all, pools of the older sort not those of pods. */
export function nodePoolKindsCheck(input: ReadinessInput): ReadinessFinding {
  const { nodePools, virtualNodePools, areNodePoolsComplete, times } = input;
  const legacy = nodePools.filter(isLegacyNodePool).map(nameOf);
  const managed = nodePools.filter((pool) => !isLegacyNodePool(pool)).map(nameOf);
  const virtual = virtualNodePools.map(({ id, displayName }) => displayName ?? id);
  const parts = [
    ...counted(managed.length, "managed node pool", managed),
    ...counted(legacy.length, "pool of the older pod networking", legacy),
    ...counted(virtual.length, "virtual node pool", virtual),
  ];
  const evidence = `${parts.join("; ")}. Self-managed nodes are not looked for here; they can carry attributes.`;
  if (legacy.length + virtual.length > 0) {
    return found("fail", evidence, times.nodePools, {
      text: [
        ...(virtual.length > 0 ? ["Move what needs attributes from virtual nodes to a managed node pool."] : []),
        ...(legacy.length > 0
          ? [
              "Attributes of pods need a new node pool that is created with secondary VNICs; those of the nodes themselves can be set.",
            ]
          : []),
      ].join(" "),
      snippets: [],
    });
  }
  if (!areNodePoolsComplete) {
    return found("unknown", "Not every list of node pools could be read.", times.nodePools);
  }
  if (managed.length === 0) {
    return found(
      "does-not-apply",
      "The cluster has no node pool. Self-managed nodes are not looked for here.",
      times.nodePools,
    );
  }
  return found("pass", evidence, times.nodePools);
}
