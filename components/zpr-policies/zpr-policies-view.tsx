"use client";

import { useQuery } from "@tanstack/react-query";
import { RefreshCw } from "lucide-react";
import { useQueryStates } from "nuqs";
import { LinkButton } from "@/components/shared/link-button";
import { ListBody } from "@/components/shared/list-body";
import { listRequest } from "@/components/shared/list-params";
import { ListScope } from "@/components/shared/list-scope";
import { ListSummary } from "@/components/shared/list-summary";
import { PageHeader } from "@/components/shared/page-header";
import { PolicyChanges } from "@/components/shared/policy-changes";
import { useFirstReading } from "@/components/shared/still-reading";
import { TimeAgo } from "@/components/shared/time-ago";
import { UnreadNote } from "@/components/shared/unread-note";
import { Button } from "@/components/ui/button";
import { NoPolicies } from "@/components/zpr-policies/no-policies";
import { TenancyFindings } from "@/components/zpr-policies/tenancy-findings";
import { ZprEnabledNote } from "@/components/zpr-policies/zpr-enabled-note";
import { ZprPolicyFilters } from "@/components/zpr-policies/zpr-policy-filters";
import {
  clearedZprPolicyFilters,
  isFilteredZprPolicies,
  zprPolicyListParsers,
} from "@/components/zpr-policies/zpr-policy-list-params";
import { zprPolicyColumns, ZprPolicyTable } from "@/components/zpr-policies/zpr-policy-table";
import type { ListZprPoliciesResponse } from "@/lib/contract/zpr-policies";
import { useReadZprPoliciesAgain, zprPoliciesQuery, zprPolicyPages } from "@/lib/queries/zpr-policies";
import { routes } from "@/lib/routes";

const exported = () => import("@/components/zpr-policies/zpr-policy-export").then((module) => module.zprPolicyExport);

/** All ZPR policies of the tenancy with what the linter says of them. */
export function ZprPoliciesView() {
  const [values, setValues] = useQueryStates(zprPolicyListParsers);
  const request = listRequest(values);
  const policies = useQuery(zprPoliciesQuery(request));
  const again = useReadZprPoliciesAgain();
  const isFirst = useFirstReading();
  const isFiltered = isFilteredZprPolicies(values);
  const { data } = policies;
  const isListed = data?.policies.state === "read";
  return (
    <ListScope
      name="policies"
      noun="ZPR policies"
      address={values}
      onAddress={(change) => void setValues(change)}
      pages={zprPolicyPages}
      request={request}
      answer={data}
      exported={exported}
    >
      <PageHeader
        title="ZPR policies"
        aside={
          isListed && <ListSummary data={data} noun="ZPR policies" isFiltered={isFiltered} isFirstReading={false} />
        }
        actions={
          <>
            <Button
              icon={<RefreshCw aria-hidden="true" className="size-3.5" />}
              {...(again.isPending && { pendingLabel: "Reading" })}
              onClick={() => again.mutate()}
            >
              Read again
            </Button>
            <LinkButton href={routes.guards()}>Guards</LinkButton>
            <LinkButton variant="primary" href={routes.newZprPolicy()}>
              Create policy
            </LinkButton>
          </>
        }
      >
        {data?.policies.readAt && (
          <span>
            Read <TimeAgo time={data.policies.readAt} />
          </span>
        )}
      </PageHeader>
      <PolicyChanges />
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <ZprPolicyFilters values={values} onChange={setValues} />
      </div>
      <div className="flex flex-col gap-3">
        {data && <Standing data={data} isFirst={isFirst} />}
        <ListBody
          query={policies}
          noun="ZPR policies"
          columns={zprPolicyColumns}
          isFiltered={isFiltered}
          onClear={() => void setValues(clearedZprPolicyFilters)}
          empty={(answer) => <NoPolicies reading={answer.policies} onRead={() => again.mutate()} />}
          page={values.page}
          onPage={(page) => void setValues({ page: page || null }, { history: "push" })}
        >
          {({ items }) => (
            <ZprPolicyTable
              policies={items}
              sorting={{ sortBy: values.sortBy ?? "name", sortOrder: values.sortOrder }}
              onSort={({ sortBy, sortOrder }) =>
                void setValues({ sortBy: zprPolicyListParsers.sortBy.parse(sortBy ?? ""), sortOrder, page: null })
              }
              viewKey={JSON.stringify([request, policies.isPlaceholderData])}
            />
          )}
        </ListBody>
        {data && !isFirst && <TenancyFindings findings={data.tenancyFindings} />}
      </div>
    </ListScope>
  );
}

function Standing({ data, isFirst }: { readonly data: ListZprPoliciesResponse; readonly isFirst: boolean }) {
  if (data.policies.state === "not-asked") return null;
  return (
    <div className="flex flex-col gap-1">
      <ZprEnabledNote enabled={data.enabled} />
      {data.policies.state === "read" && !isFirst && data.total > 0 && <UnreadNote unread={data.unread} />}
    </div>
  );
}
