"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { FigureStrip } from "@/components/overview/figure-strip";
import { OverviewChanges } from "@/components/overview/overview-changes";
import { RegionTable } from "@/components/overview/region-table";
import { TenancyFacts } from "@/components/overview/tenancy-facts";
import { CompletenessBanner } from "@/components/shared/completeness-banner";
import { ErrorNote } from "@/components/shared/error-note";
import { PageHeader } from "@/components/shared/page-header";
import { QueryBoundary } from "@/components/shared/query-boundary";
import { formatRegionCount } from "@/components/shared/region-count";
import { TimeAgo } from "@/components/shared/time-ago";
import { useScope } from "@/components/shared/use-scope";
import { useScopedCounts } from "@/components/shared/use-scoped-counts";
import { Skeleton } from "@/components/ui/skeleton";
import type { InventoryStatus } from "@/lib/contract/inventory";
import { formatCount, formatCounted } from "@/lib/format";
import { inventoryQuery, isFirstReading, isReading } from "@/lib/queries/inventory";

/** What asks for attention, what is changing, and how much of the tenancy all of this is about. */
export function OverviewView() {
  const inventory = useQuery(inventoryQuery());
  const status = inventory.data;
  const counted = useScopedCounts();
  const scope = useScope();
  const regions = status?.regions.filter(
    ({ regionName }) => scope.regions.length === 0 || scope.regions.includes(regionName),
  );
  return (
    <>
      <PageHeader title="Overview">
        {status && <CoverageLine status={status} isNarrowed={scope.isNarrowed} />}
      </PageHeader>
      <div className="flex flex-col gap-6">
        <QueryBoundary query={inventory} what="The tenancy" loading={<FigureStrip counted={undefined} />}>
          {(data) =>
            data.state === "failed" && data.error ? (
              <ErrorNote title="The tenancy could not be read" error={data.error} />
            ) : (
              <div className="flex flex-col gap-3">
                {!isFirstReading(data) && counted && <CompletenessBanner completeness={counted.completeness} />}
                <FigureStrip counted={data.state === "starting" ? undefined : counted} />
              </div>
            )
          }
        </QueryBoundary>
        <div className="grid gap-6 xl:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
          <Section title="Regions">
            {regions && regions.length > 0 ? <RegionTable regions={regions} /> : <Waiting />}
          </Section>
          <Section title={scope.isNarrowed ? "In this scope" : "In this tenancy"}>
            {counted ? <TenancyFacts counted={counted} /> : <Waiting />}
          </Section>
        </div>
        <Section title="Changes">
          <OverviewChanges />
        </Section>
      </div>
    </>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="min-w-0">
      <h2 className="text-section mb-2 font-semibold">{title}</h2>
      {children}
    </section>
  );
}

const Waiting = () => (
  <div className="rounded-box border-line bg-surface flex h-28 flex-col justify-center gap-4 border px-3">
    <Skeleton className="w-40" />
    <Skeleton className="w-28" />
  </div>
);

type CoverageLineProps = { readonly status: InventoryStatus; readonly isNarrowed: boolean };

/** How far the whole tenancy was read, whatever part of it the numbers are about. */
function CoverageLine({ status, isNarrowed }: CoverageLineProps) {
  const done = isReading(status) ? status.scopesDone : status.scopesDone - status.scopesUnread;
  const lists = `${formatCount(done)} of ${formatCount(status.scopesTotal)} lists`;
  return (
    <p>
      {isReading(status)
        ? "Reading now: "
        : status.finishedAt && (
            <>
              Read <TimeAgo time={status.finishedAt} />:{" "}
            </>
          )}
      {lists} in {formatRegionCount(status.regions)} and {formatCounted(status.compartments.length, "compartment")}
      {isNarrowed && ", the whole tenancy; the numbers are of the scope"}
    </p>
  );
}
