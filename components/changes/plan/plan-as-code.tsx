"use client";

import { CodeBlock } from "@/components/changes/as-code";
import type { PlannedStep } from "@/lib/contract/change-plan";
import { planAsShell, planAsTerraform, type PlanCodeStep } from "@/lib/oke/plan-as-code";
import { visibleJson } from "@/lib/oke/quoting";
import type { ChangeOperation } from "@/lib/zpr/change-operation";

type ReadyStep = Extract<PlannedStep, { state: "ready" }>;

type PlanAsCodeProps = { readonly operations: readonly ChangeOperation[]; readonly steps: readonly ReadyStep[] };

const codeStepOf = ({ resourceId, kind, displayName, region, preview }: ReadyStep): PlanCodeStep => ({
  resourceId,
  kind,
  displayName,
  region,
  command: preview.asCode?.cli ?? preview.annotation?.outcomes[0]?.command ?? "",
  isManifest: preview.annotation !== null,
  after: preview.after,
});

/** The same plan for other tools. */
export function PlanAsCode({ operations, steps }: PlanAsCodeProps) {
  const codeSteps = steps.map(codeStepOf);
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
  };
  return (
    <details>
      <summary className="w-fit rounded-[2px] font-medium">As code</summary>
      <div className="mt-2 flex flex-col gap-3">
        <CodeBlock label="Shell script" what="script" text={planAsShell(codeSteps)} />
        <CodeBlock label="Terraform arguments" what="arguments" text={planAsTerraform(codeSteps)} />
        <CodeBlock label="JSON" what="JSON" text={visibleJson(json, 2)} />
      </div>
    </details>
  );
}
