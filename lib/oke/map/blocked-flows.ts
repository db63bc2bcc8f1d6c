import { flowId, type MapFlow } from "@/lib/oke/map/map-flow";
import type { MapNode } from "@/lib/oke/map/map-node";
import { outerNode } from "@/lib/oke/map/map-nodes";
import { verdictOfPair } from "@/lib/zpr/guards/evaluate-guards";
import type { GuardLine } from "@/lib/zpr/guards/guard-file";
import { guardPairs } from "@/lib/zpr/guards/guard-pairs";
import { addressRangeFrom } from "@/lib/zpr/reach/address-range";
import type { CompiledWorld } from "@/lib/zpr/reach/compile-world";
import type { TraceEnd } from "@/lib/zpr/reach/trace";

export type BlockedFlows = { readonly flows: readonly MapFlow[]; readonly outerNodes: readonly MapNode[] };

export const noBlocked: BlockedFlows = { flows: [], outerNodes: [] };

function outerNodeOf(end: TraceEnd): MapNode | null {
  if (end.kind === "osn-services" || end.kind === "all-endpoints") return outerNode(end.kind, "");
  return end.kind === "address" ? outerNode("address", addressRangeFrom(end.text)?.text ?? end.text) : null;
}

const lineText = ({ from, to, protocol }: GuardLine): string =>
  `${from.text} to ${to.text}${protocol.text === "" ? "" : `, ${protocol.text}`}`;

/** What must reach, as people declared it, and surely does not: each pair of nodes once, with the lines that it breaks. */
export function blockedFlows(
  compiled: CompiledWorld,
  nodes: readonly MapNode[],
  lines: readonly GuardLine[],
): BlockedFlows {
  const ofResource = new Map(nodes.flatMap((node) => node.resources.map(({ id }) => [id, node] as const)));
  const found = new Map<string, { readonly source: MapNode; readonly target: MapNode; readonly lines: GuardLine[] }>();
  const nodesOf = (ids: readonly string[], end: TraceEnd): readonly MapNode[] => {
    const outer = ids.length === 0 ? outerNodeOf(end) : null;
    return outer === null ? [...new Set(ids.flatMap((id) => ofResource.get(id) ?? []))] : [outer];
  };
  for (const line of lines.filter(({ expects }) => expects === "reach")) {
    for (const pair of guardPairs(compiled, line).pairs) {
      if (verdictOfPair(pair, line) !== "fail") continue;
      for (const source of nodesOf(pair.sourceIds, pair.source)) {
        for (const target of nodesOf(pair.destinationIds, pair.destination)) {
          const id = flowId(source.id, target.id, "blocked");
          const known = found.get(id);
          if (known === undefined) found.set(id, { source, target, lines: [line] });
          else if (!known.lines.includes(line)) known.lines.push(line);
        }
      }
    }
  }
  const flows = [...found].map(([id, { source, target, lines: broken }]): MapFlow => ({
    id,
    source: source.id,
    target: target.id,
    mark: "blocked",
    protocols: [...new Set(broken.map(({ protocol }) => protocol.text || "every protocol"))].join(", "),
    statements: [],
    causes: [],
    ungoverned: null,
    guard: broken.map(lineText).join("; "),
  }));
  const outer = [...found.values()].flatMap(({ source, target }) => [source, target]);
  return { flows, outerNodes: outer.filter(({ resources }) => resources.length === 0) };
}
