"use client";

import { useQuery } from "@tanstack/react-query";
import { ClusterFrame } from "@/components/clusters/cluster-frame";
import { RequiredStatements } from "@/components/clusters/required-statements";
import { QueryBoundary } from "@/components/shared/query-boundary";
import { useFirstReading } from "@/components/shared/still-reading";
import { TableSkeleton } from "@/components/ui/skeleton";
import { requiredStatementsQuery } from "@/lib/queries/required-statements";

/** The ZPR statements that a cluster needs for what it carries, and which of them are there. */
export function ClusterStatementsTab({ clusterId }: { readonly clusterId: string }) {
  return (
    <ClusterFrame clusterId={clusterId} tab="required-statements">
      {({ cluster }) => <Statements clusterId={clusterId} name={cluster.name} />}
    </ClusterFrame>
  );
}

function Statements({ clusterId, name }: { readonly clusterId: string; readonly name: string }) {
  const statements = useQuery(requiredStatementsQuery(clusterId));
  const isFirst = useFirstReading();
  return (
    <QueryBoundary
      query={statements}
      isFirstReading={isFirst}
      what="The statements that this cluster needs"
      loading={<TableSkeleton label="Looking for the statements" columns={3} />}
    >
      {(answer) => <RequiredStatements answer={answer} clusterName={name} />}
    </QueryBoundary>
  );
}
