"use client";

import { RefreshCw } from "lucide-react";
import { ErrorNote, type ShownError } from "@/components/shared/error-note";
import { readinessOrder, readinessWords, type ReadinessOutcome } from "@/components/shared/readiness-words";
import { Button } from "@/components/ui/button";
import { StatusWord } from "@/components/ui/status-word";
import type { ClusterReadiness } from "@/lib/contract/readiness";

const countKeys: Record<ReadinessOutcome, keyof ClusterReadiness["counts"]> = {
  fail: "fail",
  unknown: "unknown",
  "not-checked": "notChecked",
  pass: "pass",
  "does-not-apply": "doesNotApply",
};

type ReadinessSummaryProps = {
  readonly readiness: ClusterReadiness;
  readonly isReading: boolean;
  readonly error: ShownError | null;
  readonly onRead: () => void;
};

/** "2 fail, 3 unknown, 9 pass", and the way to have the rest looked at again. */
export function ReadinessSummary({ readiness: { counts }, isReading, error, onRead }: ReadinessSummaryProps) {
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <ul aria-label="Outcome of the checks" className="flex flex-wrap gap-x-4 gap-y-1">
          {readinessOrder
            .filter((outcome) => counts[countKeys[outcome]] > 0)
            .map((outcome) => (
              <li key={outcome}>
                <StatusWord shape={readinessWords[outcome].shape} tone={readinessWords[outcome].tone}>
                  {counts[countKeys[outcome]]} {readinessWords[outcome].word.toLowerCase()}
                </StatusWord>
              </li>
            ))}
        </ul>
        <Button
          icon={<RefreshCw aria-hidden="true" className="size-3.5" />}
          {...(isReading && { pendingLabel: "Reading" })}
          onClick={onRead}
        >
          Check again
        </Button>
      </div>
      {error && <ErrorNote title="Add-ons and policies could not be read again" error={error} onRetry={onRead} />}
    </div>
  );
}
