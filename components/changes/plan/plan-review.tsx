"use client";

import { useEffect, useRef } from "react";
import { DifferenceList } from "@/components/changes/difference-list";
import { PlanByHand } from "@/components/changes/plan/plan-by-hand";
import { namesToType, PlanConfirmation, useConfirmation } from "@/components/changes/plan/plan-confirmation";
import { PlanSubject } from "@/components/changes/plan/plan-subject";
import { EffectSection } from "@/components/shared/effect-section";
import { ErrorNote } from "@/components/shared/error-note";
import { GuardConfirmationFields, GuardSection, GuardStop } from "@/components/shared/guard-section";
import { late } from "@/components/shared/late";
import { LateNamingStatements } from "@/components/shared/late-naming-statements";
import { Section } from "@/components/shared/section";
import { useGuardConfirmation } from "@/components/shared/use-guard-confirmation";
import { ActionBar } from "@/components/ui/action-bar";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Literal } from "@/components/ui/literal";
import type { CreatePlanDetails, PlanPreview, PlannedStep } from "@/lib/contract/change-plan";
import { formatCount, formatCounted } from "@/lib/format";
import type { ApiError } from "@/lib/queries/api-error";
import type { ChangeOperation } from "@/lib/zpr/change-operation";

const PlanAsCode = late(() => import("@/components/changes/plan/plan-as-code").then((module) => module.PlanAsCode));

type PlanReviewProps = {
  readonly operations: readonly ChangeOperation[];
  readonly preview: PlanPreview;
  readonly isSending: boolean;
  readonly error: ApiError | null;
  readonly onBack: () => void;
  /** Reviews these alone. */
  readonly onKeep: (resourceIds: readonly string[]) => void;
  readonly onSend: (details: CreatePlanDetails) => void;
};

type ReadyStep = Extract<PlannedStep, { state: "ready" }>;
type HandStep = Extract<PlannedStep, { state: "by-hand" }>;
type LeftStep = Exclude<PlannedStep, ReadyStep | HandStep>;

