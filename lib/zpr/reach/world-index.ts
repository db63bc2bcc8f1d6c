import { type Support, supportsBy, isLocatedAt } from "@/lib/zpr/reach/applications";
import type { CarriedSet } from "@/lib/zpr/reach/carried-set";
import { no } from "@/lib/zpr/reach/certainty";
import type { CompiledWorld } from "@/lib/zpr/reach/compile-world";
import { matchSide } from "@/lib/zpr/reach/match-side";
import type { PairFacts } from "@/lib/zpr/reach/outcome";
import type { EndpointClass, FlowEnd, PlacedVcn } from "@/lib/zpr/reach/reach-end";
import type { ReachStatement } from "@/lib/zpr/reach/reach-statement";
import { mayConcern } from "@/lib/zpr/reach/unreadable-statements";

/** Which statements may speak for an endpoint, found when first asked for. */
export type WorldIndex = {
  /** Those whose source it is, in its own VCN. */
  readonly leaving: (end: EndpointClass) => readonly ReachStatement[];
  /** Those whose target it is, in its own VCN. */
  readonly arriving: (end: EndpointClass) => readonly ReachStatement[];
  /** Everything about one pair of ends. */
  readonly factsOf: (source: FlowEnd, target: FlowEnd) => PairFacts;
};

const keysOf = ({ sure, doubtful }: CarriedSet): readonly string[] => [...new Set([...sure, ...doubtful])];

const indexes = new WeakMap<CompiledWorld, WorldIndex>();

const grouped = (statements: readonly ReachStatement[], keyOf: (statement: ReachStatement) => string | undefined) => {
  const groups = new Map<string, ReachStatement[]>();
  for (const statement of statements) {
    const key = keyOf(statement);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [statement]);
    else group.push(statement);
  }
  return groups;
};

/** The statements of one VCN: those that name an attribute at one side by its key, and the others. */
type OfVcn = {
  readonly all: readonly ReachStatement[];
  readonly byKey: ReadonlyMap<string, readonly ReachStatement[]>;
  readonly wide: readonly ReachStatement[];
};

/** Finds, and then knows, the statements of which one side is in the VCN and means the endpoint. */
function sideIndex(statements: readonly ReachStatement[], side: "source" | "target") {
  const location = side === "source" ? "sourceLocation" : "targetLocation";
  const byLocation = grouped(statements, ({ meaning }) => meaning?.[location]);
  const keyOf = ({ meaning }: ReachStatement) => (meaning?.[side].kind === "attribute" ? meaning[side].key : undefined);
  const ofVcn = new Map<PlacedVcn, OfVcn>();
  const ofClass = new Map<EndpointClass, readonly ReachStatement[]>();
  const inVcn = (vcn: PlacedVcn): OfVcn => {
    const known = ofVcn.get(vcn);
    if (known !== undefined) return known;
    const all = vcn.carried.isOpen
      ? statements.filter(({ meaning }) => meaning !== null && isLocatedAt(vcn, meaning[location]) !== no)
      : keysOf(vcn.carried).flatMap((key) => byLocation.get(key) ?? []);
    const found = { all, byKey: grouped(all, keyOf), wide: all.filter((each) => keyOf(each) === undefined) };
    ofVcn.set(vcn, found);
    return found;
  };
  const meaning = (end: EndpointClass, { all, byKey, wide }: OfVcn): readonly ReachStatement[] => {
    const means = (each: ReachStatement) => each.meaning !== null && matchSide(each.meaning[side], end, true) !== no;
    if (end.carried.isOpen) return all.filter(means);
    return [...wide.filter(means), ...keysOf(end.carried).flatMap((key) => byKey.get(key) ?? [])];
  };
  const of = (end: EndpointClass): readonly ReachStatement[] => {
    const known = ofClass.get(end);
    if (known !== undefined) return known;
    const found = meaning(end, inVcn(end.vcn));
    ofClass.set(end, found);
    return found;
  };
  return { of, isKnown: (end: EndpointClass) => ofClass.has(end) };
}

export function worldIndexOf(compiled: CompiledWorld): WorldIndex {
  const known = indexes.get(compiled);
  if (known !== undefined) return known;
  const leaving = sideIndex(compiled.statements, "source");
  const arriving = sideIndex(compiled.statements, "target");

  const candidates = (source: FlowEnd, target: FlowEnd): Iterable<ReachStatement> => {
    if (source.kind !== "class") return target.kind === "class" ? arriving.of(target) : [];
    if (target.kind !== "class") return leaving.of(source);
    if (source.vcn !== target.vcn) return new Set([...leaving.of(source), ...arriving.of(target)]);
    return arriving.isKnown(target) && !leaving.isKnown(source) ? arriving.of(target) : leaving.of(source);
  };

  const factsOf = (source: FlowEnd, target: FlowEnd): PairFacts => {
    const supports: Support[] = [];
    for (const statement of candidates(source, target)) supports.push(...supportsBy(statement, source, target));
    return {
      source,
      target,
      supports,
      isPerhapsMeant: compiled.unreadable.some((statement) => mayConcern(statement, source, target)),
      isListOpen: !compiled.world.isPolicyListComplete,
    };
  };
  const index = { leaving: leaving.of, arriving: arriving.of, factsOf };
  indexes.set(compiled, index);
  return index;
}
