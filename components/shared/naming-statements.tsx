"use client";

import { useQuery } from "@tanstack/react-query";
import { NamingStatementList, NamingStatementsSkeleton } from "@/components/shared/naming-statement-list";
import { QueryBoundary } from "@/components/shared/query-boundary";
import { Section } from "@/components/shared/section";
import { useFirstReading } from "@/components/shared/still-reading";
import type { NamingStatementsRequest } from "@/lib/contract/naming-statements";
import { formatCount } from "@/lib/format";
import { namingStatementsQuery } from "@/lib/queries/naming-statements";

/** The ZPR statements that name an attribute, or something that a resource carries, each with the way to its policy. */
export function NamingStatements({ params }: { readonly params: NamingStatementsRequest }) {
  const statements = useQuery(namingStatementsQuery(params));
  const isFirst = useFirstReading();
  const { data } = statements;
  return (
    <Section
      title="ZPR statements that name it"
      aside={data?.policies.state === "read" && <span className="text-muted">{formatCount(data.total)}</span>}
    >
      <QueryBoundary
        query={statements}
        isFirstReading={isFirst}
        what="The ZPR statements"
        loading={<NamingStatementsSkeleton />}
      >
        {(answer) => <NamingStatementList answer={answer} isOfResource={"resourceId" in params} />}
      </QueryBoundary>
    </Section>
  );
}
