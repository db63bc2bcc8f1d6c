"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { DifferenceList } from "@/components/changes/difference-list";
import { PlanSubject } from "@/components/changes/plan/plan-subject";
import { ErrorNote } from "@/components/shared/error-note";
import { LinkButton } from "@/components/shared/link-button";
import { OverrideNote } from "@/components/shared/override-note";
import { PageHeader } from "@/components/shared/page-header";
import { planStepWords, planTitle, planWords } from "@/components/shared/plan-words";
import { QueryBoundary } from "@/components/shared/query-boundary";
import { TimeAgo } from "@/components/shared/time-ago";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Literal } from "@/components/ui/literal";
import { useAnnounce } from "@/components/ui/live-region";
import { TableSkeleton } from "@/components/ui/skeleton";
import { StatusWord } from "@/components/ui/status-word";
import type { ChangePlan } from "@/lib/contract/change-plan";
import { formatCounted } from "@/lib/format";
import { changePlanQuery, useCancelChangePlan } from "@/lib/queries/change-plans";
import { routes } from "@/lib/routes";

/** One plan, followed to its end. It runs in the console, not in the page: closing the page changes nothing. */
export function PlanView({ planId }: { readonly planId: string }) {
  const query = useQuery(changePlanQuery(planId));
  const plan = query.data;
  useAnnouncedEnd(plan);
  return (
    <>
      <PageHeader
        crumbs={[{ href: routes.changePlans(), label: "Change plans" }]}
        title={plan === undefined ? "Change plan" : <Literal text={planTitle(plan.operations)} />}
        aside={plan && <PlanState plan={plan} />}
      />
      <QueryBoundary
        query={query}
        what="The change plan"
        loading={<TableSkeleton label="Reading the change plan" columns={2} rows={4} />}
      >
        {(answer) => <PlanBody plan={answer} />}
      </QueryBoundary>
    </>
  );
}

function PlanState({ plan: { state, startedAt, finishedAt } }: { readonly plan: ChangePlan }) {
  const { shape, tone, word } = planWords[state];
  return (
    <span className="flex flex-wrap items-center gap-x-3">
      <StatusWord shape={shape} tone={tone}>
        {word}
      </StatusWord>
      <span className="text-muted">
        {finishedAt === null ? "started" : "ended"} <TimeAgo time={finishedAt ?? startedAt} />
      </span>
    </span>
  );
}

const countOf = ({ steps }: ChangePlan, state: ChangePlan["steps"][number]["state"]) =>
  steps.filter((step) => step.state === state).length;

function PlanBody({ plan }: { readonly plan: ChangePlan }) {
  const left = plan.steps.filter(({ state }) => state === "failed" || state === "not-run");
  const isEnded = plan.finishedAt !== null;
  return (
    <div className="flex max-w-4xl flex-col gap-4">
      <p>
        {`${countOf(plan, "verified")} of ${formatCounted(plan.steps.length, "resource")} verified`}
        {!isEnded && <span className="text-muted">. The plan goes on when this page is closed.</span>}
      </p>
      {plan.reason !== null && (
        <p className="max-w-[88ch]">
          <span className="text-muted">Reason: </span>
          <Literal text={plan.reason} />
        </p>
      )}
      {plan.override && <OverrideNote override={plan.override} />}
      {plan.state === "stopped" && (
        <Banner tone="warning" title="The plan stopped at the first resource that was not verified">
          Those after it were left as they were. What was changed before stays changed.
        </Banner>
      )}
      <ol className="divide-line rounded-box border-line bg-surface flex flex-col divide-y border">
        {plan.steps.map((step, index) => {
          const { shape, tone, word } = planStepWords[step.state];
          return (
            <li
              key={step.resourceId}
              data-step-state={step.state}
              className="flex flex-col gap-1 px-3 py-2 sm:flex-row sm:gap-4"
            >
              <span className="w-24 shrink-0 pt-px">
                <StatusWord shape={shape} tone={tone}>
                  {word}
                </StatusWord>
              </span>
              <div className="flex min-w-0 flex-1 flex-col gap-1">
                <PlanSubject subject={step} number={index + 1} />
                <p className="text-muted">
                  <Literal text={step.message} />
                </p>
                {step.after !== null && (
                  <details>
                    <summary className="w-fit rounded-[2px]">Difference</summary>
                    <div className="mt-2">
                      <DifferenceList before={step.before} after={step.after} />
                    </div>
                  </details>
                )}
              </div>
            </li>
          );
        })}
      </ol>
      {isEnded ? (
        left.length > 0 && (
          <div>
            <LinkButton
              variant="primary"
              href={routes.newChangePlan({
                steps: plan.operations.map((operation) => JSON.stringify(operation)),
                resources: left.map(({ resourceId }) => resourceId),
              })}
            >
              {`Plan the ${formatCounted(left.length, "resource")} left`}
            </LinkButton>
          </div>
        )
      ) : (
        <Cancel plan={plan} />
      )}
    </div>
  );
}

function Cancel({ plan }: { readonly plan: ChangePlan }) {
  const cancel = useCancelChangePlan(plan.id);
  const isCancelling = plan.state === "cancelling";
  return (
    <div className="flex flex-col gap-2">
      <div>
        <Button
          disabledReason={isCancelling ? "It ends after the resource that is being changed" : undefined}
          pendingLabel={cancel.isPending ? "Cancelling" : undefined}
          onClick={() => cancel.mutate()}
        >
          Cancel after this resource
        </Button>
      </div>
      {cancel.error && <ErrorNote title="The plan could not be cancelled" error={cancel.error} role="alert" />}
    </div>
  );
}

/** Says once to a screen reader how the plan ended that ran while the page was open. */
function useAnnouncedEnd(plan: ChangePlan | undefined): void {
  const announce = useAnnounce();
  const wasRunning = useRef(false);
  useEffect(() => {
    if (plan === undefined) return;
    if (wasRunning.current && plan.finishedAt !== null) {
      announce(`${planWords[plan.state].word}: ${countOf(plan, "verified")} of ${plan.steps.length} verified`);
    }
    wasRunning.current = plan.finishedAt === null;
  }, [plan, announce]);
}
