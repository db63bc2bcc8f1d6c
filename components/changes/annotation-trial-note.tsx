import { RefreshCw } from "lucide-react";
import { CodeBlock } from "@/components/changes/as-code";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Literal } from "@/components/ui/literal";
import { StatusWord } from "@/components/ui/status-word";
import type { AnnotationPreview } from "@/lib/contract/change-preview";

type Outcome = AnnotationPreview["outcomes"][number];

/** The outcome whose trial is shown: the chosen one; before a choice one that is refused like all the others. */
export function triedOutcome({ outcomes }: AnnotationPreview, chosen: Outcome | null): Outcome | null {
  if (chosen !== null) return chosen;
  return outcomes.every(({ trial }) => trial.state === "refused") ? (outcomes[0] ?? null) : null;
}

type AnnotationTrialNoteProps = {
  readonly outcome: Outcome;
  readonly isTrying: boolean;
  readonly onTryAgain: () => void;
};

/** What the cluster said when the write was tried out, and what to do where it would refuse it. */
export function AnnotationTrialNote({ outcome: { trial, command }, isTrying, onTryAgain }: AnnotationTrialNoteProps) {
  if (trial.state === "passed") {
    return (
      <p className="flex flex-wrap items-center gap-x-2">
        <StatusWord shape="tick" tone="allowed">
          The cluster lets it through
        </StatusWord>
        <span className="text-muted">
          Tried out just now with <code className="font-mono">dryRun=All</code>, which stores nothing.
        </span>
      </p>
    );
  }
  const isRefused = trial.state === "refused";
  return (
    <Banner
      tone={isRefused ? "warning" : "unknown"}
      role="status"
      title={isRefused ? "The cluster would refuse this" : "The cluster could not try this out"}
    >
      <p>
        It was asked with <code className="font-mono">dryRun=All</code>, which stores nothing.{" "}
        <Literal text={trial.message} />
      </p>
      {!isRefused && <p>It is tried out once more before anything is written.</p>}
      <p className="text-note text-muted mt-1 font-mono">
        <Literal text={trial.code} />
      </p>
      {isRefused && (
        <div className="mt-2">
          <CodeBlock label="kubectl command for somebody who may" what="command" text={command} />
        </div>
      )}
      <div className="mt-2">
        <Button
          size="small"
          icon={<RefreshCw aria-hidden="true" className="size-3.5" />}
          pendingLabel={isTrying ? "Trying" : undefined}
          onClick={onTryAgain}
        >
          Try again
        </Button>
      </div>
    </Banner>
  );
}
