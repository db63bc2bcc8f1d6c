import { StateWord } from "@/components/shared/state-word";
import { standingWords, surfaceStanding } from "@/components/shared/surface-standing";
import { verdictOrder, verdictWords } from "@/components/shared/verdict-words";
import { StatusWord } from "@/components/ui/status-word";
import type { ProtectedResource } from "@/lib/oke/protected-resource";
import { verdictCounts } from "@/lib/zpr/verdict-state";

type SurfaceStateProps = {
  readonly resource: ProtectedResource;
  /** Whether the life-cycle state is said too; not where it already stands above. */
  readonly isLifecycleShown?: boolean;
};

/** Whether a surface is protected and what is wrong with it, each as shape and word; its life-cycle state when not ACTIVE. */
export function SurfaceState({ resource, isLifecycleShown = true }: SurfaceStateProps) {
  const standing = surfaceStanding(resource);
  const differs = resource.differingVnics !== null;
  const counts = verdictCounts(
    resource.differingVnics?.flatMap((vnic) => vnic.securityAttributes) ?? resource.securityAttributes,
  );
  const wrong = verdictOrder.filter((state) => counts[state] > 0);
  const words = standingWords[standing];
  return (
    <span className="inline-flex flex-col items-start gap-0.5">
      {wrong.map((state) => (
        <StatusWord key={state} shape={verdictWords[state].shape} tone={verdictWords[state].tone}>
          {counts[state]} {verdictWords[state].word}
        </StatusWord>
      ))}
      {differs && (
        <StatusWord shape={standingWords.differs.shape} tone={standingWords.differs.tone}>
          {standingWords.differs.word}
        </StatusWord>
      )}
      {wrong.length === 0 && !differs && (
        <StatusWord shape={words.shape} tone={words.tone}>
          {words.word}
        </StatusWord>
      )}
      {isLifecycleShown && resource.lifecycleState !== "ACTIVE" && <StateWord state={resource.lifecycleState} />}
    </span>
  );
}
