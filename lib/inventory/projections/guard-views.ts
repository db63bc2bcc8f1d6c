import type { GuardLineView, GuardPairView, NeededFlowView } from "@/lib/contract/guards";
import type { NeededFlow } from "@/lib/zpr/guards/cluster-access";
import { verdictOfCertainty } from "@/lib/zpr/guards/evaluate-clusters";
import type { GuardResult } from "@/lib/zpr/guards/evaluate-guards";
import type { GuardEvidence } from "@/lib/zpr/guards/guard-evidence";
import type { GuardLine } from "@/lib/zpr/guards/guard-file";
import type { ReachEndpoint } from "@/lib/zpr/reach/reach-world";
import type { TracedStatement } from "@/lib/zpr/reach/trace";

/** New nodes stand for themselves in a world, under the id of their pool and a suffix. */
const endView = (resource: ReachEndpoint | null, text: string) => ({
  text,
  resourceId: resource?.id.replace(/:new-nodes$/u, "") ?? null,
});

const statementView = ({ statement: { text, places } }: TracedStatement) => ({
  text,
  places: places.map(({ policyId, policyName, index }) => ({ policyId, policyName, index })),
});

/** Pairs of a line, as a page shows them. */
export const guardPairView = (
  { source, destination, count, trace, cure }: GuardEvidence,
  { protocol }: GuardLine,
): GuardPairView => ({
  source: endView(trace.source, source),
  destination: endView(trace.destination, destination),
  protocol: protocol.text,
  count,
  verdict: trace.verdict,
  reason: trace.reason,
  statements: [...trace.allowing, ...trace.perhaps].map(statementView),
  cure,
});

export const guardLineView = (result: GuardResult): GuardLineView => {
  const { line, verdict, cause, pairCount, failingPairCount, evidence } = result;
  return {
    id: line.id,
    expects: line.expects,
    from: line.from.text,
    to: line.to.text,
    protocol: line.protocol.text,
    verdict,
    cause,
    pairCount,
    failingPairCount,
    pairs: evidence.map((each) => guardPairView(each, line)),
  };
};

export const neededFlowView = ({ certainty, ...flow }: NeededFlow): NeededFlowView => ({
  ...flow,
  verdict: verdictOfCertainty(certainty),
});
