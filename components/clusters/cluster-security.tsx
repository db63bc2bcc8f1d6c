"use client";

import { ClusterFrame } from "@/components/clusters/cluster-frame";
import { SurfaceSheet } from "@/components/clusters/surface-sheet";
import { StandingSummary } from "@/components/shared/standing-summary";
import { TextLink } from "@/components/shared/text-link";
import { TimeAgo } from "@/components/shared/time-ago";
import type { ClusterDetail } from "@/lib/contract/clusters";
import { routes } from "@/lib/routes";

/** Every surface of the cluster on one sheet, and how they stand in one line above it. */
export function ClusterSecurity({ clusterId }: { readonly clusterId: string }) {
  return (
    <ClusterFrame clusterId={clusterId} tab="security">
      {(detail) => <Sheet detail={detail} />}
    </ClusterFrame>
  );
}

function Sheet({ detail }: { readonly detail: ClusterDetail }) {
  const { endpoint, nodePools, services, readAt, completeness } = detail;
  const surfaces = [endpoint, ...nodePools.flatMap(({ primary, secondary }) => [primary, secondary]), ...services];
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
        <StandingSummary surfaces={surfaces} isComplete={completeness.isComplete} />
        <p className="text-muted flex flex-wrap items-center gap-x-4">
          <TextLink href={routes.newChangePlan({ params: { clusterId: detail.cluster.id } })}>Edit several</TextLink>
          <span>
            Read <TimeAgo time={readAt} />
          </span>
        </p>
      </div>
      <SurfaceSheet detail={detail} />
    </>
  );
}
