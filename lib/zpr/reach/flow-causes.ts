import { type Application, applicationCertainty, applicationsOf } from "@/lib/zpr/reach/applications";
import { perhaps } from "@/lib/zpr/reach/certainty";
import type { CompiledWorld } from "@/lib/zpr/reach/compile-world";
import { type FlowEnd, governedOf } from "@/lib/zpr/reach/reach-end";
import type { ReachStatement } from "@/lib/zpr/reach/reach-statement";
import type { TracedStatement, UnknownCause } from "@/lib/zpr/reach/trace";
import { causesOf } from "@/lib/zpr/reach/trace-causes";
import { mayConcern } from "@/lib/zpr/reach/unreadable-statements";

const traced = (statement: ReachStatement, application: Application): TracedStatement => ({
  statement,
  application,
  protocol: "protocol-covered",
  failed: [],
});

/** Why it is not known whether these statements allow what passes between two ends, each cause once. */
export function flowCauses(
  compiled: CompiledWorld,
  [source, target]: readonly [FlowEnd, FlowEnd],
  statements: readonly ReachStatement[],
): readonly UnknownCause[] {
  const doubtful = statements.flatMap((statement) =>
    statement.meaning === null
      ? []
      : applicationsOf(statement.meaning, source, target)
          .filter((application) => applicationCertainty(statement, application) === perhaps)
          .map((application) => traced(statement, application)),
  );
  const codes = causesOf({
    doubtful,
    unreadable: compiled.unreadable.filter((statement) => mayConcern(statement, source, target)),
    isPerhapsGoverned: [source, target].some((end) => governedOf(end) === perhaps),
    isListOpen: !compiled.world.isPolicyListComplete,
  });
  return [...new Set(codes.map(({ code }) => code))];
}
