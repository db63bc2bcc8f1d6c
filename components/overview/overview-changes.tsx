"use client";

import { ErrorNote } from "@/components/shared/error-note";
import { useEveryChange } from "@/components/shared/every-change";
import { EveryChangeRow } from "@/components/shared/every-change-row";
import { RunningPlanRow } from "@/components/shared/running-plan-row";

const shownEnded = 3;

/** Plans and changes that run now, then the last few that ended. */
export function OverviewChanges() {
  const { changes, plans, error, retry } = useEveryChange();
  const shown = [
    ...changes.filter(({ change }) => !change.isFinished),
    ...changes.filter(({ change }) => change.isFinished).slice(0, shownEnded),
  ];
  return (
    <div className="flex flex-col gap-2">
      {error && <ErrorNote title="Not all changes could be read" error={error} onRetry={retry} />}
      {shown.length + plans.length > 0 ? (
        <ul aria-label="Changes" className="flex flex-col gap-2">
          {plans.map((plan) => (
            <li key={plan.id}>
              <RunningPlanRow plan={plan} />
            </li>
          ))}
          {shown.map((each) => (
            <li key={each.change.id}>
              <EveryChangeRow each={each} />
            </li>
          ))}
        </ul>
      ) : (
        !error && (
          <p className="rounded-box border-line bg-surface text-muted border px-3 py-2">
            No change has been made since the console was started.
          </p>
        )
      )}
    </div>
  );
}
