import type { Support } from "@/lib/zpr/reach/applications";
import { both, type Certainty, either, no, perhaps, yes } from "@/lib/zpr/reach/certainty";
import { coverOf, type ProtocolSet } from "@/lib/zpr/reach/protocol-set";
import { type FlowEnd, governedOf } from "@/lib/zpr/reach/reach-end";

/** What is known about one pair of ends: all that its outcome for any protocol follows from. */
export type PairFacts = {
  readonly source: FlowEnd;
  readonly target: FlowEnd;
  readonly supports: readonly Support[];
  /** A statement that cannot be read may be about it. */
  readonly isPerhapsMeant: boolean;
  /** Not all policies were read. */
  readonly isListOpen: boolean;
};

export type Outcome = {
  /** Whether ZPR lets it pass, because it allows it or does not govern it. */
  readonly passes: Certainty;
  readonly isGoverned: Certainty;
  /** What the statements say for each end, whether it is governed or not. */
  readonly atSource: Certainty;
  readonly atDestination: Certainty;
};

/** How sure a support allows a piece of traffic. */
export function certaintyFor({ statement, certainty }: Support, protocol: ProtocolSet): Certainty {
  return statement.meaning === null ? no : both(certainty, coverOf(statement.meaning.protocol, protocol));
}

/** An end that carries nothing needs no statement; for one that may carry nothing, its lack is no certain block. */
const endPasses = (governed: Certainty, allowed: Certainty): Certainty => {
  if (governed === no) return yes;
  return governed === perhaps ? either(perhaps, allowed) : allowed;
};

/** What ZPR does with a piece of traffic between two ends: each governed end needs a statement that speaks for it. */
export function outcomeOf(facts: PairFacts, protocol: ProtocolSet): Outcome {
  const [ofSource, ofTarget] = [governedOf(facts.source), governedOf(facts.target)];
  let atSource: Certainty = facts.isPerhapsMeant ? perhaps : no;
  let atDestination: Certainty = atSource;
  for (const support of facts.supports) {
    const certainty = certaintyFor(support, protocol);
    if (support.serves !== "destination") atSource = either(atSource, certainty);
    if (support.serves !== "source") atDestination = either(atDestination, certainty);
  }
  const passes = both(endPasses(ofSource, atSource), endPasses(ofTarget, atDestination));
  return {
    passes: passes === no && facts.isListOpen ? perhaps : passes,
    isGoverned: either(ofSource, ofTarget),
    atSource,
    atDestination,
  };
}
