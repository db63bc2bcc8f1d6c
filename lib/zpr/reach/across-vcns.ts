import { isLocatedAt } from "@/lib/zpr/reach/applications";
import { no, yes } from "@/lib/zpr/reach/certainty";
import type { CompiledWorld } from "@/lib/zpr/reach/compile-world";
import { matchSide } from "@/lib/zpr/reach/match-side";
import type { EndpointClass } from "@/lib/zpr/reach/reach-end";
import type { ReachStatement, StatementSide } from "@/lib/zpr/reach/reach-statement";
import type { WorldIndex } from "@/lib/zpr/reach/world-index";

const isWide = ({ kind }: StatementSide) => kind === "address" || kind === "all-endpoints";

const isGoverned = ({ carried }: EndpointClass) => carried.governed !== no;

/** Answers, with what it has found before, whether a flow between endpoints of two VCNs may pass at each of its ends. */
export type AcrossVcns = {
  readonly mayLeave: (source: EndpointClass) => boolean;
  readonly mayArrive: (target: EndpointClass) => boolean;
  /** Asks the end named by `first` before the other: the one that is asked about with many others. */
  readonly mayPass: (source: EndpointClass, target: EndpointClass, first: "source" | "target") => boolean;
};

function sideAcross(statementsOf: WorldIndex["leaving"], side: "source" | "target") {
  const known = new Map<EndpointClass, readonly ReachStatement[]>();
  const outward = (end: EndpointClass) => {
    const found =
      known.get(end) ??
      statementsOf(end).filter(
        ({ meaning }) => meaning !== null && (meaning.form === "two-vcn" || isWide(meaning[side])),
      );
    known.set(end, found);
    return found;
  };
  const isOpen = ({ carried }: EndpointClass) => carried.governed !== yes;
  const means = ({ meaning }: ReachStatement, other: EndpointClass) =>
    meaning !== null && matchSide(meaning[side], other, meaning.form === "two-vcn") !== no;
  return {
    may: (end: EndpointClass) => isOpen(end) || outward(end).length > 0,
    mayWith: (end: EndpointClass, other: EndpointClass) =>
      isOpen(end) || outward(end).some((statement) => means(statement, other)),
  };
}

export function acrossVcns(index: WorldIndex): AcrossVcns {
  const [leaving, arriving] = [sideAcross(index.leaving, "target"), sideAcross(index.arriving, "source")];
  return {
    mayLeave: leaving.may,
    mayArrive: arriving.may,
    mayPass: (source, target, first) =>
      first === "source"
        ? leaving.mayWith(source, target) && arriving.mayWith(target, source)
        : arriving.mayWith(target, source) && leaving.mayWith(source, target),
  };
}

/**
 * Pairs of endpoints in two VCNs, both of them governed, between which something may pass. What is not governed is among
 * the addresses outside.
 */
export function* pairsAcross(
  { classes }: CompiledWorld,
  { mayLeave, mayArrive, mayPass }: AcrossVcns,
): Generator<readonly [source: EndpointClass, target: EndpointClass]> {
  const governed = classes.filter(isGoverned);
  const targets = governed.filter(mayArrive);
  for (const source of governed.filter(mayLeave)) {
    for (const target of targets)
      if (source.vcn !== target.vcn && mayPass(source, target, "source")) yield [source, target];
  }
}

/** Calls `onPair` for endpoints in two VCNs for one of which a same-VCN statement speaks, naming the other by address. */
export function expandAcross(
  { meaning }: ReachStatement,
  { classes }: CompiledWorld,
  onPair: (source: EndpointClass, target: EndpointClass) => void,
): void {
  if (meaning === null || meaning.form === "two-vcn") return;
  const { source, target, sourceLocation } = meaning;
  if (!isWide(source) && !isWide(target)) return;
  const isHere = (end: EndpointClass, side: StatementSide) =>
    isLocatedAt(end.vcn, sourceLocation) !== no && matchSide(side, end, true) !== no;
  const governed = classes.filter(isGoverned);
  const join = (insides: readonly EndpointClass[], outsides: readonly EndpointClass[], isLeaving: boolean) => {
    for (const inside of insides) {
      for (const outside of outsides) {
        if (inside.vcn === outside.vcn) continue;
        if (isLeaving) onPair(inside, outside);
        else onPair(outside, inside);
      }
    }
  };
  const meantOutside = (side: StatementSide) =>
    isWide(side) ? governed.filter((end) => matchSide(side, end, false) !== no) : [];
  const here = (side: StatementSide) => governed.filter((end) => isHere(end, side));
  if (isWide(target)) join(here(source), meantOutside(target), true);
  if (isWide(source)) join(here(target), meantOutside(source), false);
}
