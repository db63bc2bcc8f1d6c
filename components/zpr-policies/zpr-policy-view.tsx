"use client";

import { useQuery } from "@tanstack/react-query";
import { CompletenessBanner } from "@/components/shared/completeness-banner";
import { PolicyChanges } from "@/components/shared/policy-changes";
import { QueryBoundary } from "@/components/shared/query-boundary";
import { Section } from "@/components/shared/section";
import { StillReading, useFirstReading } from "@/components/shared/still-reading";
import { UnreadNote } from "@/components/shared/unread-note";
import { TableSkeleton } from "@/components/ui/skeleton";
import { PolicyFindings } from "@/components/zpr-policies/policy-findings";
import { PolicyState } from "@/components/zpr-policies/policy-state";
import { PolicyTags } from "@/components/zpr-policies/policy-tags";
import { PolicyWork } from "@/components/zpr-policies/policy-work";
import { StatementList } from "@/components/zpr-policies/statement-list";
import { ZprPolicyHeader } from "@/components/zpr-policies/zpr-policy-header";
import type { ZprPolicyDetail } from "@/lib/contract/zpr-policy";
import { formatCounted } from "@/lib/format";
import { useReadZprPoliciesAgain, zprPolicyQuery } from "@/lib/queries/zpr-policies";

const unreadRetryMs = 1_500;

/** One ZPR policy: its state, and what each of its statements says of whom. */
export function ZprPolicyView({ policyId }: { readonly policyId: string }) {
  const isFirst = useFirstReading();
  const query = zprPolicyQuery(policyId);
  const policy = useQuery({
    ...query,
    // "Not read yet" ends by itself, and no list's revision tells of it.
    refetchInterval: (each) =>
      each.state.error?.status === 503 && isFirst
        ? unreadRetryMs
        : typeof query.refetchInterval === "function" && query.refetchInterval(each),
  });
  const again = useReadZprPoliciesAgain();
  return (
    <>
      <ZprPolicyHeader
        policyId={policyId}
        detail={policy.data}
        isReading={again.isPending}
        onRead={() => again.mutate()}
      />
      <PolicyChanges policyId={policyId} />
      <QueryBoundary
        query={policy}
        isFirstReading={isFirst}
        what="This ZPR policy"
        loading={<TableSkeleton label="Reading the ZPR policy" columns={2} rows={5} />}
      >
        {(detail) => <PolicyBody detail={detail} isFirst={isFirst} />}
      </QueryBoundary>
    </>
  );
}

function PolicyBody({ detail, isFirst }: { readonly detail: ZprPolicyDetail; readonly isFirst: boolean }) {
  const { statements, findings, unread, completeness } = detail;
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-col gap-3">
        <PolicyState detail={detail} />
        {isFirst ? (
          <StillReading what="of what its statements mean" />
        ) : (
          <CompletenessBanner completeness={completeness} />
        )}
        {!isFirst && <UnreadNote unread={unread} />}
      </div>
      {findings.length > 0 && (
        <Section title="Of the policy as a whole">
          <PolicyFindings findings={findings} label="Findings of the policy" />
        </Section>
      )}
      <Section
        title="Statements"
        aside={<span className="text-muted">{formatCounted(statements.length, "statement")}</span>}
      >
        <p className="text-muted mb-3 max-w-[88ch]">
          What ZPR allows. Network security groups, security lists and routes must allow it too, and traffic between
          pods on one node is not covered.
        </p>
        <StatementList statements={statements} isComplete={completeness.isComplete} />
      </Section>
      <PolicyTags tags={detail.policy.tags} />
      <PolicyWork workRequests={detail.workRequests} />
    </div>
  );
}
