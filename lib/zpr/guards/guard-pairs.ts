import { flowCertainty, unknownFlow } from "@/lib/zpr/guards/flow-certainty";
import type { GuardEnd, GuardLine } from "@/lib/zpr/guards/guard-file";
import { type Selected, selectResources } from "@/lib/zpr/guards/select-resources";
import type { CompiledWorld } from "@/lib/zpr/reach/compile-world";
import type { FlowCertainty } from "@/lib/zpr/reach/flow-parts";
import type { ProtocolSet } from "@/lib/zpr/reach/protocol-set";
import type { TraceEnd } from "@/lib/zpr/reach/trace";
import { resolveEnds } from "@/lib/zpr/reach/trace-ends";

/** Two ends of a line for all pairs of resources that no statement can tell apart. */
export type GuardPair = {
  readonly source: TraceEnd;
  readonly destination: TraceEnd;
  /** How many pairs of resources it stands for. */
  readonly count: number;
  /** The ids of the resources of each side; empty for addresses and Oracle's services. */
  readonly sourceIds: readonly string[];
  readonly destinationIds: readonly string[];
  readonly isSure: boolean;
  readonly flow: FlowCertainty;
};

export type GuardPairs = {
  readonly pairs: readonly GuardPair[];
  readonly isFromEmpty: boolean;
  readonly isToEmpty: boolean;
};

export const outerEnd = ({ kind, text }: GuardEnd): TraceEnd =>
  kind === "osn-services" ? { kind: "osn-services" } : { kind: "address", text };

const endpointEnd = (id: string): TraceEnd => ({ kind: "endpoint", id });

/** How sure it is that traffic passes between two ends; nothing is sure of ends that cannot be found. */
export function flowBetween(
  compiled: CompiledWorld,
  source: TraceEnd,
  destination: TraceEnd,
  protocol: ProtocolSet,
): FlowCertainty {
  const ends = resolveEnds(compiled, source, destination);
  return ends.unknown === null ? flowCertainty(compiled, [ends.source.end, ends.target.end], protocol) : unknownFlow;
}

/** Two different resources, one of each side, and how many such pairs there are. A resource is no pair with itself. */
function pairOf(from: Selected, to: Selected) {
  const common = new Set(from.endpoints.map(({ id }) => id));
  const shared = to.endpoints.filter(({ id }) => common.has(id)).length;
  const count = from.endpoints.length * to.endpoints.length - shared;
  for (const source of from.endpoints.slice(0, 2)) {
    const target = to.endpoints.slice(0, 2).find(({ id }) => id !== source.id);
    if (target !== undefined) return { source, target, count };
  }
  return null;
}

function between(
  compiled: CompiledWorld,
  { from, to, protocol }: GuardLine,
  sources: readonly Selected[],
  targets: readonly Selected[],
) {
  const isWithinVcn = from.kind === "all-endpoints" || to.kind === "all-endpoints";
  return sources.flatMap((source) =>
    targets.flatMap((target): readonly GuardPair[] => {
      const vcnIds = [source, target].map(({ endpoints }) => endpoints[0]?.vcnId ?? null);
      if (isWithinVcn && vcnIds[0] !== vcnIds[1]) return [];
      const pair = pairOf(source, target);
      if (pair === null) return [];
      const isPlaced = source.group !== null && target.group !== null;
      return [
        {
          source: endpointEnd(pair.source.id),
          destination: endpointEnd(pair.target.id),
          count: pair.count,
          sourceIds: source.endpoints.map(({ id }) => id),
          destinationIds: target.endpoints.map(({ id }) => id),
          isSure: source.isSure && target.isSure,
          flow: isPlaced ? flowCertainty(compiled, [source.group, target.group], protocol.set) : unknownFlow,
        },
      ];
    }),
  );
}

/** Every pair of ends that a line speaks of. */
export function guardPairs(compiled: CompiledWorld, line: GuardLine): GuardPairs {
  const [sources, targets] = [selectResources(line.from, compiled), selectResources(line.to, compiled)];
  const outer = (selected: readonly Selected[], side: "source" | "destination") =>
    selected.flatMap(({ endpoints, isSure }) =>
      endpoints.slice(0, 1).map(({ id }): GuardPair => {
        const ids = endpoints.map((endpoint) => endpoint.id);
        const [source, destination] =
          side === "source" ? [endpointEnd(id), outerEnd(line.to)] : [outerEnd(line.from), endpointEnd(id)];
        return {
          source,
          destination,
          count: endpoints.length,
          sourceIds: side === "source" ? ids : [],
          destinationIds: side === "destination" ? ids : [],
          isSure,
          flow: flowBetween(compiled, source, destination, line.protocol.set),
        };
      }),
    );
  const pairs =
    sources !== null && targets !== null
      ? between(compiled, line, sources, targets)
      : [...outer(sources ?? [], "source"), ...outer(targets ?? [], "destination")];
  return { pairs, isFromEmpty: sources?.length === 0, isToEmpty: targets?.length === 0 };
}