/** Each resource of a plan in the order of the run, what is left and why, the joint effect, and the deed. */
export function PlanReview({ operations, preview, isSending, error, onBack, onKeep, onSend }: PlanReviewProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const confirmation = useConfirmation();
  useEffect(() => heading.current?.focus(), []);
  const { steps, unknown, limit, reasonRequiredBecause } = preview;
  const ready = steps.filter((step): step is ReadyStep => step.state === "ready");
  const byHand = steps.filter((step): step is HandStep => step.state === "by-hand");
  const left = steps.filter((step): step is LeftStep => step.state !== "ready" && step.state !== "by-hand");
  const count = ready.length;
  const names = namesToType(ready);
  const { typed, reason } = confirmation.values;
  const edit = {
    type: "plan",
    changes: ready.map(({ resourceId, preview: { after } }) => ({ resourceId, after })),
  } as const;
  const guards = useGuardConfirmation(count === 0 ? null : edit, error);
  const isHeld = guards.hold !== undefined && guards.hold.nameToType !== null;
  // Guards ask for a reason themselves.
  const reasonBecause = isHeld ? null : reasonRequiredBecause;
  const send = () =>
    onSend({
      operations,
      steps: ready.map((step) => ({
        resourceId: step.resourceId,
        etag: step.etag,
        seenSecurityAttributes: step.preview.before,
      })),
      confirmedCount: Number(typed),
      ...(reason.trim() !== "" && { reason: reason.trim() }),
      ...(guards.override !== undefined && { reason: guards.override.reason, override: guards.override }),
    });
  return (
    <div className="fills-page flex max-w-4xl flex-col gap-6">
      <section className="flex flex-col gap-3">
        <h2 ref={heading} tabIndex={-1} className="text-section font-semibold">
          {count === 0 ? "Nothing would change" : `What would change on ${formatCounted(count, "resource")}`}
        </h2>
        {count > 0 && (
          <p className="text-muted">
            One after the other in this order. The first is the canary: at the first that is not verified by a fresh
            read the plan stops, and those after it are left as they are.
          </p>
        )}
        <ol className="flex flex-col gap-3">
          {ready.map((step, index) => (
            <li key={step.resourceId} className="flex flex-col gap-2">
              <PlanSubject subject={step} number={index + 1} />
              <DifferenceList
                before={step.preview.before}
                after={step.preview.after}
                cap={step.cap}
                warnAbove={step.warnAbove}
              />
              {step.preview.warnings.map(({ code, message }) => (
                <p key={code} className="text-muted">
                  {message}
                </p>
              ))}
            </li>
          ))}
        </ol>
      </section>
      {byHand.length > 0 && <PlanByHand steps={byHand} />}
      {left.length + unknown.length > 0 && <Left steps={left} unknownCount={unknown.length} />}
      {count > 0 && (
        <>
          <GuardSection level={2} guards={guards} />
          <EffectSection level={2} details={edit} />
          {operations.map(
            (operation) =>
              operation.op === "remove" && (
                <LateNamingStatements
                  key={JSON.stringify(operation)}
                  params={{ namespace: operation.namespace, key: operation.key }}
                />
              ),
          )}
          <PlanAsCode operations={operations} steps={ready} byHand={byHand} />
        </>
      )}
      {count > limit && (
        <Banner tone="warning" title={`A plan changes at most ${formatCounted(limit, "resource")} on this console`}>
          <div className="flex flex-col items-start gap-2">
            Plan them in parts, or have an administrator raise the limit with ZPR_PLAN_LIMIT.
            <Button size="small" onClick={() => onKeep(ready.slice(0, limit).map(({ resourceId }) => resourceId))}>
              {`Keep the first ${formatCount(limit)}`}
            </Button>
          </div>
        </Banner>
      )}
      {count > 0 && count <= limit && (
        <>
          <PlanConfirmation
            confirmation={confirmation}
            count={count}
            names={names}
            reasonRequiredBecause={reasonBecause}
          />
          <GuardConfirmationFields guards={guards} />
        </>
      )}
      {error !== null && (
        <ErrorNote
          title={error.status === 0 ? "No answer came to the plan" : "The plan was refused"}
          error={error}
          role="alert"
        >
          {error.status === 0 && <p>It may run all the same: the list of change plans tells.</p>}
        </ErrorNote>
      )}
      <ActionBar>
        <Button onClick={onBack}>Back to the plan</Button>
        {count > 0 && (
          <Button
            variant="primary"
            disabledReason={
              count > limit
                ? "Too many resources"
                : (confirmation.obstacle({ count, names, isReasonRequired: reasonBecause !== null }) ??
                  guards.disabledReason)
            }
            pendingLabel={isSending ? "Starting" : undefined}
            onClick={send}
          >
            {`Change ${formatCounted(count, "resource")}`}
          </Button>
        )}
        {count > 0 && count <= limit && <GuardStop guards={guards} />}
      </ActionBar>
    </div>
  );
}

function Left({ steps, unknownCount }: { readonly steps: readonly LeftStep[]; readonly unknownCount: number }) {
  return (
    <Section title="What is left as it is">
      <ul className="divide-line rounded-box border-line bg-surface flex flex-col divide-y border">
        {steps.map((step) => (
          <li key={step.resourceId} className="flex flex-col gap-1 px-3 py-2">
            <PlanSubject subject={step} />
            <p className={step.state === "refused" ? "" : "text-muted"}>
              <Literal text={step.reason} />
            </p>
          </li>
        ))}
        {unknownCount > 0 && (
          <li className="px-3 py-2">
            {formatCounted(unknownCount, "resource")} of the address: not there, or not visible to you.
          </li>
        )}
      </ul>
    </Section>
  );
}
