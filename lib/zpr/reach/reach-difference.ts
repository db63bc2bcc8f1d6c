import { expandAcross } from "@/lib/zpr/reach/across-vcns";
import { no, perhaps } from "@/lib/zpr/reach/certainty";
import type { CompiledWorld } from "@/lib/zpr/reach/compile-world";
import { expandStatement, vcnFinderFrom } from "@/lib/zpr/reach/expand-statement";
import { jointEndsOf, type JointEnd, type JointEnds } from "@/lib/zpr/reach/joint-ends";
import { certaintyFor, type Outcome, outcomeOf, type PairFacts } from "@/lib/zpr/reach/outcome";
import { joinPieces, type ProtocolPiece, protocolPieces } from "@/lib/zpr/reach/protocol-pieces";
import type { FlowEnd } from "@/lib/zpr/reach/reach-end";
import type { ReachStatement } from "@/lib/zpr/reach/reach-statement";
import type { ReachEndpoint } from "@/lib/zpr/reach/reach-world";
import { mayMeanSet } from "@/lib/zpr/reach/unreadable-statements";
import { worldIndexOf } from "@/lib/zpr/reach/world-index";

export const flowChanges = ["gained", "lost", "perhaps-gained", "perhaps-lost", "unknown"] as const;
/** `unknown`: it may have passed before and may pass after, and the edit touches what decides it. */
export type FlowChange = (typeof flowChanges)[number];

export type FlowDifference = {
  readonly change: FlowChange;
  readonly source: JointEnd;
  readonly target: JointEnd;
  readonly protocol: ProtocolPiece;
  readonly before: Outcome & { readonly statements: readonly ReachStatement[] };
  readonly after: Outcome & { readonly statements: readonly ReachStatement[] };
};

export type ReachDifference = {
  /** Only what changes, in an order that does not depend on that of the statements. */
  readonly flows: readonly FlowDifference[];
  /** Statements that cannot be read and that the edit touches: what they change nobody can say. */
  readonly unreadable: readonly ReachStatement[];
  /** Endpoints that changed and whose VCN is not known. */
  readonly unplaced: readonly ReachEndpoint[];
};

/** No doubt has a line break in it, so that no two statements share one. */
const identityOf = ({ text, certainty, doubts }: ReachStatement) => `${certainty}${doubts.join()}\n${text}`;
const byText = (a: ReachStatement, b: ReachStatement) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0);

/** The statements of one world that the other has not, or has in another state. */
function only(those: readonly ReachStatement[], others: readonly ReachStatement[]): readonly ReachStatement[] {
  const known = new Set(others.map(identityOf));
  return those.filter((statement) => !known.has(identityOf(statement)));
}

function changeOf(before: Side, after: Side): FlowChange | null {
  const [from, to] = [before.passes, after.passes];
  if (from === to) return from === perhaps && before.identity !== after.identity ? "unknown" : null;
  if (from === perhaps || to === perhaps) return to > from ? "perhaps-gained" : "perhaps-lost";
  return to > from ? "gained" : "lost";
}

type Side = Outcome & { readonly statements: readonly ReachStatement[]; readonly identity: string };

function sideOf(facts: PairFacts, protocol: ProtocolPiece): Side {
  const outcome = outcomeOf(facts, protocol);
  const speaking = facts.supports.filter((support) => certaintyFor(support, protocol) !== no);
  const statements = [...new Set(speaking.map(({ statement }) => statement))].toSorted(byText);
  return { ...outcome, statements, identity: JSON.stringify([outcome, statements.map(identityOf)]) };
}

function differencesOf(
  [source, target]: readonly [JointEnd, JointEnd],
  before: PairFacts,
  after: PairFacts,
): readonly FlowDifference[] {
  const filters = [...before.supports, ...after.supports].flatMap(({ statement }) => statement.meaning?.protocol ?? []);
  const pieces = protocolPieces(filters).flatMap((protocol) => {
    const [from, to] = [sideOf(before, protocol), sideOf(after, protocol)];
    const change = changeOf(from, to);
    return change === null ? [] : [{ change, protocol, source, target, before: from, after: to }];
  });
  return joinPieces(pieces, (each) => JSON.stringify([each.change, each.before.identity, each.after.identity])).map(
    ({ before: from, after: to, ...rest }) => ({ ...rest, before: withoutIdentity(from), after: withoutIdentity(to) }),
  );
}

