"use client";

import type { ReactNode } from "react";
import { ClusterFrame } from "@/components/clusters/cluster-frame";
import { ServiceTable } from "@/components/clusters/service-table";
import { late } from "@/components/shared/late";
import { LateDeclaredStatus } from "@/components/shared/late-declared-status";
import { TextLink } from "@/components/shared/text-link";
import { EmptyState } from "@/components/ui/empty-state";
import type { ClusterDetail } from "@/lib/contract/clusters";
import { routes } from "@/lib/routes";

const UnstoredDeclarations = late(() =>
  import("@/components/clusters/unstored-declarations").then((module) => module.UnstoredDeclarations),
);

/** Load balancers, network load balancers and mount targets that stand under a cluster. */
export function ClusterServices({ clusterId }: { readonly clusterId: string }) {
  return (
    <ClusterFrame clusterId={clusterId} tab="services">
      {(detail) => <Services detail={detail} />}
    </ClusterFrame>
  );
}

function Services({ detail }: { readonly detail: ClusterDetail }) {
  const { cluster, services, completeness } = detail;
  const elsewhere = <TextLink href={routes.resources({ clusterId: "unmatched" })}>not matched to a cluster</TextLink>;
  return (
    <>
      <LateDeclaredStatus clusterId={cluster.id} />
      {services.length > 0 ? (
        <>
          <ServiceTable clusterName={cluster.name} services={services} />
          <p className="text-muted">Surest first. What could not be tied to any cluster stands under {elsewhere}.</p>
        </>
      ) : (
        <NoServices isComplete={completeness.isComplete}>
          What could not be tied to any cluster stands under {elsewhere}.
        </NoServices>
      )}
      <UnstoredDeclarations clusterId={cluster.id} />
    </>
  );
}

function NoServices({ isComplete, children }: { readonly isComplete: boolean; readonly children: ReactNode }) {
  return (
    <EmptyState
      title={
        isComplete
          ? "No load balancer and no mount target stands under this cluster"
          : "No load balancer and no mount target of this cluster is among what could be read"
      }
    >
      {children}
    </EmptyState>
  );
}
