"use client";

import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { StatusGlyph } from "@/components/ui/status-glyph";
import { formatCounted } from "@/lib/format";
import { changesQuery } from "@/lib/queries/changes";

// Most pages are opened while there is no change: its row is loaded with the first one.
const ChangeStatusRow = dynamic(() =>
  import("@/components/shared/change-status-row").then((module) => module.ChangeStatusRow),
);
const RunningPlanRow = dynamic(() =>
  import("@/components/shared/running-plan-row").then((module) => module.RunningPlanRow),
);

const shownChanges = 8;

/** How many changes run now, or how far a plan is, and the newest ones in a panel. Not there before the first change. */
export function RunningChanges() {
  const { items: changes = [], plans = [] } = useQuery(changesQuery()).data ?? {};
  if (changes.length + plans.length === 0) return null;
  const [plan] = plans;
  const running = changes.filter((change) => !change.isFinished).length + plans.length;
  const words = running > 0 ? `${formatCounted(running, "change")} running` : formatCounted(changes.length, "change");
  return (
    <>
      <button
        type="button"
        popoverTarget="changes-panel"
        className="rounded-box text-muted hover:bg-hover hover:text-ink inline-flex h-8 items-center gap-1.5 px-2 whitespace-nowrap"
      >
        <StatusGlyph shape={running > 0 ? "clock" : "tick"} tone={running > 0 ? "pending" : "neutral"} />
        <span className="max-md:sr-only">
          {plan === undefined ? words : `Plan: ${plan.verified} of ${plan.total} verified`}
        </span>
      </button>
      <div
        id="changes-panel"
        popover="auto"
        role="dialog"
        aria-label="Changes"
        className="layer-in rounded-box border-line bg-raised shadow-float fixed top-11 right-3 max-h-[calc(100dvh-4rem)] w-[min(40rem,calc(100vw-1.5rem))] overflow-y-auto border p-3"
      >
        <h2 className="mb-2 font-medium">Changes since the console was started</h2>
        <ul className="flex flex-col gap-2">
          {plans.map((each) => (
            <li key={each.id}>
              <RunningPlanRow plan={each} />
            </li>
          ))}
          {changes.slice(0, shownChanges).map((change) => (
            <li key={change.id}>
              <ChangeStatusRow change={change} />
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}