const withoutIdentity = ({ identity: _identity, ...outcome }: Side) => outcome;

/** A text by which an end is put in order, whatever the order of the statements. */
const endText = ({ after, endpoints }: JointEnd): string =>
  endpoints[0]?.id ?? (after.kind === "address" ? after.range.text : after.kind);

const byOrder = (a: FlowDifference, b: FlowDifference): number => {
  const [first, second] = [a, b].map(({ change, source, target }) =>
    [flowChanges.indexOf(change), endText(source), endText(target)].join("\n"),
  );
  return first === second || first === undefined || second === undefined ? 0 : first < second ? -1 : 1;
};

/** VCNs that carry something else after the edit: statements located by what came or went are touched by it. */
function touchedLocations(before: CompiledWorld, after: CompiledWorld): ReadonlySet<string> | "all" {
  const keys = new Set<string>();
  for (const [id, { carried }] of before.vcns) {
    const other = after.vcns.get(id)?.carried;
    if (other === undefined || other.text === carried.text) continue;
    if (carried.isOpen || other.isOpen) return "all";
    for (const set of [carried, other]) for (const key of [...set.sure, ...set.doubtful]) keys.add(key);
  }
  return keys;
}

/** Every pair of ends for which a statement speaks that the edit touches. */
function touchedPairs(ends: JointEnds, compiled: CompiledWorld, which: "before" | "after", touched: Touched): void {
  const options = { compiled, vcnsAt: vcnFinderFrom(compiled), outerEnds: ends.outer };
  const onPair = (source: FlowEnd, target: FlowEnd) => {
    for (const from of ends.of(source, which)) for (const to of ends.of(target, which)) touched.add(from, to);
  };
  for (const statement of touched.statements) {
    expandStatement(statement, options, onPair);
    expandAcross(statement, compiled, onPair);
  }
}

type Touched = {
  readonly statements: readonly ReachStatement[];
  readonly add: (source: JointEnd, target: JointEnd) => void;
};

/** Those that came or went, and those that may name another VCN after the edit than before. */
function touchedUnreadable(before: CompiledWorld, after: CompiledWorld): readonly ReachStatement[] {
  const moved = after.unreadable.filter(({ text }) =>
    [...before.vcns].some(([id, { carried }]) => {
      const other = after.vcns.get(id)?.carried;
      return other !== undefined && mayMeanSet(text, carried) !== mayMeanSet(text, other);
    }),
  );
  const came = only(after.unreadable, before.unreadable);
  return [...new Set([...only(before.unreadable, after.unreadable), ...came, ...moved])].toSorted(byText);
}

/** What an edit changes about what ZPR lets pass. Endpoints are held against themselves by id. */
export function reachDifference(before: CompiledWorld, after: CompiledWorld): ReachDifference {
  const ends = jointEndsOf(before, after);
  const pairs = new Map<JointEnd, Set<JointEnd>>();
  const add = (source: JointEnd, target: JointEnd) => {
    const targets = pairs.get(source);
    if (targets === undefined) pairs.set(source, new Set([target]));
    else targets.add(target);
  };
  const locations = touchedLocations(before, after);
  const isTouched = ({ meaning }: ReachStatement) =>
    meaning !== null &&
    (locations === "all" || locations.has(meaning.sourceLocation) || locations.has(meaning.targetLocation));
  const [gone, come] = [only(before.statements, after.statements), only(after.statements, before.statements)];
  const statementsOf = ({ statements }: CompiledWorld, changed: readonly ReachStatement[]) => [
    ...new Set([...changed, ...statements.filter(isTouched)]),
  ];
  touchedPairs(ends, before, "before", { statements: statementsOf(before, gone), add });
  touchedPairs(ends, after, "after", { statements: statementsOf(after, come), add });
  ends.addPairsOfChanged(add);
  const [indexBefore, indexAfter] = [worldIndexOf(before), worldIndexOf(after)];
  const flows: FlowDifference[] = [];
  for (const [source, targets] of pairs) {
    for (const target of targets) {
      const factsBefore = indexBefore.factsOf(source.before, target.before);
      const factsAfter = indexAfter.factsOf(source.after, target.after);
      flows.push(...differencesOf([source, target], factsBefore, factsAfter));
    }
  }
  return {
    flows: flows.toSorted(byOrder),
    unreadable: touchedUnreadable(before, after),
    unplaced: ends.unplacedChanged,
  };
}
