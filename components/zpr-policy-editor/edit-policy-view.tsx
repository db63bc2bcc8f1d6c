"use client";

import { useQuery } from "@tanstack/react-query";
import { parseAsString, useQueryState } from "nuqs";
import { useState } from "react";
import { late } from "@/components/shared/late";
import { Ocid } from "@/components/shared/ocid";
import { PageHeader } from "@/components/shared/page-header";
import { QueryBoundary } from "@/components/shared/query-boundary";
import { Literal } from "@/components/ui/literal";
import { TableSkeleton } from "@/components/ui/skeleton";
import { LateSentPolicyChange } from "@/components/zpr-policy-editor/late-sent-policy-change";
import { NotNow } from "@/components/zpr-policy-editor/not-now";
import type { ZprPolicyChange } from "@/lib/contract/zpr-policy-changes";
import { zprPolicyEditBaseQuery } from "@/lib/queries/zpr-policy-changes";
import { routes } from "@/lib/routes";

const loading = <TableSkeleton label="Opening the editor" columns={2} rows={4} />;
const PolicyEditor = late(
  () => import("@/components/zpr-policy-editor/policy-editor").then((module) => module.PolicyEditor),
  loading,
);
const PolicyDeletion = late(
  () => import("@/components/zpr-policy-editor/policy-deletion").then((module) => module.PolicyDeletion),
  loading,
);

type EditPolicyViewProps = { readonly policyId: string; readonly action: "edit" | "delete" };

/** Changing or deleting a policy. It starts with a fresh read; what was read before is never edited. */
export function EditPolicyView({ policyId, action }: EditPolicyViewProps) {
  const [sent, setSent] = useQueryState("sent", parseAsString);
  const [again, setAgain] = useState<ZprPolicyChange | null>(null);
  // Once it is sent, what is there is the change's to tell: a deleted policy cannot be read.
  const query = useQuery({ ...zprPolicyEditBaseQuery(policyId), enabled: sent === null });
  const base = query.data;
  const onSent = (id: string) => void setSent(id);
  const onAgain = async (change: ZprPolicyChange) => {
    await query.refetch();
    setAgain(change);
    void setSent(null);
  };
  const crumbs = [
    { href: routes.zprPolicies(), label: "ZPR policies" },
    { href: routes.zprPolicy(policyId), label: base ? <Literal text={base.name} /> : "ZPR policy" },
  ];
  const shared = { sent, onSent, onAgain: (change: ZprPolicyChange) => void onAgain(change) };
  return (
    <>
      <PageHeader
        crumbs={crumbs}
        title={
          <>
            {action === "edit" ? "Edit" : "Delete"} {base ? <Literal text={base.name} /> : "ZPR policy"}
          </>
        }
      >
        <Ocid ocid={policyId} />
      </PageHeader>
      {sent !== null && base === undefined ? (
        <LateSentPolicyChange changeId={sent} onAgain={action === "edit" ? shared.onAgain : null} />
      ) : (
        <QueryBoundary query={query} what="This ZPR policy" loading={loading}>
          {(read) =>
            sent === null && (read.reason !== null || read.runningChangeId !== null) ? (
              <NotNow base={read} onRetry={() => void query.refetch()} />
            ) : action === "delete" ? (
              <PolicyDeletion key={read.etag} base={read} {...shared} />
            ) : (
              <PolicyEditor
                key={again?.id ?? "first"}
                policy={read}
                original={{ name: read.name, ...read.text }}
                keepKey={policyId}
                again={again}
                cancelHref={routes.zprPolicy(policyId)}
                {...shared}
              />
            )
          }
        </QueryBoundary>
      )}
    </>
  );
}
