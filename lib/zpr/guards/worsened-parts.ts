import type { GuardLine } from "@/lib/zpr/guards/guard-file";
import { no, yes } from "@/lib/zpr/reach/certainty";
import type { CompiledWorld } from "@/lib/zpr/reach/compile-world";
import { cutsOf, flowParts } from "@/lib/zpr/reach/flow-parts";
import type { TraceEnd } from "@/lib/zpr/reach/trace";
import { resolveEnds } from "@/lib/zpr/reach/trace-ends";

/** How much worse an edit makes a pair of ends that breaks its line before and after: `null` for not at all. */
export type Worsening = "certain" | "uncertain" | null;

/**
 * Holds the parts of the traffic between two ends against one another: a line that is broken for one block or port is
 * broken further when another opens, or no longer passes.
 */
export function worsenedParts(
  [before, after]: readonly [CompiledWorld, CompiledWorld],
  [source, destination]: readonly [TraceEnd, TraceEnd],
  { expects, protocol }: GuardLine,
): Worsening {
  const [old, fresh] = [before, after].map((compiled) => resolveEnds(compiled, source, destination));
  if (old === undefined || fresh === undefined || old.unknown !== null || fresh.unknown !== null) return null;
  const [oldEnds, freshEnds] = [
    [old.source.end, old.target.end] as const,
    [fresh.source.end, fresh.target.end] as const,
  ];
  const cuts = [cutsOf(before, oldEnds), cutsOf(after, freshEnds)];
  const both = {
    ranges: cuts.flatMap(({ ranges }) => ranges),
    protocols: cuts.flatMap(({ protocols }) => protocols),
  };
  const stood = new Map(flowParts(before, oldEnds, protocol.set, both).map((part) => [part.key, part.outcome.passes]));
  const broken = expects === "reach" ? no : yes;
  let worst: Worsening = null;
  for (const { key, outcome } of flowParts(after, freshEnds, protocol.set, both)) {
    const was = stood.get(key);
    const isWorse = was !== undefined && (expects === "reach" ? outcome.passes < was : outcome.passes > was);
    if (isWorse && outcome.passes === broken) return "certain";
    if (isWorse) worst = "uncertain";
  }
  return worst;
}
