import type { NewNode, NodeReplacement, ReplacedNode } from "@/lib/contract/node-replacements";
import type { Node, NodePool } from "@/lib/oke/node-pool";

export type NodesProgress = Pick<NodeReplacement, "nodes" | "newNodes">;

const isGone = (node: Node | undefined): boolean => node === undefined || node.lifecycleState === "DELETED";

function stateOf(before: ReplacedNode, node: Node | undefined): ReplacedNode["state"] {
  if (isGone(node)) return "gone";
  if (node?.lifecycleState === "DELETING") return "leaving";
  // A node that could not be drained stays.
  return before.state === "leaving" ? "waiting" : before.state;
}

/** A node that has gone is replaced once another is ready in its place; which one that is, OKE does not say. */
function paired(nodes: readonly ReplacedNode[], ready: number): readonly ReplacedNode[] {
  let left = ready;
  return nodes.map((node) => {
    if (node.state !== "gone" || left === 0) return node;
    left -= 1;
    return { ...node, state: "replaced" };
  });
}

/**
 * Takes what is known of a replacement and a fresh read of its pool, gives what is known now. `known` are the nodes that
 * the pool had when it began: every other one came since.
 */
export function progressFrom(
  before: NodesProgress,
  known: ReadonlySet<string>,
  { nodes: read }: Pick<NodePool, "nodes">,
  now: string,
): NodesProgress {
  if (read === null) return before;
  const present = new Map(read.map((node) => [node.id, node]));
  const since = new Map(before.newNodes.map((node) => [node.id, node.since]));
  const newNodes = read
    .filter((node) => !known.has(node.id ?? "") && !isGone(node))
    .map(({ id, name, lifecycleState }): NewNode => ({
      id,
      name: name ?? id ?? "A new node",
      lifecycleState,
      since: since.get(id) ?? now,
    }));
  const nodes = before.nodes.map((node) => ({ ...node, state: stateOf(node, present.get(node.id)) }));
  return { nodes: paired(nodes, readyCount(newNodes)), newNodes };
}

/** What a replacement has come to, as a text that is the same as long as nothing moves. */
export const progressKey = ({ nodes, newNodes }: NodesProgress): string =>
  JSON.stringify([nodes.map(({ state }) => state), newNodes.map(({ id, lifecycleState }) => [id, lifecycleState])]);

export const countOfState = (nodes: readonly ReplacedNode[], state: ReplacedNode["state"]): number =>
  nodes.filter((node) => node.state === state).length;

export const readyCount = (newNodes: readonly NewNode[]): number =>
  newNodes.filter(({ lifecycleState }) => lifecycleState === "ACTIVE").length;

/** The new node that has not come up, to be named; `null` when all have. */
export const startingNode = (newNodes: readonly NewNode[]): NewNode | null =>
  newNodes.find(({ lifecycleState }) => lifecycleState !== "ACTIVE") ?? null;

/** What was still to go when a replacement ended is kept. */
export const keepRest = (nodes: readonly ReplacedNode[]): readonly ReplacedNode[] =>
  nodes.map((node) => (node.state === "waiting" ? { ...node, state: "kept" } : node));
