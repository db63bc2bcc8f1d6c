"use client";

import { useEffect, useState } from "react";
import { ErrorNote } from "@/components/shared/error-note";
import { LinkButton } from "@/components/shared/link-button";
import { Skeleton } from "@/components/ui/skeleton";
import { LateSentPolicyChange } from "@/components/zpr-policy-editor/late-sent-policy-change";
import { PolicyConflict } from "@/components/zpr-policy-editor/policy-conflict";
import { PolicyReview } from "@/components/zpr-policy-editor/policy-review";
import { usePolicySession } from "@/components/zpr-policy-editor/use-policy-session";
import type { ZprPolicyChange } from "@/lib/contract/zpr-policy-changes";
import type { ZprPolicyEditBase } from "@/lib/contract/zpr-policy-edit";
import { routes } from "@/lib/routes";

type PolicyDeletionProps = {
  readonly base: ZprPolicyEditBase;
  readonly sent: string | null;
  readonly onSent: (changeId: string) => void;
  readonly onAgain: (change: ZprPolicyChange) => void;
};

/** Deleting a policy: it has no form, so its review is the confirmation. */
export function PolicyDeletion({ base, sent, onSent, onAgain }: PolicyDeletionProps) {
  const session = usePolicySession(onSent);
  const [start] = useState(
    () => ({ action: "delete", policyId: base.policyId, etag: base.etag, seen: base.text }) as const,
  );
  const { conflict, preview, details, review } = session;
  const isAsked = details !== null;
  useEffect(() => {
    if (sent === null && !isAsked) review(start);
  }, [start, sent, isAsked, review]);

  if (sent !== null) return <LateSentPolicyChange changeId={sent} onAgain={onAgain} />;
  if (conflict !== null) {
    const { seen, current, currentEtag, message } = conflict;
    const again = () => review({ ...start, seen: current, etag: currentEtag });
    return <PolicyConflict message={message} seen={seen} current={current} mine={null} onMerge={again} />;
  }
  if (preview !== null) {
    return (
      <PolicyReview
        action="delete"
        policyId={start.policyId}
        preview={preview}
        isSending={session.isSending}
        error={session.sendError}
        onBack={<LinkButton href={routes.zprPolicy(start.policyId)}>Cancel</LinkButton>}
        onSend={session.send}
      />
    );
  }
  if (session.reviewError !== null) {
    return (
      <ErrorNote
        title="The deletion could not be reviewed"
        error={session.reviewError}
        onRetry={() => review(start)}
        role="alert"
      />
    );
  }
  return (
    <div role="status" className="flex flex-col gap-3">
      <p className="text-muted">Checking what the deletion means.</p>
      <Skeleton className="w-56" />
      <Skeleton className="w-40" />
    </div>
  );
}
