"use client";

import { CodeBlock } from "@/components/changes/as-code";
import type { PlannedStep } from "@/lib/contract/change-plan";
import { planAsTerraform } from "@/lib/oke/plan-as-terraform";
import { planAsShell } from "@/lib/oke/plan-script";
import { visibleJson } from "@/lib/oke/quoting";
import type { ChangeOperation } from "@/lib/zpr/change-operation";

type ReadyStep = Extract<PlannedStep, { state: "ready" }>;

type HandStep = Extract<PlannedStep, { state: "by-hand" }>;

type PlanAsCodeProps = {
  readonly operations: readonly ChangeOperation[];
  readonly steps: readonly ReadyStep[];
  readonly byHand: readonly HandStep[];
};

/** The same plan for other tools. */
export function PlanAsCode({ operations, steps, byHand }: PlanAsCodeProps) {
  const codeSteps = steps.map((step) => ({
    ...step,
    isManifest: step.preview.annotation !== null,
    after: step.preview.after,
  }));
  const handSteps = byHand.map((step) => ({
    ...step,
    commands: step.step.ways.map(({ command, yaml }) => command ?? yaml.trimEnd()),
  }));
  const json = {
    operations,
    steps: steps.map(({ resourceId, kind, displayName, region, etag, preview: { before, after } }) => ({
      resourceId,
      kind,
      displayName,
      region,
      etag,
      before,
      after,
    })),
    byHand: byHand.map(({ resourceId, kind, displayName, region, reason, step }) => ({
      resourceId,
      kind,
      displayName,
      region,
      reason,
      ways: step.ways,
    })),
  };
  return (
    <details>
      <summary className="w-fit rounded-[2px] font-medium">As code</summary>
      <div className="mt-2 flex flex-col gap-3">
        <CodeBlock label="Shell script" what="script" text={planAsShell(codeSteps, handSteps)} />
        <CodeBlock label="Terraform arguments" what="arguments" text={planAsTerraform(codeSteps)} />
        <CodeBlock label="JSON" what="JSON" text={visibleJson(json, 2)} />
      </div>
    </details>
  );
}
