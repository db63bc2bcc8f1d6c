import type { AddressRange } from "@/lib/zpr/reach/address-range";
import { isRangeWithin } from "@/lib/zpr/reach/address-range";
import { both, type Certainty, either, no, yes } from "@/lib/zpr/reach/certainty";
import type { CompiledWorld } from "@/lib/zpr/reach/compile-world";
import { type Outcome, outcomeOf } from "@/lib/zpr/reach/outcome";
import { outerEndsFrom } from "@/lib/zpr/reach/outer-ends";
import { type ProtocolPiece, protocolPieces } from "@/lib/zpr/reach/protocol-pieces";
import { coverOf, type ProtocolSet } from "@/lib/zpr/reach/protocol-set";
import type { FlowEnd, PlacedVcn } from "@/lib/zpr/reach/reach-end";
import { possibleAt } from "@/lib/zpr/reach/trace-ends";
import { worldIndexOf } from "@/lib/zpr/reach/world-index";

export type FlowEnds = readonly [source: FlowEnd, target: FlowEnd];

/** A part of the traffic between two ends that every statement lets pass whole or not at all. */
export type FlowPart = {
  /** Names the part among those of the same cuts. */
  readonly key: string;
  readonly source: FlowEnd;
  readonly target: FlowEnd;
  /** Whether the block of an end is all that the part means of it: no smaller block in it is a part of its own. */
  readonly isExact: boolean;
  readonly protocol: ProtocolPiece;
  readonly outcome: Outcome;
};

/** Where statements cut traffic into parts. */
export type FlowCuts = { readonly ranges: readonly AddressRange[]; readonly protocols: readonly ProtocolSet[] };

/** The cuts of the statements that speak for a pair of ends. */
export function cutsOf(compiled: CompiledWorld, [source, target]: FlowEnds): FlowCuts {
  const meanings = worldIndexOf(compiled)
    .factsOf(source, target)
    .supports.flatMap(({ statement: { meaning } }) => meaning ?? []);
  return {
    ranges: meanings.flatMap((meaning) =>
      [meaning.source, meaning.target].flatMap((side) => (side.kind === "address" ? side.range : [])),
    ),
    protocols: meanings.map(({ protocol }) => protocol),
  };
}

const vcnOf = (end: FlowEnd): PlacedVcn | null => (end.kind === "class" ? end.vcn : null);

type EndPart = { readonly end: FlowEnd; readonly isExact: boolean };

/** A block as the blocks in it that statements name, and what is left of it; any other end as it is. */
function partsOfEnd(end: FlowEnd, vcn: PlacedVcn | null, ranges: readonly AddressRange[], compiled: CompiledWorld) {
  const whole: readonly EndPart[] = [{ end, isExact: true }];
  if (end.kind !== "address" || vcn === null) return whole;
  const inner = ranges.filter((range) => isRangeWithin(range, end.range));
  const parts = outerEndsFrom([end.range, ...inner]).flatMap((part) => (part.kind === "address" ? part : []));
  if (parts.length <= 1) return whole;
  return parts.map((part): EndPart => {
    const holes = parts.flatMap(({ range }) =>
      range !== part.range && isRangeWithin(range, part.range) ? [range] : [],
    );
    const possible = possibleAt(part.range, compiled, vcn, holes);
    return { end: { ...part, possible }, isExact: holes.length === 0 };
  });
}

const textOf = (end: FlowEnd): string => (end.kind === "address" ? end.range.text : end.kind);

/**
 * All parts of the traffic between two ends. Judged part by part, an answer about many ports or addresses is as sure as
 * it can be. With the same `further` cuts two worlds give the same parts, so that they can be held against one another.
 */
export function flowParts(
  compiled: CompiledWorld,
  ends: FlowEnds,
  protocol: ProtocolSet,
  further: FlowCuts = { ranges: [], protocols: [] },
): readonly FlowPart[] {
  const own = cutsOf(compiled, ends);
  const ranges = [...own.ranges, ...further.ranges];
  const [source, target] = ends;
  const pieces = protocolPieces([...own.protocols, ...further.protocols, protocol]).filter(
    (piece) => coverOf(protocol, piece) === yes,
  );
  const targets = partsOfEnd(target, vcnOf(source), ranges, compiled);
  return partsOfEnd(source, vcnOf(target), ranges, compiled).flatMap((from) =>
    targets.flatMap((to) => {
      const facts = worldIndexOf(compiled).factsOf(from.end, to.end);
      return pieces.map((piece) => ({
        key: JSON.stringify([textOf(from.end), textOf(to.end), piece]),
        source: from.end,
        target: to.end,
        isExact: from.isExact && to.isExact,
        protocol: piece,
        outcome: outcomeOf(facts, piece),
      }));
    }),
  );
}

/** How sure it is that ZPR lets traffic pass, because it allows it or does not govern it. */
export type FlowCertainty = {
  /** All of it. */
  readonly all: Certainty;
  /** Any part of it, such as one port of many. */
  readonly any: Certainty;
};

export function certaintyOfParts(parts: readonly FlowPart[]): FlowCertainty {
  let [all, any]: [Certainty, Certainty] = [yes, no];
  for (const { outcome } of parts) [all, any] = [both(all, outcome.passes), either(any, outcome.passes)];
  return { all, any };
}
