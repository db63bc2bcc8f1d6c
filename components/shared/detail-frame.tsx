"use client";

import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { CompletenessBanner } from "@/components/shared/completeness-banner";
import { Ocid } from "@/components/shared/ocid";
import { PageHeader, type Crumb } from "@/components/shared/page-header";
import { QueryBoundary } from "@/components/shared/query-boundary";
import { StateWord } from "@/components/shared/state-word";
import { StillReading, useFirstReading } from "@/components/shared/still-reading";
import { TabLinks, type TabLink } from "@/components/shared/tab-links";
import { Literal } from "@/components/ui/literal";
import type { Completeness } from "@/lib/contract/page";
import type { ApiError } from "@/lib/queries/api-error";

/** What the head of a page about one OCI object says. */
type FramedObject = {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly compartmentName: string;
  readonly lifecycleState: string;
};

type DetailFrameProps<D extends { readonly completeness: Completeness }> = {
  /** "Node pool". */
  readonly noun: string;
  /** The OCID that was asked for: it stands there until the object is read. */
  readonly ocid: string;
  readonly query: UseQueryResult<D, ApiError>;
  readonly loading: ReactNode;
  readonly objectOf: (detail: NoInfer<D>) => FramedObject;
  /** The way here; `null` while the object is not read. */
  readonly crumbsOf: (detail: NoInfer<D> | null) => readonly Crumb[];
  readonly tabsOf: (detail: NoInfer<D>) => readonly TabLink[];
  /** The address of the tab that is shown. */
  readonly current: string;
  /** What stands above the tabs. */
  readonly facts: (detail: NoInfer<D>) => ReactNode;
  /** The side of the object that the tab shows. */
  readonly children: (detail: NoInfer<D>) => ReactNode;
};

/** A page about one object: what it is, then one of its sides. Each side is a page, so that none loads the others' code. */
export function DetailFrame<D extends { readonly completeness: Completeness }>({
  noun,
  ocid,
  query,
  loading,
  objectOf,
  crumbsOf,
  tabsOf,
  current,
  facts,
  children,
}: DetailFrameProps<D>) {
  const isFirstReading = useFirstReading();
  const spoken = noun.toLowerCase();
  return (
    <>
      {query.data ? (
        <ObjectHeader crumbs={crumbsOf(query.data)} object={objectOf(query.data)} />
      ) : (
        <PageHeader crumbs={crumbsOf(null)} title={noun}>
          <Ocid ocid={ocid} />
        </PageHeader>
      )}
      <QueryBoundary query={query} isFirstReading={isFirstReading} what={`The ${spoken}`} loading={loading}>
        {(detail) => (
          <>
            {facts(detail)}
            <TabLinks label={noun} tabs={tabsOf(detail)} current={current} />
            <div className="mt-4 flex flex-col gap-3">
              {isFirstReading ? (
                <StillReading what={`of this ${spoken}`} />
              ) : (
                <CompletenessBanner completeness={detail.completeness} />
              )}
              {children(detail)}
            </div>
          </>
        )}
      </QueryBoundary>
    </>
  );
}

type ObjectHeaderProps = { readonly crumbs: readonly Crumb[]; readonly object: FramedObject };

function ObjectHeader({ crumbs, object }: ObjectHeaderProps) {
  return (
    <PageHeader
      crumbs={crumbs}
      title={<Literal text={object.name} />}
      aside={<StateWord state={object.lifecycleState} look="badge" />}
    >
      <span className="text-note font-mono">{object.region}</span>
      <span>
        Compartment <Literal text={object.compartmentName} className="text-ink" />
      </span>
      <Ocid ocid={object.id} />
    </PageHeader>
  );
}
