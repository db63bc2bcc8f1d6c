"use client";

import { StateWord } from "@/components/shared/state-word";
import { StatementText } from "@/components/shared/statement-text";
import { TextLink } from "@/components/shared/text-link";
import { Literal } from "@/components/ui/literal";
import { Skeleton } from "@/components/ui/skeleton";
import { StatusWord } from "@/components/ui/status-word";
import type { NamingStatementItem, NamingStatementsResponse } from "@/lib/contract/naming-statements";
import { formatCount } from "@/lib/format";
import { routes } from "@/lib/routes";

export const NamingStatementsSkeleton = () => (
  <div role="status" aria-label="Reading the ZPR statements" className="py-2">
    <Skeleton className="w-64" />
  </div>
);

type StatementsProps = {
  readonly answer: Pick<NamingStatementsResponse, "items" | "total" | "policies">;
  readonly isOfResource?: boolean;
};

/** The statements themselves, or why there are none to show. */
export function NamingStatementList({ answer: { items, total, policies }, isOfResource = false }: StatementsProps) {
  switch (policies.state) {
    case "not-asked":
      return <NamingStatementsSkeleton />;
    case "refused":
      return <p className="text-muted">No ZPR policy is visible to you; whether any names it is not known.</p>;
    case "failed":
      return (
        <p className="text-muted">
          The ZPR policies could not be read: <Literal text={policies.message ?? "OCI gave no reason."} />
        </p>
      );
    case "read":
      if (items.length === 0) return <NoStatement isOfResource={isOfResource} />;
  }
  return (
    <>
      <ul
        aria-label="ZPR statements that name it"
        className="rounded-box border-line bg-surface divide-line divide-y border"
      >
        {items.map((item) => (
          <StatementRow key={`${item.policyId} ${item.index}`} item={item} />
        ))}
      </ul>
      {total > items.length && (
        <p className="text-muted mt-2">
          The first {formatCount(items.length)}. <TextLink href={routes.zprPolicies()}>All policies</TextLink>
        </p>
      )}
    </>
  );
}

const NoStatement = ({ isOfResource }: { readonly isOfResource: boolean }) => (
  <p className="text-muted max-w-[88ch]">
    No statement names it.
    {isOfResource &&
      " Statements about all endpoints or about addresses may still mean it; what none of them allows, ZPR blocks."}
  </p>
);

const roleWords = { location: "as location", source: "as source", target: "as target" } as const;

function StatementRow({ item }: { readonly item: NamingStatementItem }) {
  const { policyId, policyName, lifecycleState, index, text, roles, appliesHere } = item;
  return (
    <li className="flex flex-col gap-1 px-3 py-2.5">
      <p>
        <StatementText text={text} />
      </p>
      <p className="text-muted flex flex-wrap items-center gap-x-3">
        <TextLink href={routes.zprPolicy(policyId, index)}>
          <Literal text={policyName} />, statement {index + 1}
        </TextLink>
        {roles.length > 0 ? (
          <span>Named {roles.map((role) => roleWords[role]).join(" and ")}</span>
        ) : (
          <StatusWord shape="diamond" tone="unknown">
            Holds the name and cannot be read
          </StatusWord>
        )}
        {appliesHere === false && (
          <StatusWord shape="circle-slash" tone="neutral">
            Does not apply in its VCN
          </StatusWord>
        )}
        {lifecycleState !== "ACTIVE" && (
          <span>
            Policy <StateWord state={lifecycleState} />
          </span>
        )}
      </p>
    </li>
  );
}
