import { standingWords } from "@/components/shared/surface-standing";
import { VerdictCountsSummary } from "@/components/shared/verdict-counts-summary";
import { StatusWord } from "@/components/ui/status-word";
import type { NodePoolListItem } from "@/lib/contract/clusters";

/** What is wrong with a node pool: attributes that are stale or unknown, and secondary VNICs that disagree. */
export function NodePoolFindings({
  nodePool,
}: {
  readonly nodePool: Pick<NodePoolListItem, "secondary" | "verdicts">;
}) {
  const differs = nodePool.secondary.differingVnics !== null;
  const { shape, tone, word } = standingWords.differs;
  return (
    <span className="inline-flex flex-col items-start gap-0.5">
      {differs && (
        <StatusWord shape={shape} tone={tone}>
          {word}
        </StatusWord>
      )}
      <VerdictCountsSummary counts={nodePool.verdicts} noneWord={differs ? "" : "None"} />
    </span>
  );
}
