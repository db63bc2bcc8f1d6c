import {
  type Application,
  isLocatedAt,
  isOuterInside,
  locationCertainties,
  reasonBetween,
} from "@/lib/zpr/reach/applications";
import { both, type Certainty, no } from "@/lib/zpr/reach/certainty";
import type { CompiledWorld, VcnClasses } from "@/lib/zpr/reach/compile-world";
import { matchSide } from "@/lib/zpr/reach/match-side";
import type { EndpointClass, FlowEnd, OuterEnd, PlacedVcn } from "@/lib/zpr/reach/reach-end";
import type { ReachStatement, StatementMeaning, StatementSide } from "@/lib/zpr/reach/reach-statement";

export type OnPair = (
  source: FlowEnd,
  target: FlowEnd,
  support: { readonly serves: Application["serves"]; readonly certainty: Certainty },
) => void;

type Meant<T> = readonly (readonly [end: T, certainty: Certainty])[];

function classesMeant({ all, byKey, open }: VcnClasses, side: StatementSide): Meant<EndpointClass> {
  if (side.kind === "osn-services") return [];
  const candidates = side.kind === "attribute" ? [...(byKey.get(side.key) ?? []), ...open] : all;
  return candidates.flatMap((end) => {
    const certainty = matchSide(side, end, true);
    return certainty === no ? [] : [[end, certainty] as const];
  });
}

function outerMeant(ends: readonly OuterEnd[], side: StatementSide, vcn: PlacedVcn): Meant<OuterEnd> {
  if (side.kind === "attribute") return [];
  return ends.flatMap((end) => {
    const certainty = matchSide(side, end, isOuterInside(end, vcn));
    return certainty === no ? [] : [[end, certainty] as const];
  });
}

function pair(sources: Meant<FlowEnd>, targets: Meant<FlowEnd>, certainty: Certainty, onPair: OnPair): void {
  for (const [source, ofSource] of sources) {
    for (const [target, ofTarget] of targets) {
      onPair(source, target, { serves: "both", certainty: both(certainty, both(ofSource, ofTarget)) });
    }
  }
}

/** Finds the VCNs that an attribute locates, with how sure that is. */
export function vcnFinderFrom({ classesOfVcn }: CompiledWorld): (key: string) => Meant<PlacedVcn> {
  const known = new Map<string, Meant<PlacedVcn>>();
  return (key) => {
    const found =
      known.get(key) ??
      [...classesOfVcn.keys()].flatMap((vcn) => {
        const certainty = isLocatedAt(vcn, key);
        return certainty === no ? [] : [[vcn, certainty] as const];
      });
    known.set(key, found);
    return found;
  };
}

export type ExpandOptions = {
  readonly compiled: CompiledWorld;
  readonly vcnsAt: ReturnType<typeof vcnFinderFrom>;
  readonly outerEnds: readonly OuterEnd[];
};

/**
 * Calls `onPair` for every pair of ends that a statement may allow traffic between, found from the sets that it names.
 * Left out are pairs of endpoints in two VCNs that a same-VCN statement joins by address: each end has its own there.
 */
export function expandStatement(statement: ReachStatement, options: ExpandOptions, onPair: OnPair): void {
  const { meaning, certainty } = statement;
  if (meaning === null) return;
  if (meaning.form === "two-vcn") {
    expandTwoVcns(meaning, certainty, options, onPair);
    return;
  }
  for (const [vcn, located] of options.vcnsAt(meaning.sourceLocation)) {
    const classes = options.compiled.classesOfVcn.get(vcn);
    if (classes === undefined) continue;
    const surely = both(certainty, located);
    const [sources, targets] = [classesMeant(classes, meaning.source), classesMeant(classes, meaning.target)];
    pair(sources, targets, surely, onPair);
    if (sources.length > 0) pair(sources, outerMeant(options.outerEnds, meaning.target, vcn), surely, onPair);
    if (targets.length > 0) pair(outerMeant(options.outerEnds, meaning.source, vcn), targets, surely, onPair);
  }
}

function expandTwoVcns(
  meaning: StatementMeaning,
  certainty: Certainty,
  { compiled: { classesOfVcn }, vcnsAt }: ExpandOptions,
  onPair: OnPair,
): void {
  for (const [from, ofFrom] of vcnsAt(meaning.sourceLocation)) {
    for (const [to, ofTo] of vcnsAt(meaning.targetLocation)) {
      const between = locationCertainties[reasonBetween(from, to)];
      const located = both(certainty, both(between, both(ofFrom, ofTo)));
      const [sources, targets] = [classesOfVcn.get(from), classesOfVcn.get(to)];
      if (located === no || sources === undefined || targets === undefined) continue;
      pair(classesMeant(sources, meaning.source), classesMeant(targets, meaning.target), located, onPair);
    }
  }
}
