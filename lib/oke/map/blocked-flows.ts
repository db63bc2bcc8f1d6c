import { flowId, type MapFlow } from "@/lib/oke/map/map-flow";
import type { MapNode } from "@/lib/oke/map/map-node";
import { outerNode } from "@/lib/oke/map/map-nodes";
import { verdictOfPair } from "@/lib/zpr/guards/evaluate-guards";
import type { GuardLine } from "@/lib/zpr/guards/guard-file";
import { guardLineText } from "@/lib/zpr/guards/guard-line-text";
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

type BrokenPair = { readonly source: MapNode; readonly target: MapNode; readonly lines: GuardLine[] };

const pairId = (source: string, target: string): string => `${source}>${target}`;

/** The pairs of nodes between which lines of one kind surely break, by their ids; each with the lines that it breaks. */
function brokenPairs(
  compiled: CompiledWorld,
  nodes: readonly MapNode[],
  lines: readonly GuardLine[],
  expects: GuardLine["expects"],
): ReadonlyMap<string, BrokenPair> {
  const ofResource = new Map(nodes.flatMap((node) => node.resources.map(({ id }) => [id, node] as const)));
  const found = new Map<string, BrokenPair>();
  const nodesOf = (ids: readonly string[], end: TraceEnd): readonly MapNode[] => {
    const outer = ids.length === 0 ? outerNodeOf(end) : null;
    return outer === null ? [...new Set(ids.flatMap((id) => ofResource.get(id) ?? []))] : [outer];
  };
  for (const line of lines.filter((each) => each.expects === expects)) {
    for (const pair of guardPairs(compiled, line).pairs) {
      if (verdictOfPair(pair, line) !== "fail") continue;
      for (const source of nodesOf(pair.sourceIds, pair.source)) {
        for (const target of nodesOf(pair.destinationIds, pair.destination)) {
          const id = pairId(source.id, target.id);
          const known = found.get(id);
          if (known === undefined) found.set(id, { source, target, lines: [line] });
          else if (!known.lines.includes(line)) known.lines.push(line);
        }
      }
    }
  }
  return found;
}

const textOf = ({ lines }: BrokenPair): string => lines.map(guardLineText).join("; ");

/** What must reach, as people declared it, and surely does not: each pair of nodes once, with the lines that it breaks. */
export function blockedFlows(
  compiled: CompiledWorld,
  nodes: readonly MapNode[],
  lines: readonly GuardLine[],
): BlockedFlows {
  const broken = [...brokenPairs(compiled, nodes, lines, "reach").values()];
  const flows = broken.map((pair): MapFlow => ({
    id: flowId(pair.source.id, pair.target.id, "blocked"),
    source: pair.source.id,
    target: pair.target.id,
    mark: "blocked",
    protocols: [...new Set(pair.lines.map(({ protocol }) => protocol.text || "every protocol"))].join(", "),
    statements: [],
    causes: [],
    ungoverned: null,
    guard: textOf(pair),
  }));
  const outer = broken.flatMap(({ source, target }) => [source, target]);
  return { flows, outerNodes: outer.filter(({ resources }) => resources.length === 0) };
}

/** The flows with, of those that ZPR surely allows and that must not be, the lines that they break. */
export function withForbidden(
  flows: readonly MapFlow[],
  compiled: CompiledWorld,
  nodes: readonly MapNode[],
  lines: readonly GuardLine[],
): readonly MapFlow[] {
  const broken = brokenPairs(compiled, nodes, lines, "no-reach");
  if (broken.size === 0) return flows;
  return flows.map((flow) => {
    const pair = flow.mark === "allowed" ? broken.get(pairId(flow.source, flow.target)) : undefined;
    return pair === undefined ? flow : { ...flow, guard: textOf(pair) };
  });
}
