"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { ErrorNote } from "@/components/shared/error-note";
import { LinkButton } from "@/components/shared/link-button";
import { PolicyChangeRow } from "@/components/shared/policy-change-row";
import { Button } from "@/components/ui/button";
import { ProgressLine } from "@/components/ui/progress-line";
import { Skeleton } from "@/components/ui/skeleton";
import { StatementDifference } from "@/components/zpr-policy-editor/statement-difference";
import type { ZprPolicyChange } from "@/lib/contract/zpr-policy-changes";
import { zprPolicyChangesQuery } from "@/lib/queries/zpr-policy-changes";
import { routes } from "@/lib/routes";
import { statementsDifference } from "@/lib/zpr/policy-difference";

type SentPolicyChangeProps = {
  readonly changeId: string;
  /** Back to the text, when the change did not come to be; `null` where there is none. */
  readonly onAgain: ((change: ZprPolicyChange) => void) | null;
};

/** A change on its way, from the sending to its end. Leaving the page stops nothing. */
export function SentPolicyChange({ changeId, onAgain }: SentPolicyChangeProps) {
  const { data, error, refetch } = useQuery(zprPolicyChangesQuery());
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const change = data?.items.find(({ id }) => id === changeId);
  return (
    <div className="flex max-w-4xl flex-col gap-4">
      <h2 ref={heading} tabIndex={-1} className="text-section font-semibold">
        {headingOf(change)}
      </h2>
      {error && !data && (
        <ErrorNote title="The change could not be looked at" error={error} onRetry={() => void refetch()} />
      )}
      {change === undefined ? (
        data === undefined ? (
          !error && <Skeleton className="w-56" />
        ) : (
          <p>
            The console was started anew since, and remembers no such change. The policy itself shows what was done.
          </p>
        )
      ) : (
        <>
          {isRunning(change) && <ProgressLine label="The change" done={undefined} total={undefined} />}
          <PolicyChangeRow change={change} />
          <Missing change={change} />
        </>
      )}
      <div className="flex flex-wrap items-center gap-2">
        {change && change.action !== "delete" && change.policyId !== null && (
          <LinkButton variant="primary" href={routes.zprPolicy(change.policyId)}>
            Open the policy
          </LinkButton>
        )}
        <LinkButton href={routes.zprPolicies()}>All ZPR policies</LinkButton>
        {change !== undefined && onAgain !== null && mayBeTriedAgain(change) && (
          <Button onClick={() => onAgain(change)}>Edit again</Button>
        )}
        {change !== undefined && isRunning(change) && (
          <span className="text-muted">The change goes on when you leave this page.</span>
        )}
      </div>
    </div>
  );
}

/** What is only looked at once a minute is nothing to wait for. */
const isRunning = ({ isFinished, isLongWatch }: ZprPolicyChange) => !isFinished && isLongWatch !== true;

const mayBeTriedAgain = ({ state, isFinished }: ZprPolicyChange) =>
  isFinished && (state === "failed" || state === "not-applied");

function headingOf(change: ZprPolicyChange | undefined): string {
  if (change === undefined) return "The change";
  if (isRunning(change)) return "The change was sent";
  if (!change.isFinished) return "Not known yet";
  return change.state === "verified" ? "Taken, and seen in a fresh read" : "The change has ended";
}

/** What was read where it is not what was wanted. */
function Missing({ change: { actual, after, before, error } }: { readonly change: ZprPolicyChange }) {
  if (actual === null) return null;
  const isTheirs = error?.code === "ResourceChanged" && before !== null;
  return (
    <section aria-label="What is there now">
      <h3 className="text-note text-muted mb-1 font-medium">
        {isTheirs ? "What somebody else made of it" : "What still leads from what was read to what was asked for"}
      </h3>
      <StatementDifference
        label="What is there now"
        difference={
          isTheirs
            ? statementsDifference(before.statements, actual.statements)
            : statementsDifference(actual.statements, after?.statements ?? [])
        }
      />
    </section>
  );
}
