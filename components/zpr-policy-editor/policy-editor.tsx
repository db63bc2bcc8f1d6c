"use client";

import { useState } from "react";
import { ErrorNote } from "@/components/shared/error-note";
import { LinkButton } from "@/components/shared/link-button";
import { ActionBar } from "@/components/ui/action-bar";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { readKeptDraft, type EnteredText } from "@/components/zpr-policy-editor/kept-draft";
import { LateSentPolicyChange } from "@/components/zpr-policy-editor/late-sent-policy-change";
import { mergePolicyText } from "@/components/zpr-policy-editor/merge-policy-text";
import { PolicyConflict } from "@/components/zpr-policy-editor/policy-conflict";
import { PolicyForm } from "@/components/zpr-policy-editor/policy-form";
import { PolicyReview } from "@/components/zpr-policy-editor/policy-review";
import { usePolicyDraft, type DraftBase } from "@/components/zpr-policy-editor/use-policy-draft";
import { usePolicySession } from "@/components/zpr-policy-editor/use-policy-session";
import type { CreateZprPolicyChangeDetails, ZprPolicyChange } from "@/lib/contract/zpr-policy-changes";
import { isSamePolicyText } from "@/lib/zpr/policy-difference";
import type { ZprPolicyText } from "@/lib/zpr/zpr-policy-write";

/** The policy as it is now; `null` for one that is made. */
type EditedPolicy = { readonly policyId: string; readonly etag: string; readonly text: ZprPolicyText };

export type PolicyEditorProps = {
  readonly policy: EditedPolicy | null;
  /** What is there before anybody has entered anything. */
  readonly original: EnteredText;
  /** Under which what is unsaved is kept in this tab. */
  readonly keepKey: string;
  /** What was sent before and did not come to be; `null` otherwise. */
  readonly again: ZprPolicyChange | null;
  /** The change that was sent, of the address. */
  readonly sent: string | null;
  readonly onSent: (changeId: string) => void;
  readonly onAgain: (change: ZprPolicyChange) => void;
  /** Where Cancel leads. */
  readonly cancelHref: string;
};

/** Writing a policy: its text, the review, a conflict where somebody was faster, and the way of the change. */
export function PolicyEditor({
  policy,
  original,
  keepKey,
  again,
  sent,
  onSent,
  onAgain,
  cancelHref,
}: PolicyEditorProps) {
  const [kept, setKept] = useState(() => (again === null ? readKeptDraft(keepKey) : null));
  const fresh: DraftBase = { seen: policy?.text ?? null, etag: policy?.etag ?? null };
  // What is kept of an edit goes on from the text that it began with: if that is old, the review says so.
  const [base, setBase] = useState<DraftBase>(kept ?? fresh);
  const seenOriginal = { ...original, ...base.seen };
  const entered = again === null ? (kept?.entered ?? original) : { ...original, ...unsentText(again, policy) };
  const draft = usePolicyDraft({ keepKey, original: seenOriginal, entered, base, isSent: sent !== null });
  const session = usePolicySession(onSent);
  const { conflict, details, preview } = session;

  if (sent !== null) return <LateSentPolicyChange changeId={sent} onAgain={onAgain} />;
  if (conflict !== null) {
    const merge = () => {
      const merged = mergePolicyText(conflict.seen, draft.entered, conflict.current);
      draft.replace({ name: draft.name, ...merged });
      setBase({ seen: conflict.current, etag: conflict.currentEtag });
      session.edit();
    };
    return <PolicyConflict {...conflict} mine={draft.entered} onMerge={merge} />;
  }
  if (details !== null && preview !== null) {
    return (
      <PolicyReview
        action={details.action}
        policyId={"policyId" in details ? details.policyId : null}
        preview={preview}
        isSending={session.isSending}
        error={session.sendError}
        onBack={<Button onClick={session.edit}>Back to the text</Button>}
        onSend={session.send}
      />
    );
  }
  const { reviewError } = session;
  const isFieldError = reviewError !== null && reviewError.field !== null && ownFields.includes(reviewError.field);
  const discard = () => {
    draft.replace({ ...original, ...fresh.seen });
    setBase(fresh);
    setKept(null);
  };
  return (
    <div className="fills-page flex flex-col gap-5">
      {kept !== null && (
        <Banner
          tone="neutral"
          title="Unsaved text of yours was kept in this tab"
          actions={
            <Button size="small" onClick={discard}>
              Discard it
            </Button>
          }
        >
          It is below as you left it.
        </Banner>
      )}
      <PolicyForm draft={draft} isNew={policy === null} problem={reviewError} />
      {reviewError !== null && !isFieldError && (
        <ErrorNote title="The change could not be reviewed" error={reviewError} role="alert" />
      )}
      <ActionBar>
        <LinkButton href={cancelHref}>Cancel</LinkButton>
        <Button
          variant="primary"
          disabledReason={obstacleOf(draft.entered, draft.isDirty || policy === null)}
          pendingLabel={session.isPreviewing ? "Reviewing" : undefined}
          onClick={() => session.review(detailsFrom(policy, base, draft.entered))}
        >
          Review
        </Button>
        {draft.isDirty && <span className="text-muted">Unsaved. It is kept in this tab.</span>}
      </ActionBar>
    </div>
  );
}

/** The text of a change that did not come to be, brought into what is there now. */
function unsentText({ before, after }: ZprPolicyChange, policy: EditedPolicy | null): ZprPolicyText | null {
  if (after === null || before === null || policy === null || isSamePolicyText(before, policy.text)) return after;
  return mergePolicyText(before, after, policy.text);
}

const ownFields = ["name", "text.description"];

function obstacleOf({ name, description, statements }: EnteredText, isChanged: boolean): string | undefined {
  if (name.trim() === "") return "Give the policy a name first";
  if (description === "") return "Give the policy a description first";
  if (statements.length === 0) return "Write a statement first";
  return isChanged ? undefined : "Nothing is changed yet";
}

function detailsFrom(
  policy: EditedPolicy | null,
  { seen, etag }: DraftBase,
  { name, description, statements }: EnteredText,
): CreateZprPolicyChangeDetails {
  const text = { description, statements: [...statements] };
  if (policy === null || seen === null || etag === null) return { action: "create", name: name.trim(), text };
  return { action: "update", policyId: policy.policyId, etag, seen, text };
}
