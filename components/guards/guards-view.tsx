"use client";

import { useQuery } from "@tanstack/react-query";
import { ClusterGuards } from "@/components/guards/cluster-guards";
import { GuardFileNote } from "@/components/guards/guard-file-note";
import { GuardLines } from "@/components/guards/guard-lines";
import { CompletenessBanner } from "@/components/shared/completeness-banner";
import { late } from "@/components/shared/late";
import { PageHeader } from "@/components/shared/page-header";
import { QueryBoundary } from "@/components/shared/query-boundary";
import { Section } from "@/components/shared/section";
import { useFirstReading } from "@/components/shared/still-reading";
import { Literal } from "@/components/ui/literal";
import { Skeleton, TableSkeleton } from "@/components/ui/skeleton";
import type { GuardsAnswer } from "@/lib/contract/guards";
import { guardsQuery } from "@/lib/queries/guards";

const GuardEditor = late(
  () => import("@/components/guards/guard-editor").then((module) => module.GuardEditor),
  <Skeleton className="h-80 w-full" />,
);

/** What people declared that no edit may break, and whether it holds now. */
export function GuardsView() {
  const query = useQuery(guardsQuery());
  const isFirst = useFirstReading();
  return (
    <>
      <PageHeader title="Guards">
        <span>What must keep working, and what must never be allowed. Edits that break it are stopped.</span>
      </PageHeader>
      <QueryBoundary
        query={query}
        what="The guards"
        isFirstReading={isFirst}
        loading={<TableSkeleton label="Reading the guards" columns={4} rows={4} />}
      >
        {(answer) => <Guards answer={answer} isFirst={isFirst} />}
      </QueryBoundary>
    </>
  );
}

function Guards({ answer, isFirst }: { readonly answer: GuardsAnswer; readonly isFirst: boolean }) {
  const { file, evaluation, completeness, policies } = answer;
  const { adminSources, lines, clusters } = evaluation;
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-col gap-3 empty:hidden">
        {!isFirst && <CompletenessBanner completeness={completeness} />}
        <GuardFileNote answer={answer} isFirst={isFirst} />
      </div>
      {file.state === "read" && adminSources.length > 0 && (
        <p>
          <span className="text-muted">Admin sources </span>
          {adminSources.map((source, index) => (
            <span key={index}>
              {index > 0 && ", "}
              <Literal text={source} className="font-mono" />
            </span>
          ))}
        </p>
      )}
      {lines.length > 0 && (
        <Section title="Lines">
          <GuardLines lines={lines} />
        </Section>
      )}
      {clusters.length > 0 && (
        <Section title="Clusters">
          <ClusterGuards
            clusters={clusters}
            arePoliciesRead={policies.state === "read"}
            isFileUsable={file.state === "read" || file.state === "absent"}
          />
        </Section>
      )}
      <Section title="Guard file">
        {file.state === "unreadable" ? (
          <p>
            <span className="text-muted">It would be at </span>
            <Literal text={file.path} className="font-mono" />
          </p>
        ) : (
          <GuardEditor answer={answer} />
        )}
      </Section>
    </div>
  );
}
