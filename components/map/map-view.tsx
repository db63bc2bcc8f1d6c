"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { DraftBar, DraftGone } from "@/components/map/draft-bar";
import { MapBody, preloadGraph } from "@/components/map/map-body";
import { LinkedMapFilters, MapFilters } from "@/components/map/map-filters";
import { MapNotes } from "@/components/map/map-notes";
import { clearedMapFilters, isFilteredMap, mapRequest } from "@/components/map/map-params";
import { isWholeMap } from "@/components/map/map-text";
import { useHasRoom } from "@/components/map/use-has-room";
import { MapAnswerProvider, useMapValues } from "@/components/map/use-map";
import { late } from "@/components/shared/late";
import { LateFilteredEmpty } from "@/components/shared/late-filtered-empty";
import { PageHeader } from "@/components/shared/page-header";
import { QueryBoundary } from "@/components/shared/query-boundary";
import { useFirstReading } from "@/components/shared/still-reading";
import { useScope } from "@/components/shared/use-scope";
import { EmptyState } from "@/components/ui/empty-state";
import { Segmented } from "@/components/ui/segmented";
import { Skeleton } from "@/components/ui/skeleton";
import type { MapAnswer } from "@/lib/contract/map";
import { mapViews } from "@/lib/contract/map-request";
import { formatAtLeast, formatCountedAtLeast } from "@/lib/format";
import { mapQuery } from "@/lib/queries/map";

const MapExport = late(() => import("@/components/map/map-export").then((module) => module.MapExport));

const viewWords = { graph: "Graph", table: "Table", matrix: "Matrix" } as const;
const viewOptions = mapViews.map((view) => ({ value: view, label: viewWords[view] }));

/** What ZPR allows between everything that was read, in one of three views of the same query. */
export function MapView() {
  const { values, setValues, go } = useMapValues();
  const hasRoom = useHasRoom();
  const isFirst = useFirstReading();
  const scope = useScope();
  const view = values.view ?? (hasRoom === false ? "table" : "graph");
  const [firstView, setFirstView] = useState<typeof view | null>(null);
  const [isSwitched, setSwitched] = useState(false);
  // Which view comes first is known once there is a window to fit it in.
  if (firstView === null && hasRoom !== null) setFirstView(view);
  if (!isSwitched && firstView !== null && view !== firstView) setSwitched(true);
  useEffect(() => {
    if (hasRoom !== null && view === "graph") preloadGraph();
  }, [hasRoom, view]);
  // A map of what has been read so far would be another one every second.
  const map = useQuery({
    ...mapQuery({ ...mapRequest(values, view), ...scope.params }),
    enabled: hasRoom !== null && !isFirst,
  });
  const isFiltered = isFilteredMap(values);
  const isDraftGone = values.draft !== null && (map.error?.status === 410 || map.error?.status === 409);
  const loading = <Skeleton className="h-[60dvh] w-full" />;
  const emptyOf = (answer: MapAnswer) => {
    // The answer before this one was of another view: it is no part of this one.
    if (answer.content.view !== view) return loading;
    if (answer.totals.nodes > 0) return null;
    if (!isFiltered) return <NoMap />;
    return (
      <LateFilteredEmpty
        noun="nodes"
        totalUnfiltered={answer.totalUnfiltered.nodes}
        isComplete={answer.completeness.isComplete}
        onClear={() => void setValues(clearedMapFilters)}
      />
    );
  };
  return (
    <>
      <PageHeader
        title="Map"
        aside={map.data && <Summary answer={map.data} isFiltered={isFiltered} />}
        actions={
          <Segmented
            label="View"
            value={view}
            options={viewOptions}
            onValueChange={(chosen) => go({ view: chosen, page: null })}
          />
        }
      />
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <MapFilters />
        {map.data && !isDraftGone && (
          <MapAnswerProvider value={map.data}>
            <MapExport />
          </MapAnswerProvider>
        )}
      </div>
      <div className="flex flex-col gap-3">
        <LinkedMapFilters answer={map.data} />
        {map.data?.draft && !isDraftGone && <DraftBar draft={map.data.draft} />}
        {map.data && <MapNotes answer={map.data} />}
        {isDraftGone ? (
          <DraftGone message={map.error?.message ?? ""} />
        ) : (
          <QueryBoundary query={map} what="The map" loading={loading} isFirstReading={isFirst} empty={emptyOf}>
            {(answer) => (
              <MapAnswerProvider value={answer}>
                <MapBody isBehind={map.isPlaceholderData} isSwitched={isSwitched} />
              </MapAnswerProvider>
            )}
          </QueryBoundary>
        )}
      </div>
    </>
  );
}

/** "106 resources, 387 flows", read out when it changes. */
function Summary({ answer, isFiltered }: { readonly answer: MapAnswer; readonly isFiltered: boolean }) {
  const { totals, totalUnfiltered } = answer;
  const isWhole = isWholeMap(answer);
  // Until the answer to a filter that was taken away is there, it is still of a part.
  const isPart = isFiltered || totals.flows !== totalUnfiltered.flows;
  const flows = isPart
    ? `${formatAtLeast(totals.flows, isWhole)} of ${formatAtLeast(totalUnfiltered.flows, isWhole)} flows`
    : formatCountedAtLeast(totals.flows, isWhole, "flow");
  return (
    <p role="status" className="text-muted min-h-5">
      {formatCountedAtLeast(totals.resources, answer.completeness.isComplete, "resource")}, {flows}
    </p>
  );
}

function NoMap() {
  return (
    <EmptyState title="There is nothing to map yet">
      VCNs, clusters with their endpoints and node pools, load balancers and mount targets would stand here, with what
      ZPR allows between them.
    </EmptyState>
  );
}
