import { FindingCount } from "@/components/shared/finding-count";
import { standingWords } from "@/components/shared/surface-standing";
import { VerdictCountsSummary } from "@/components/shared/verdict-counts-summary";
import { StatusWord } from "@/components/ui/status-word";
import type { NodePoolListItem } from "@/lib/contract/clusters";
import { routes } from "@/lib/routes";

/** What is wrong with a node pool: all of its findings, and which of them its attributes show. */
export function NodePoolFindings({
  nodePool: { id, findings, secondary, verdicts },
}: {
  readonly nodePool: Pick<NodePoolListItem, "id" | "findings" | "secondary" | "verdicts">;
}) {
  const differs = secondary.differingVnics !== null;
  const isNone = findings.high + findings.medium + findings.low === 0;
  const { shape, tone, word } = standingWords.differs;
  return (
    <span className="inline-flex flex-col items-start gap-0.5">
      <FindingCount counts={findings} href={routes.findings({ resourceId: id })} />
      {differs && (
        <StatusWord shape={shape} tone={tone}>
          {word}
        </StatusWord>
      )}
      <VerdictCountsSummary counts={verdicts} noneWord={isNone ? "None" : ""} />
    </span>
  );
}
