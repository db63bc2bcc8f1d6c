import { acrossVcns, pairsAcross } from "@/lib/zpr/reach/across-vcns";
import type { Support } from "@/lib/zpr/reach/applications";
import { no, yes } from "@/lib/zpr/reach/certainty";
import type { CompiledWorld } from "@/lib/zpr/reach/compile-world";
import { expandStatement, vcnFinderFrom } from "@/lib/zpr/reach/expand-statement";
import { certaintyFor, outcomeOf, type PairFacts } from "@/lib/zpr/reach/outcome";
import { outerEndsFrom } from "@/lib/zpr/reach/outer-ends";
import { joinPieces, type ProtocolPiece, protocolPieces } from "@/lib/zpr/reach/protocol-pieces";
import { type FlowEnd, governedOf } from "@/lib/zpr/reach/reach-end";
import type { ReachStatement } from "@/lib/zpr/reach/reach-statement";
import { worldIndexOf } from "@/lib/zpr/reach/world-index";

export type FlowProtocol = {
  readonly protocol: ProtocolPiece;
  readonly isSure: boolean;
  readonly statements: readonly ReachStatement[];
};

/** What statements allow from one end to another; no part of `protocols` is in another. */
export type ReachFlow = {
  readonly source: FlowEnd;
  readonly target: FlowEnd;
  readonly protocols: readonly FlowProtocol[];
};

export type Reach = {
  readonly flows: readonly ReachFlow[];
  /** Statements that may allow more: they cannot be read. */
  readonly unreadable: readonly ReachStatement[];
  /** Whether nothing could be missing: all policies, endpoints, attributes and VCNs are known, all statements read. */
  readonly isWhole: boolean;
};

const byText = (a: ReachStatement, b: ReachStatement) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0);

function protocolsOf(facts: PairFacts): readonly FlowProtocol[] {
  const filters = facts.supports.flatMap(({ statement: { meaning } }) => meaning?.protocol ?? []);
  const pieces = protocolPieces(filters).flatMap((protocol): readonly FlowProtocol[] => {
    const { passes } = outcomeOf(facts, protocol);
    const speaking = facts.supports.filter((support) => certaintyFor(support, protocol) !== no);
    if (passes === no || speaking.length === 0) return [];
    const statements = [...new Set(speaking.map(({ statement }) => statement))].toSorted(byText);
    return [{ protocol, isSure: passes === yes, statements }];
  });
  const numbers = new Map(facts.supports.map(({ statement }, index) => [statement, index]));
  return joinPieces(pieces, ({ isSure, statements }) =>
    JSON.stringify([isSure, statements.map((statement) => numbers.get(statement))]),
  );
}

/**
 * All flows that statements allow, surely or perhaps, where ZPR governs at least one end. Found from the sets that the
 * statements name, not by trying pairs.
 */
export function reachOf(compiled: CompiledWorld): Reach {
  const outerEnds = outerEndsFrom(compiled.ranges);
  const supports = new Map<FlowEnd, Map<FlowEnd, Support[]>>();
  const add = (source: FlowEnd, target: FlowEnd, found: Support) => {
    if (governedOf(source) === no && governedOf(target) === no) return;
    let targets = supports.get(source);
    if (targets === undefined) supports.set(source, (targets = new Map()));
    const known = targets.get(target);
    if (known === undefined) targets.set(target, [found]);
    else known.push(found);
  };
  const options = { compiled, vcnsAt: vcnFinderFrom(compiled), outerEnds };
  for (const statement of compiled.statements) {
    expandStatement(statement, options, (source, target, { serves, certainty }) =>
      add(source, target, { statement, serves, certainty }),
    );
  }
  const index = worldIndexOf(compiled);
  for (const [source, target] of pairsAcross(compiled, acrossVcns(index))) {
    for (const support of index.factsOf(source, target).supports) {
      if (support.serves !== "both") add(source, target, support);
    }
  }
  const flows: ReachFlow[] = [];
  const isListOpen = false;
  for (const [source, targets] of supports) {
    for (const [target, found] of targets) {
      const protocols = protocolsOf({ source, target, supports: found, isPerhapsMeant: false, isListOpen });
      if (protocols.length > 0) flows.push({ source, target, protocols });
    }
  }
  return { flows, unreadable: compiled.unreadable, isWhole: isWhole(compiled) };
}

function isWhole({ world, classes, vcns, unplaced, unreadable }: CompiledWorld): boolean {
  return (
    world.isPolicyListComplete &&
    world.isEndpointListComplete &&
    unplaced.size === 0 &&
    unreadable.length === 0 &&
    classes.every(({ carried }) => !carried.isOpen) &&
    [...vcns.values()].every(({ carried }) => !carried.isOpen)
  );
}
