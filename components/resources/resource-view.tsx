"use client";

import { useQuery } from "@tanstack/react-query";
import { ResourceFacts } from "@/components/resources/resource-facts";
import { ResourceHeader } from "@/components/resources/resource-header";
import { ResourceManifest } from "@/components/resources/resource-manifest";
import { ResourceSet } from "@/components/resources/resource-set";
import { DifferingVnics } from "@/components/shared/differing-vnics";
import { late } from "@/components/shared/late";
import { LateNamingStatements } from "@/components/shared/late-naming-statements";
import { manifestClusterId } from "@/components/shared/manifest-cluster-id";
import { QueryBoundary } from "@/components/shared/query-boundary";
import { ResourceChanges } from "@/components/shared/resource-changes";
import { Section } from "@/components/shared/section";
import { useFirstReading } from "@/components/shared/still-reading";
import { Banner } from "@/components/ui/banner";
import { Skeleton } from "@/components/ui/skeleton";
import type { ResourceDetail } from "@/lib/contract/resources";
import { formatCounted } from "@/lib/format";
import { resourceQuery } from "@/lib/queries/resources";

/** Asks the cluster itself, and is there only where a manifest may own the setting. */
const DeclaredSection = late(() =>
  import("@/components/resources/declared-section").then((module) => module.DeclaredSection),
);
const ResourceFindings = late(() =>
  import("@/components/resources/resource-findings").then((module) => module.ResourceFindings),
);
const PathTest = late(() => import("@/components/resources/path-test").then((module) => module.PathTest));

const unreadRetryMs = 1_500;

/** One resource, read just now: what it carries, why each entry stands as it does, and where to change it. */
export function ResourceView({ resourceId }: { readonly resourceId: string }) {
  const isFirst = useFirstReading();
  const resource = useQuery({
    ...resourceQuery(resourceId),
    // "Not read yet" ends by itself, and no list's revision tells of it.
    refetchInterval: ({ state }) => (isFirst && state.error?.status === 503 ? unreadRetryMs : false),
  });
  const { data, isFetching, refetch } = resource;
  return (
    <>
      <ResourceHeader resourceId={resourceId} detail={data} isReading={isFetching} onRead={() => void refetch()} />
      <QueryBoundary query={resource} isFirstReading={isFirst} what="This resource" loading={<Loading />}>
        {(detail) => <ResourceBody detail={detail} />}
      </QueryBoundary>
    </>
  );
}

function ResourceBody({ detail }: { readonly detail: ResourceDetail }) {
  const { resource, manifest } = detail;
  const clusterId = manifestClusterId(resource);
  return (
    <div className="grid gap-x-8 gap-y-6 xl:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="flex min-w-0 flex-col gap-6">
        <ResourceChanges ocid={resource.ocid} />
        <ResourceFindings resourceId={resource.id} />
        {resource.differingVnics === null ? (
          <ResourceSet detail={detail} />
        ) : (
          <Section title="Security attributes">
            <Banner tone="warning" title="The secondary VNICs of this pool carry different sets" className="mb-3">
              Oracle wants one set for all of them. Adding or removing writes one set to every VNIC.
            </Banner>
            <DifferingVnics vnics={resource.differingVnics} />
            <div className="mt-4">
              <ResourceSet detail={detail} title="The set of the first VNIC" />
            </div>
          </Section>
        )}
        <NewNodesOnly detail={detail} />
        {clusterId === null ? (
          manifest && <ResourceManifest manifest={manifest} />
        ) : (
          <DeclaredSection detail={detail} clusterId={clusterId} />
        )}
        {(resource.securityAttributes.length > 0 || resource.differingVnics !== null) && (
          <LateNamingStatements params={{ resourceId: resource.id }} />
        )}
        {resource.kind !== "vcn" && <PathTest resourceId={resource.id} name={resource.displayName} />}
      </div>
      <ResourceFacts detail={detail} />
    </div>
  );
}

function NewNodesOnly({ detail: { takesEffect, runningNodeCount } }: { readonly detail: ResourceDetail }) {
  if (takesEffect === "now") return null;
  return (
    <p className="text-muted -mt-4">
      A change reaches only nodes that are launched afterwards
      {runningNodeCount === null
        ? ". How many nodes run now is not known."
        : `: ${formatCounted(runningNodeCount, "running node")} would keep what ${runningNodeCount === 1 ? "it has" : "they have"}.`}
    </p>
  );
}

function Loading() {
  return (
    <div role="status" aria-label="Reading the resource" className="flex flex-col gap-3">
      <Skeleton className="w-64" />
      <div className="rounded-box border-line bg-surface flex h-40 flex-col justify-center gap-5 border px-3">
        <Skeleton className="w-72" />
        <Skeleton className="w-56" />
        <Skeleton className="w-64" />
      </div>
    </div>
  );
}
