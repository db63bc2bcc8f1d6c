"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useQueryStates } from "nuqs";
import { useState } from "react";
import { planParsers } from "@/components/changes/plan/plan-params";
import { PlanResources } from "@/components/changes/plan/plan-resources";
import {
  blankPlanRow,
  planOperationsOf,
  planRowProblem,
  planRowsOf,
  type PlanRow,
} from "@/components/changes/plan/plan-steps";
import { ErrorNote } from "@/components/shared/error-note";
import { late } from "@/components/shared/late";
import { useGo } from "@/components/shared/scoped-link";
import { Section } from "@/components/shared/section";
import { ActionBar } from "@/components/ui/action-bar";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import type { PlanPreviewDetails } from "@/lib/contract/change-plan";
import { planPreviewQuery, useCreateChangePlan } from "@/lib/queries/change-plans";
import { routes } from "@/lib/routes";

// Its pickers are half of the page's code, and are of no use before the page is alive.
const PlanRowFields = late(
  () => import("@/components/changes/plan/plan-row-fields").then((module) => module.PlanRowFields),
  <Skeleton className="h-28 w-full" />,
);
const PlanReview = late(
  () => import("@/components/changes/plan/plan-review").then((module) => module.PlanReview),
  <Skeleton className="h-28 w-full" />,
);

const mostSteps = 5;

/** Writes a plan: what to do, with which resources; then its review; and leads to the plan that runs. */
export function PlanEditor() {
  const go = useGo();
  const [values, setValues] = useQueryStates(planParsers);
  const [rows, setRows] = useState<readonly PlanRow[]>(() =>
    values.step.length === 0 ? [blankPlanRow(0)] : planRowsOf(values.step.slice(0, mostSteps)),
  );
  const [isAsked, setAsked] = useState(false);
  const [details, setDetails] = useState<PlanPreviewDetails | null>(null);
  const preview = useQuery({
    ...planPreviewQuery(details ?? { operations: [], resourceIds: [] }),
    enabled: details !== null,
  });
  const create = useCreateChangePlan();

  const change = (next: readonly PlanRow[]) => {
    setRows(next);
    void setValues({ step: [...planOperationsOf(next)] });
  };
  const problems = rows.map((row) => planRowProblem(row, rows, isAsked));
  const review = () => {
    setAsked(true);
    create.reset();
    const isFit = rows.every((row) => Object.keys(planRowProblem(row, rows, true)).length === 0);
    if (!isFit || values.resource.length === 0) return;
    const next = { operations: planOperationsOf(rows), resourceIds: values.resource };
    if (JSON.stringify(next) === JSON.stringify(details)) void preview.refetch();
    setDetails(next);
  };

  if (details !== null && preview.data !== undefined && !preview.isFetching) {
    return (
      <PlanReview
        operations={details.operations}
        preview={preview.data}
        isSending={create.isPending}
        error={create.error}
        onBack={() => setDetails(null)}
        onKeep={(resourceIds) => {
          void setValues({ resource: [...resourceIds] });
          setDetails({ ...details, resourceIds });
        }}
        onSend={(wanted) => create.mutate(wanted, { onSuccess: ({ id }) => go(routes.changePlan(id)) })}
      />
    );
  }
  return (
    <div className="fills-page flex flex-col gap-6">
      <Section title="Edit">
        <div className="flex max-w-4xl flex-col gap-3">
          {rows.map((row, index) => (
            <PlanRowFields
              key={row.id}
              row={row}
              position={index + 1}
              problem={problems[index] ?? {}}
              onRowChange={(next) => change(rows.map((other) => (other.id === row.id ? next : other)))}
              onRemove={rows.length === 1 ? undefined : () => change(rows.filter(({ id }) => id !== row.id))}
            />
          ))}
          <div>
            <Button
              size="small"
              icon={<Plus aria-hidden="true" className="size-3.5" />}
              disabledReason={rows.length >= mostSteps ? `At most ${mostSteps} steps go in one plan` : undefined}
              onClick={() => change([...rows, blankPlanRow(Math.max(...rows.map(({ id }) => id)) + 1)])}
            >
              Add a step
            </Button>
          </div>
        </div>
      </Section>
      <PlanResources
        values={values}
        onChange={setValues}
        error={isAsked && values.resource.length === 0 ? "Choose at least one resource." : null}
      />
      {details !== null && preview.error && (
        <ErrorNote title="The plan could not be reviewed" error={preview.error} onRetry={review} role="alert" />
      )}
      <ActionBar>
        <Button
          variant="primary"
          pendingLabel={details !== null && preview.isFetching ? "Reading the resources" : undefined}
          onClick={review}
        >
          Review plan
        </Button>
      </ActionBar>
    </div>
  );
}
