"use client";

import { useEveryChange } from "@/components/shared/every-change";
import { EveryChangeRow } from "@/components/shared/every-change-row";
import { RunningPlanRow } from "@/components/shared/running-plan-row";
import { useAnnounce } from "@/components/ui/live-region";
import { StatusGlyph } from "@/components/ui/status-glyph";
import { formatCounted } from "@/lib/format";
import { useFollowPolicyChanges } from "@/lib/queries/zpr-policy-changes";

const shownChanges = 8;

/** How many changes run now, or how far a plan is, and the newest ones in a panel. Nothing before the first change. */
export function ChangesPanel() {
  const { changes, plans } = useEveryChange();
  useFollowPolicyChanges(useAnnounce());
  if (changes.length + plans.length === 0) return null;
  const [plan] = plans;
  const running = changes.filter(({ change }) => !change.isFinished).length + plans.length;
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
          {changes.slice(0, shownChanges).map((each) => (
            <li key={each.change.id}>
              <EveryChangeRow each={each} />
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}
