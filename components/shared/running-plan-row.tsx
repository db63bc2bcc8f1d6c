import { planTitle, planWords } from "@/components/shared/plan-words";
import { TextLink } from "@/components/shared/text-link";
import { TimeAgo } from "@/components/shared/time-ago";
import { Literal } from "@/components/ui/literal";
import { StatusWord } from "@/components/ui/status-word";
import type { RunningPlan } from "@/lib/contract/changes";
import { routes } from "@/lib/routes";

/** A change plan that runs: what it does, how far it is, and the way to its page. */
export function RunningPlanRow({ plan }: { readonly plan: RunningPlan }) {
  const { id, isCancelling, operations, verified, total, current, startedAt } = plan;
  const { shape, tone, word } = planWords[isCancelling ? "cancelling" : "running"];
  return (
    <div data-plan={id} className="rounded-box border-line bg-surface flex flex-col gap-1.5 border px-3 py-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StatusWord shape={shape} tone={tone}>
          {word}
        </StatusWord>
        <TextLink href={routes.changePlan(id)} look="name">
          <Literal text={planTitle(operations)} />
        </TextLink>
        <span className="text-muted ml-auto">
          started <TimeAgo time={startedAt} />
        </span>
      </div>
      <p className="text-muted">
        {`Change plan, ${verified} of ${total} verified`}
        {current !== null && (
          <>
            , now <Literal text={current} />
          </>
        )}
      </p>
    </div>
  );
}
