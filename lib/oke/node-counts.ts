import type { NodeTruth, VnicTruth } from "@/lib/oke/node-truth";

/** How many nodes of a pool carry its present set on one VNIC. */
export type VnicCount = {
  readonly name: string;
  readonly inStep: number;
  /** Of how many it could not be read. */
  readonly notReadable: number;
};

/** How the nodes of a pool stand to its present sets. */
export type NodeCounts = {
  /** Nodes that run: those that are being made, fail to come up or are being taken away are not counted. */
  readonly nodes: number;
  /** Nodes that carry the present set on every VNIC that the pool gives. */
  readonly inStep: number;
  /** Nodes of which something could not be read, so that `inStep` says "at least". */
  readonly notReadable: number;
  /** Nodes whose attributes are being applied. */
  readonly settling: number;
  readonly withUnmanagedVnics: number;
  readonly primary: VnicCount;
  readonly secondary: readonly VnicCount[];
};

const vnicsOf = ({ primary, secondary }: NodeTruth): readonly VnicTruth[] => [primary, ...secondary];

const has = (state: VnicTruth["state"]) => (node: NodeTruth) => vnicsOf(node).some((vnic) => vnic.state === state);

const countOf = (name: string, vnics: readonly VnicTruth[]): VnicCount => ({
  name,
  inStep: vnics.filter(({ state }) => state === "in-step").length,
  notReadable: vnics.filter(({ state }) => state === "not-readable").length,
});

/** A node that is not running carries no set for traffic, old or new. */
const notRunning = ["CREATING", "FAILING", "DELETING", "DELETED"];

const isRunning = ({ node }: NodeTruth): boolean => node.id !== null && !notRunning.includes(node.lifecycleState);

/** Counts the truths of one pool. `secondaryNames` are the pool's, for a pool without nodes. */
export function nodeCounts(truths: readonly NodeTruth[], secondaryNames: readonly string[]): NodeCounts {
  const counted = truths.filter(isRunning);
  return {
    nodes: counted.length,
    inStep: counted.filter(({ isInStep }) => isInStep).length,
    notReadable: counted.filter(has("not-readable")).length,
    settling: counted.filter(has("settling")).length,
    withUnmanagedVnics: counted.filter(({ unmanaged }) => unmanaged.length > 0).length,
    primary: countOf(
      "Primary VNIC",
      counted.map(({ primary }) => primary),
    ),
    secondary: secondaryNames.map((name, index) =>
      countOf(
        name,
        counted.flatMap(({ secondary }) => secondary[index] ?? []),
      ),
    ),
  };
}
