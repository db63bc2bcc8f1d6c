"use client";

import { useQuery } from "@tanstack/react-query";
import { parseAsArrayOf, parseAsString, useQueryStates } from "nuqs";
import { ClusterFrame } from "@/components/clusters/cluster-frame";
import { IamStatements } from "@/components/clusters/iam-statements";
import { ReadinessChecks } from "@/components/clusters/readiness-checks";
import { ReadinessSummary } from "@/components/clusters/readiness-summary";
import { QueryBoundary } from "@/components/shared/query-boundary";
import { useFirstReading } from "@/components/shared/still-reading";
import { TableSkeleton } from "@/components/ui/skeleton";
import { isWritableGroup } from "@/lib/oke/readiness/iam-place";
import { clusterReadinessQuery, useReadReadinessAgain } from "@/lib/queries/readiness";

/** For whom IAM statements are generated; in the address, so that a colleague sees the same. */
const choiceParsers = {
  group: parseAsString.withDefault(""),
  namespace: parseAsArrayOf(parseAsString).withDefault([]),
};

/** What keeps a cluster from using ZPR, and what to paste to change that. */
export function ClusterReadinessTab({ clusterId }: { readonly clusterId: string }) {
  return (
    <ClusterFrame clusterId={clusterId} tab="readiness">
      {() => <Readiness clusterId={clusterId} />}
    </ClusterFrame>
  );
}

function Readiness({ clusterId }: { readonly clusterId: string }) {
  const [{ group, namespace }, setChoice] = useQueryStates(choiceParsers);
  const params = {
    ...(group !== "" && isWritableGroup(group) && { group }),
    ...(namespace.length > 0 && { namespace }),
  };
  const readiness = useQuery(clusterReadinessQuery(clusterId, params));
  const isFirst = useFirstReading();
  const again = useReadReadinessAgain(clusterId, params);
  return (
    <QueryBoundary
      query={readiness}
      isFirstReading={isFirst}
      what="The readiness of this cluster"
      loading={<TableSkeleton label="Checking the prerequisites" columns={3} />}
    >
      {(data) => (
        <div className="flex flex-col gap-6">
          <ReadinessSummary
            readiness={data}
            isReading={again.isPending || data.isReading}
            error={again.error}
            onRead={() => again.mutate()}
          />
          <ReadinessChecks checks={data.checks} />
          <IamStatements
            readiness={data}
            group={group}
            namespaces={namespace}
            onChange={(next) => void setChoice(next)}
          />
        </div>
      )}
    </QueryBoundary>
  );
}
