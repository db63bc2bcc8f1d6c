import { flowId, type MapFlow, type MapStatement } from "@/lib/oke/map/map-flow";
import type { MapNode } from "@/lib/oke/map/map-node";
import type { MapNodes, MapWorlds } from "@/lib/oke/map/map-nodes";
import { type MapMark, mapMarks } from "@/lib/oke/map/map-words";
import { supportsBy } from "@/lib/zpr/reach/applications";
import { no, perhaps, yes } from "@/lib/zpr/reach/certainty";
import { flowCauses } from "@/lib/zpr/reach/flow-causes";
import { certaintyFor, type Outcome } from "@/lib/zpr/reach/outcome";
import type { ProtocolPiece } from "@/lib/zpr/reach/protocol-pieces";
import { protocolsText } from "@/lib/zpr/reach/protocol-text";
import { type FlowDifference, reachDifference } from "@/lib/zpr/reach/reach-difference";
import type { FlowEnd } from "@/lib/zpr/reach/reach-end";
import { type FlowProtocol, type ReachFlow, reachOf } from "@/lib/zpr/reach/reach-of";
import type { ReachStatement } from "@/lib/zpr/reach/reach-statement";
import type { UnknownCause } from "@/lib/zpr/reach/trace";

/** Those that are about something that was not read; the others about something that was, and is not certain. */
const unreadCauses: ReadonlySet<UnknownCause> = new Set([
  "attributes-unread",
  "vcn-unread",
  "address-unknown",
  "endpoint-unread",
  "endpoint-vcn-unknown",
  "policies-unread",
  "statement-unreadable",
]);

/** Traffic between two ends that stands alike in every respect. */
type Part = Pick<MapFlow, "mark" | "causes" | "ungoverned"> & {
  readonly pieces: readonly ProtocolPiece[];
  readonly statements: readonly ReachStatement[];
};

/** A single machine does not talk to itself over the network that ZPR watches; the nodes of a pool do to one another. */
const isToItself = (source: MapNode, target: MapNode): boolean =>
  source === target && source.resources.length === 1 && !source.kind.startsWith("node-pool-");

const shown = ({ text, places }: ReachStatement): MapStatement => ({
  text,
  places: places.map(({ policyId, policyName, index }) => ({ policyId, policyName, index })),
});

function flowOf(source: MapNode, target: MapNode, parts: readonly Part[], mark: MapMark): MapFlow {
  const statements = new Map(parts.flatMap((part) => part.statements.map((each) => [each.text, each] as const)));
  return {
    id: flowId(source.id, target.id, mark),
    source: source.id,
    target: target.id,
    mark,
    protocols: protocolsText(parts.flatMap(({ pieces }) => pieces)),
    statements: [...statements.values()].map(shown),
    causes: [...new Set(parts.flatMap(({ causes }) => causes))],
    ungoverned: parts.find(({ ungoverned }) => ungoverned !== null)?.ungoverned ?? null,
    guard: null,
  };
}

/** One flow for each pair of nodes and mark. */
function flowsBetween(
  sources: readonly MapNode[],
  targets: readonly MapNode[],
  parts: readonly Part[],
): readonly MapFlow[] {
  return sources.flatMap((source) =>
    targets.flatMap((target) =>
      isToItself(source, target)
        ? []
        : mapMarks.flatMap((mark) => {
            const own = parts.filter((part) => part.mark === mark);
            return own.length === 0 ? [] : [flowOf(source, target, own, mark)];
          }),
    ),
  );
}

/** Of the statements that speak, those that surely allow a piece: others beside them add nothing. */
function allowingOf(ends: readonly [FlowEnd, FlowEnd], statements: readonly ReachStatement[], piece: ProtocolPiece) {
  const sure = statements.filter((statement) =>
    supportsBy(statement, ...ends).some((support) => certaintyFor(support, piece) === yes),
  );
  return sure.length > 0 ? sure : statements;
}

/** What ZPR allows in one of the two worlds, surely or not. */
export function flowsOfWorld(worlds: MapWorlds, nodes: MapNodes, which: keyof MapWorlds): readonly MapFlow[] {
  const compiled = worlds[which];
  const partOf = ({ source, target }: ReachFlow, { protocol, isSure, statements }: FlowProtocol): Part => {
    const base = { pieces: [protocol], ungoverned: null };
    if (isSure) {
      return { ...base, mark: "allowed", causes: [], statements: allowingOf([source, target], statements, protocol) };
    }
    const causes = flowCauses(compiled, [source, target], statements);
    return { ...base, mark: causes.some((code) => unreadCauses.has(code)) ? "unknown" : "perhaps", causes, statements };
  };
  return reachOf(compiled).flows.flatMap((flow) =>
    flowsBetween(
      nodes.ofEnd(flow.source, which),
      nodes.ofEnd(flow.target, which),
      flow.protocols.map((protocol) => partOf(flow, protocol)),
    ),
  );
}

type Side = Outcome & { readonly statements: readonly ReachStatement[] };

const isUngoverned = ({ passes, isGoverned }: Side): boolean => passes === yes && isGoverned === no;

type JointEnd = FlowDifference["source"];

function nodesOfJoint(nodes: MapNodes, { before, after }: JointEnd): readonly MapNode[] {
  const those = new Set(nodes.ofEnd(after, "after"));
  return nodes.ofEnd(before, "before").filter((node) => those.has(node));
}

function partOfChange({ before, after }: MapWorlds, flow: FlowDifference): Part {
  const sides = {
    before: { compiled: before, ends: [flow.source.before, flow.target.before], side: flow.before },
    after: { compiled: after, ends: [flow.source.after, flow.target.after], side: flow.after },
  } as const;
  const { ends, side } = sides[flow.change === "lost" || flow.change === "perhaps-lost" ? "before" : "after"];
  const causes = Object.values(sides).flatMap((each) =>
    each.side.passes === perhaps ? flowCauses(each.compiled, each.ends, each.side.statements) : [],
  );
  return {
    mark: flow.change,
    pieces: [flow.protocol],
    statements: allowingOf(ends, side.statements, flow.protocol),
    causes: [...new Set(causes)],
    ungoverned: isUngoverned(flow.before) ? "before" : isUngoverned(flow.after) ? "after" : null,
  };
}

/** What is different in the world after. */
export function flowsOfChanges(worlds: MapWorlds, nodes: MapNodes): readonly MapFlow[] {
  const pairs = new Map<JointEnd, Map<JointEnd, Part[]>>();
  for (const flow of reachDifference(worlds.before, worlds.after).flows) {
    const targets = pairs.get(flow.source) ?? new Map<JointEnd, Part[]>();
    pairs.set(flow.source, targets);
    const parts = targets.get(flow.target) ?? [];
    targets.set(flow.target, parts);
    parts.push(partOfChange(worlds, flow));
  }
  return [...pairs].flatMap(([source, targets]) =>
    [...targets].flatMap(([target, parts]) =>
      flowsBetween(nodesOfJoint(nodes, source), nodesOfJoint(nodes, target), parts),
    ),
  );
}
