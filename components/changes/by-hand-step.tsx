"use client";

import { useEffect, useRef } from "react";
import { CodeBlock } from "@/components/changes/as-code";
import { CheckAgain } from "@/components/changes/check-again";
import { DifferenceList } from "@/components/changes/difference-list";
import { DroppedSteps } from "@/components/changes/dropped-steps";
import { currentSetOf, type EditSession } from "@/components/changes/use-edit-session";
import { EffectSection } from "@/components/shared/effect-section";
import { ErrorNote } from "@/components/shared/error-note";
import { GuardSection } from "@/components/shared/guard-section";
import { useGuardConfirmation } from "@/components/shared/use-guard-confirmation";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { DialogBody, DialogFooter } from "@/components/ui/dialog";
import { Literal } from "@/components/ui/literal";
import { type HandStep, handStepFor } from "@/lib/oke/hand-step";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";
import { applyChangeOperations } from "@/lib/zpr/security-attributes";

type ByHandStepProps = {
  readonly session: EditSession;
  /** Whether there is a form to go back to. */
  readonly hasForm: boolean;
  readonly onClose: () => void;
};

/** In the place of a write, where the manifest could not be read: the edited set as a command and as the manifest. */
export function ByHandStep({ session, hasForm, onClose }: ByHandStepProps) {
  const { base, details, error } = session;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (hasForm) heading.current?.focus();
  }, [hasForm]);
  if (details === null || base.place.type !== "manifest") return null;
  const stored = currentSetOf(base);
  const applied = applyChangeOperations(stored, details.operations, base.cap);
  const { code, reason } = base.place;
  const step = applied.ok ? handStepFor(base.resource, applied.after) : null;
  return (
    <>
      <DialogBody isGrowing>
        <div className="flex flex-col gap-4">
          <h3 ref={heading} tabIndex={-1} className="text-prose font-medium">
            What to change by hand
          </h3>
          <DroppedSteps rebased={session.rebased} />
          {applied.ok ? (
            <DifferenceList before={stored} after={applied.after} cap={base.cap} warnAbove={base.warnAbove} />
          ) : (
            <Banner tone="warning" title="The edit cannot be made to what OCI stores">
              {applied.problems.map(({ message }) => message).join(" ")}
            </Banner>
          )}
          <Banner tone="warning" title="What the manifest declares was not seen">
            <p>
              <Literal text={reason} />
            </p>
            <p>
              The edit was made to what OCI stores, as if the manifest declared just that. If it declares anything else,
              this replaces it: look at it first. Nothing is written from here.
            </p>
            <p className="text-note text-muted mt-1 font-mono">
              <Literal text={code} />
            </p>
          </Banner>
          {applied.ok && step !== null && (
            <>
              <WhatItBrings resourceId={base.resource.id} after={applied.after} />
              <Ways step={step} />
            </>
          )}
        </div>
      </DialogBody>
      <DialogFooter
        error={error && <ErrorNote title="The resource could not be read again" error={error} role="alert" />}
      >
        <Button onClick={onClose}>Close</Button>
        {hasForm && <Button onClick={session.edit}>Back to the form</Button>}
        <CheckAgain session={session} />
      </DialogFooter>
    </>
  );
}

type WhatItBringsProps = { readonly resourceId: string; readonly after: readonly SecurityAttribute[] };

/** The console writes nothing here and so stops nothing; what it would stop is said all the same. */
function WhatItBrings({ resourceId, after }: WhatItBringsProps) {
  const edit = { type: "attributes", resourceId, after } as const;
  const guards = useGuardConfirmation(edit, null);
  return (
    <>
      <GuardSection guards={guards} />
      {guards.hold !== undefined && guards.hold.nameToType !== null && (
        <p className="text-blocked">Guards stand against it. Nothing here keeps you from doing it by hand.</p>
      )}
      <EffectSection details={edit} />
    </>
  );
}

function Ways({ step: { ways, find, note } }: { readonly step: HandStep }) {
  const isChoice = ways.length > 1;
  return (
    <section aria-label="What to put into the manifest" className="flex flex-col gap-3">
      {isChoice && <p>Nothing is left of the set. There are two ways to write that; choose one.</p>}
      {find !== null && <CodeBlock label="Finds the Service" what="command" text={find} />}
      {ways.map(({ label, yaml, command }) => (
        <div key={label} className="flex flex-col gap-2">
          {isChoice && <h4 className="font-medium">{label}</h4>}
          {command !== null && (
            <CodeBlock
              label={isChoice ? `kubectl command: ${label}` : "kubectl command"}
              what="command"
              text={command}
            />
          )}
          <CodeBlock label={isChoice ? `Manifest: ${label}` : "Manifest"} what="manifest" text={yaml} />
        </div>
      ))}
      <p className="text-muted max-w-[88ch]">
        <Literal text={note} />
      </p>
    </section>
  );
}
