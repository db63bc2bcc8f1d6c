"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { NotFoundReason } from "@/components/find/not-found-reason";
import { PageHeader } from "@/components/shared/page-header";
import { QueryBoundary } from "@/components/shared/query-boundary";
import { useGo } from "@/components/shared/scoped-link";
import { targetHref } from "@/components/shared/target-href";
import { Literal } from "@/components/ui/literal";
import { Skeleton } from "@/components/ui/skeleton";
import { foundQuery } from "@/lib/queries/find";

/** Leads to the thing of an OCID, in this page's place in the history, or says why there is no page of it. */
export function FindView({ ocid }: { readonly ocid: string }) {
  const found = useQuery(foundQuery(ocid));
  const go = useGo();
  const href = found.data?.state === "found" ? targetHref(found.data.target) : null;
  useEffect(() => {
    if (href !== null) go(href, "replace");
  }, [href, go]);
  return (
    <>
      <PageHeader title="Find by OCID">
        <Literal text={ocid} className="text-note font-mono" />
      </PageHeader>
      <QueryBoundary query={found} what="The tenancy" loading={<LookingUp />}>
        {(answer) =>
          answer.state === "found" || answer.state === "reading" ? (
            <LookingUp />
          ) : (
            <NotFoundReason found={answer} ocid={ocid} />
          )
        }
      </QueryBoundary>
    </>
  );
}

const LookingUp = () => (
  <div role="status" aria-label="Looking it up" className="rounded-box border-line bg-surface border p-4">
    <Skeleton className="w-56" />
  </div>
);
