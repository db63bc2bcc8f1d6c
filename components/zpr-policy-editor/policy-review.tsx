"use client";

import { useEffect, useRef, useState, type ReactNode } from "react";
import { EffectSection } from "@/components/shared/effect-section";
import { ErrorNote } from "@/components/shared/error-note";
import { GuardConfirmationFields, GuardSection, GuardStop } from "@/components/shared/guard-section";
import { Section } from "@/components/shared/section";
import { Snippet } from "@/components/shared/snippet";
import { useGuardConfirmation } from "@/components/shared/use-guard-confirmation";
import { ActionBar } from "@/components/ui/action-bar";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Literal } from "@/components/ui/literal";
import { TypedConfirmation } from "@/components/ui/typed-confirmation";
import { DraftLint } from "@/components/zpr-policy-editor/draft-lint";
import { DryRunNote } from "@/components/zpr-policy-editor/dry-run-note";
import { StatementDifference } from "@/components/zpr-policy-editor/statement-difference";
import type { Override } from "@/lib/contract/override";
import type { CreateZprPolicyChangeDetails, ZprPolicyChangePreview } from "@/lib/contract/zpr-policy-changes";
import type { ApiError } from "@/lib/queries/api-error";

type Action = CreateZprPolicyChangeDetails["action"];

const deeds: Record<Action, { readonly label: string; readonly pending: string }> = {
  create: { label: "Create policy", pending: "Creating" },
  update: { label: "Save policy", pending: "Saving" },
  delete: { label: "Delete policy", pending: "Deleting" },
};

type PolicyReviewProps = {
  readonly action: Action;
  /** `null` for one that is made. */
  readonly policyId: string | null;
  readonly preview: ZprPolicyChangePreview;
  readonly isSending: boolean;
  readonly error: ApiError | null;
  /** Back to the text, where there is one. */
  readonly onBack: ReactNode;
  readonly onSend: (override: Override | undefined) => void;
};

/** What would be written, seen from every side, and the deed. */
export function PolicyReview({ action, policyId, preview, isSending, error, onBack, onSend }: PolicyReviewProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [typed, setTyped] = useState("");
  useEffect(() => heading.current?.focus(), []);
  const { name, before, after, dryRun, asCode } = preview;
  const isDeletion = action === "delete";
  const edit = { type: "policy", policyId, name, statements: after?.statements ?? null } as const;
  const guards = useGuardConfirmation(edit, error);
  const refused = dryRun.verdict === "refused" ? "ZPR's dry run refuses this" : undefined;
  const isHeld = guards.hold !== undefined && guards.hold.nameToType !== null;
  // Guards ask for a name themselves.
  const isTyped = isDeletion && !isHeld;
  const untyped = isTyped && typed !== name ? `Type ${name} first` : guards.disabledReason;
  return (
    <div className="fills-page flex max-w-4xl flex-col gap-5">
      <h2 ref={heading} tabIndex={-1} className="text-section font-semibold">
        {isDeletion ? "What is deleted" : "What will be written"}
      </h2>
      {before === null && (
        <p>
          <span className="text-muted">Name </span>
          <Literal text={name} className="font-medium" />
        </p>
      )}
      {after !== null && before?.description !== after.description && (
        <p>
          <span className="text-muted">Description </span>
          <Literal text={after.description} />
          {before !== null && (
            <span className="text-muted">
              {" "}
              in place of <Literal text={before.description} />
            </span>
          )}
        </p>
      )}
      <Section title={isDeletion ? "Statements that no longer allow anything" : "Difference in statements"}>
        <StatementDifference
          difference={preview.difference}
          isReordered={before?.statements.some((text, index) => text !== after?.statements[index]) ?? false}
        />
      </Section>
      <Section title="What ZPR says">
        <DryRunNote dryRun={dryRun} />
      </Section>
      <Section title="What the linter says">
        <DraftLint preview={preview} />
      </Section>
      <GuardSection level={2} guards={guards} />
      <EffectSection level={2} details={edit} />
      <Banner tone={isDeletion ? "warning" : "neutral"} title="It may take up to five minutes">
        {isDeletion
          ? "Connections that only these statements allow are then blocked. Whether another statement allows them too, see the other policies."
          : "That is how long the network may go by the old statements after ZPR has taken the new ones. A statement only says that ZPR allows: network security groups, security lists and routes must allow too."}
      </Banner>
      <details>
        <summary className="w-fit rounded-[2px] font-medium">As code</summary>
        <div className="mt-2 flex flex-col gap-3">
          <Snippet title="OCI CLI command" text={asCode.cli} what="command" />
          {asCode.json !== null && <Snippet title="JSON body" text={asCode.json} what="JSON" />}
        </div>
      </details>
      {isTyped && <TypedConfirmation name={name} value={typed} onValueChange={setTyped} />}
      <GuardConfirmationFields guards={guards} />
      {error !== null && <SendError error={error} />}
      <ActionBar>
        {onBack}
        <Button
          variant={isDeletion || isHeld ? "danger" : "primary"}
          disabledReason={refused ?? untyped}
          pendingLabel={isSending ? deeds[action].pending : undefined}
          onClick={() => onSend(guards.override)}
        >
          {deeds[action].label}
        </Button>
        <GuardStop guards={guards} />
      </ActionBar>
    </div>
  );
}

function SendError({ error }: { readonly error: ApiError }) {
  const isLost = error.status === 0;
  return (
    <ErrorNote title={isLost ? "No answer came to the change" : "The change was refused"} error={error} role="alert">
      {isLost && (
        <p>
          It may have been taken all the same: the changes on the page of policies tell. Sent again it changes nothing
          twice, because it is refused if the policy is no longer as you saw it.
        </p>
      )}
    </ErrorNote>
  );
}
