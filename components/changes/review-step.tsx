"use client";

import { useEffect, useRef, useState } from "react";
import { AnnotationReview } from "@/components/changes/annotation-review";
import { triedOutcome } from "@/components/changes/annotation-trial-note";
import { AsCode } from "@/components/changes/as-code";
import { DifferenceList } from "@/components/changes/difference-list";
import { DroppedSteps } from "@/components/changes/dropped-steps";
import { deedWords, nameToType, replacementDeed, timeWords } from "@/components/changes/edit-words";
import { replacementOf, type EditSession } from "@/components/changes/use-edit-session";
import { EffectSection } from "@/components/shared/effect-section";
import { ErrorNote } from "@/components/shared/error-note";
import { GuardConfirmationFields, GuardSection, GuardStop } from "@/components/shared/guard-section";
import { Ocid } from "@/components/shared/ocid";
import { useGuardConfirmation } from "@/components/shared/use-guard-confirmation";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { DialogBody, DialogFooter } from "@/components/ui/dialog";
import { TypedConfirmation } from "@/components/ui/typed-confirmation";
import type { ChangePreview } from "@/lib/contract/change-preview";
import type { EmptyChoice } from "@/lib/oke/empty-choice";

const warningTitles: Record<ChangePreview["warnings"][number]["code"], string> = {
  "first-attribute": "The first security attribute",
  "last-attribute": "The last security attribute",
  "above-recommended": "The service may refuse this many",
  "new-nodes-only": "When it takes effect",
  "differing-vnics": "Different sets become one",
  "node-join-policies": "Nodes need policies to join",
  "not-reconciled": "Outside of what Oracle supports",
};

type ReviewStepProps = {
  readonly session: EditSession;
  /** Whether there is a form to go back to. */
  readonly hasForm: boolean;
  readonly onClose: () => void;
};

/** The exact difference, what it means, the same as code, and the deed. */
export function ReviewStep({ session, hasForm, onClose }: ReviewStepProps) {
  const { base, preview, details } = session;
  const heading = useRef<HTMLHeadingElement>(null);
  const [typed, setTyped] = useState("");
  const [choice, setChoice] = useState<EmptyChoice | null>(null);
  const isAfterAStep = hasForm || session.rebased !== null;
  useEffect(() => {
    if (isAfterAStep) heading.current?.focus();
  }, [isAfterAStep]);
  const { resource } = base;
  const edit = preview && ({ type: "attributes", resourceId: resource.id, after: preview.after } as const);
  const guards = useGuardConfirmation(edit, session.error);
  if (preview === null || details === null || edit === null) return null;

  const isHeld = guards.hold !== undefined && guards.hold.nameToType !== null;
  // Guards ask for a name themselves.
  const name = isHeld ? null : nameToType(resource, preview.before, preview.after);
  const isReplacement = replacementOf(base) !== null;
  const deed = isReplacement ? replacementDeed : deedWords(details.operations);
  const isRemoval = !isReplacement && details.operations.every(({ op }) => op === "remove");
  const isHeavy = isHeld || name !== null || preview.after.length === 0;
  const { annotation } = preview;
  const outcome = annotation?.outcomes.find((each) => each.choice === null || each.choice === choice) ?? null;
  const time = annotation === null ? timeWords(resource.kind) : null;
  return (
    <>
      <DialogBody isGrowing>
        <div className="flex flex-col gap-4">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4">
            <h3 ref={heading} tabIndex={-1} className="text-prose font-medium">
              {isRemoval ? "What is removed" : "What will change"}
            </h3>
            <span className="text-muted">
              <Ocid ocid={resource.ocid} />
            </span>
          </div>
          <DroppedSteps rebased={session.rebased} />
          <DifferenceList before={preview.before} after={preview.after} cap={base.cap} warnAbove={base.warnAbove} />
          {preview.warnings.map(({ code, message }) => (
            <Banner key={code} tone={code === "new-nodes-only" ? "neutral" : "warning"} title={warningTitles[code]}>
              {message}
            </Banner>
          ))}
          {annotation !== null && (
            <AnnotationReview
              annotation={annotation}
              outcome={outcome}
              choice={choice}
              onChoose={setChoice}
              onTryAgain={session.previewAgain}
              isTrying={session.isPreviewing}
            />
          )}
          <GuardSection guards={guards} />
          <EffectSection details={edit} />
          {time !== null && <p className="text-muted">{time}</p>}
          <AsCode preview={preview} outcome={outcome} />
          {name !== null && <TypedConfirmation name={name} value={typed} onValueChange={setTyped} />}
          <GuardConfirmationFields guards={guards} />
        </div>
      </DialogBody>
      <DialogFooter error={session.error && <SendError session={session} />}>
        <GuardStop guards={guards} />
        <Button onClick={onClose}>Cancel</Button>
        {hasForm && <Button onClick={session.edit}>Back to the form</Button>}
        <Button
          variant={isRemoval || isHeavy ? "danger" : "primary"}
          disabledReason={obstacleOf({ annotation, outcome, name, typed }) ?? guards.disabledReason}
          pendingLabel={session.isSending ? deed.pending : undefined}
          onClick={() => session.send(choice, guards.override)}
        >
          {deed.label}
        </Button>
      </DialogFooter>
    </>
  );
}

type Obstacles = {
  readonly annotation: ChangePreview["annotation"];
  readonly outcome: NonNullable<ChangePreview["annotation"]>["outcomes"][number] | null;
  readonly name: string | null;
  readonly typed: string;
};

/** Why the change cannot be sent yet. */
function obstacleOf({ annotation, outcome, name, typed }: Obstacles): string | undefined {
  if (annotation !== null) {
    if (triedOutcome(annotation, outcome)?.trial.state === "refused") return "The cluster would refuse it";
    if (outcome === null) return "Choose what is written first";
  }
  return name === null || typed === name ? undefined : `Type ${name} first`;
}

function SendError({ session: { error } }: { readonly session: EditSession }) {
  if (error === null) return null;
  const isLost = error.status === 0;
  return (
    <ErrorNote title={isLost ? "No answer came to the change" : "The change was refused"} error={error} role="alert">
      {isLost && (
        <p>
          It may have been taken all the same: the changes at the top of the page tell. Sent again it changes nothing
          twice, because it is refused if the resource is no longer as you saw it.
        </p>
      )}
    </ErrorNote>
  );
}
