"use client";

import { parseAsString, useQueryState } from "nuqs";
import { useState } from "react";
import { late } from "@/components/shared/late";
import { PageHeader } from "@/components/shared/page-header";
import { TableSkeleton } from "@/components/ui/skeleton";
import type { ZprPolicyChange } from "@/lib/contract/zpr-policy-changes";
import { routes } from "@/lib/routes";

const loading = <TableSkeleton label="Opening the editor" columns={2} rows={4} />;
const PolicyEditor = late(
  () => import("@/components/zpr-policy-editor/policy-editor").then((module) => module.PolicyEditor),
  loading,
);

type NewPolicyViewProps = { readonly name: string; readonly statements: readonly string[] };

/** Writing a policy that is not there yet. */
export function NewPolicyView({ name, statements }: NewPolicyViewProps) {
  const [sent, setSent] = useQueryState("sent", parseAsString);
  const [again, setAgain] = useState<ZprPolicyChange | null>(null);
  return (
    <>
      <PageHeader crumbs={[{ href: routes.zprPolicies(), label: "ZPR policies" }]} title="New ZPR policy">
        <span>In the root compartment and the home region: ZPR policies live nowhere else.</span>
      </PageHeader>
      <PolicyEditor
        key={again?.id ?? "first"}
        policy={null}
        original={{ name: again?.policyName ?? name, description: "", statements }}
        keepKey={`new ${JSON.stringify([name, statements])}`}
        again={again}
        sent={sent}
        onSent={(id) => void setSent(id)}
        onAgain={(change) => {
          setAgain(change);
          void setSent(null);
        }}
        cancelHref={routes.zprPolicies()}
      />
    </>
  );
}
