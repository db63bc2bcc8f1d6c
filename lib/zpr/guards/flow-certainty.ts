import { both, type Certainty, either, no, perhaps, yes } from "@/lib/zpr/reach/certainty";
import type { CompiledWorld } from "@/lib/zpr/reach/compile-world";
import { outcomeOf } from "@/lib/zpr/reach/outcome";
import { protocolPieces } from "@/lib/zpr/reach/protocol-pieces";
import { coverOf, type ProtocolSet } from "@/lib/zpr/reach/protocol-set";
import type { FlowEnd } from "@/lib/zpr/reach/reach-end";
import { worldIndexOf } from "@/lib/zpr/reach/world-index";

/** How sure it is that ZPR lets traffic pass, because it allows it or does not govern it. */
export type FlowCertainty = {
  /** All of it. */
  readonly all: Certainty;
  /** Any part of it, such as one port of many. */
  readonly any: Certainty;
};

export const unknownFlow: FlowCertainty = { all: perhaps, any: perhaps };

/** Judges each part of the traffic that the statements treat alike, so that a port of many is not "perhaps". */
export function flowCertainty(
  compiled: CompiledWorld,
  [source, target]: readonly [FlowEnd, FlowEnd],
  protocol: ProtocolSet,
): FlowCertainty {
  const facts = worldIndexOf(compiled).factsOf(source, target);
  const filters = facts.supports.flatMap(({ statement }) => statement.meaning?.protocol ?? []);
  let [all, any]: [Certainty, Certainty] = [yes, no];
  for (const piece of protocolPieces([...filters, protocol])) {
    if (coverOf(protocol, piece) !== yes) continue;
    const { passes } = outcomeOf(facts, piece);
    [all, any] = [both(all, passes), either(any, passes)];
  }
  return { all, any };
}
