"use client";

import { useQuery } from "@tanstack/react-query";
import { ChangeStatusRow } from "@/components/shared/change-status-row";
import { ErrorNote } from "@/components/shared/error-note";
import { RunningPlanRow } from "@/components/shared/running-plan-row";
import { changesQuery } from "@/lib/queries/changes";

const shownEnded = 3;

/** Plans and changes that run now, then the last few that ended. */
export function OverviewChanges() {
  const { data, error, refetch } = useQuery(changesQuery());
  if (error && !data)
    return <ErrorNote title="The changes could not be read" error={error} onRetry={() => void refetch()} />;
  const items = data?.items ?? [];
  const shown = [
    ...items.filter((change) => !change.isFinished),
    ...items.filter((change) => change.isFinished).slice(0, shownEnded),
  ];
  const plans = data?.plans ?? [];
  if (shown.length + plans.length === 0) {
    return (
      <p className="rounded-box border-line bg-surface text-muted border px-3 py-2">
        No change has been made since the console was started.
      </p>
    );
  }
  return (
    <ul className="flex flex-col gap-2">
      {plans.map((plan) => (
        <li key={plan.id}>
          <RunningPlanRow plan={plan} />
        </li>
      ))}
      {shown.map((change) => (
        <li key={change.id}>
          <ChangeStatusRow change={change} />
        </li>
      ))}
    </ul>
  );
}
