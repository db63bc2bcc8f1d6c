"use client";

import { useQuery } from "@tanstack/react-query";
import { LinkButton } from "@/components/shared/link-button";
import { PageHeader } from "@/components/shared/page-header";
import { planTitle, planWords } from "@/components/shared/plan-words";
import { QueryBoundary } from "@/components/shared/query-boundary";
import { TextLink } from "@/components/shared/text-link";
import { TimeAgo } from "@/components/shared/time-ago";
import { EmptyState } from "@/components/ui/empty-state";
import { Literal } from "@/components/ui/literal";
import { TableSkeleton } from "@/components/ui/skeleton";
import { StatusWord } from "@/components/ui/status-word";
import { changePlansQuery } from "@/lib/queries/change-plans";
import { routes } from "@/lib/routes";

const newPlan = (
  <LinkButton variant="primary" href={routes.newChangePlan()}>
    New change plan
  </LinkButton>
);

/** The plans since the console was started. */
export function PlansView() {
  const query = useQuery(changePlansQuery());
  return (
    <>
      <PageHeader title="Change plans" actions={newPlan}>
        <span>One edit over many resources, one at a time, the least consequential first.</span>
      </PageHeader>
      <QueryBoundary
        query={query}
        what="The change plans"
        loading={<TableSkeleton label="Reading the change plans" columns={3} rows={3} />}
        empty={({ items, limit }) =>
          items.length > 0 ? null : (
            <EmptyState title="No change plan since the console was started">
              A plan adds, changes or removes security attributes on up to {limit} resources, and stops at the first
              that is not verified.
            </EmptyState>
          )
        }
      >
        {({ items }) => (
          <ul className="divide-line rounded-box border-line bg-surface flex flex-col divide-y border">
            {items.map((plan) => {
              const { shape, tone, word } = planWords[plan.state];
              return (
                <li key={plan.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-3 py-2">
                  <span className="w-28 shrink-0">
                    <StatusWord shape={shape} tone={tone}>
                      {word}
                    </StatusWord>
                  </span>
                  <TextLink href={routes.changePlan(plan.id)} look="name">
                    <Literal text={planTitle(plan.operations)} />
                  </TextLink>
                  <span className="text-muted">
                    {plan.steps.filter(({ state }) => state === "verified").length} of {plan.steps.length} verified
                  </span>
                  <span className="text-muted ml-auto">
                    <TimeAgo time={plan.finishedAt ?? plan.startedAt} />
                  </span>
                </li>
              );
            })}
          </ul>
        )}
      </QueryBoundary>
    </>
  );
}
