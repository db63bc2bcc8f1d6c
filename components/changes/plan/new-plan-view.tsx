"use client";

import { PlanEditor } from "@/components/changes/plan/plan-editor";
import { PageHeader } from "@/components/shared/page-header";
import { routes } from "@/lib/routes";

/** Writing a plan. */
export function NewPlanView() {
  return (
    <>
      <PageHeader crumbs={[{ href: routes.changePlans(), label: "Change plans" }]} title="New change plan">
        <span>Nothing is written before the review.</span>
      </PageHeader>
      <PlanEditor />
    </>
  );
}
