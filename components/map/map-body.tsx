"use client";

import { MapLink } from "@/components/map/map-link";
import { useMapAnswer, useMapValues } from "@/components/map/use-map";
import { late } from "@/components/shared/late";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import { formatCounted } from "@/lib/format";

const loading = <Skeleton className="h-[60dvh] w-full" />;
const MapTable = late(() => import("@/components/map/map-table").then((module) => module.MapTable), loading);
const MapMatrix = late(() => import("@/components/map/map-matrix").then((module) => module.MapMatrix), loading);
const MapGraph = late(() => import("@/components/map/graph/map-graph").then((module) => module.MapGraph), loading);
const MapPanel = late(() => import("@/components/map/map-panel").then((module) => module.MapPanel));

/** Has the graph fetched while its data is on the way. */
export const preloadGraph = MapGraph.preload;

type MapBodyProps = {
  readonly isBehind: boolean;
  /** Whether another view was here before, so that what had the focus may be gone. */
  readonly isSwitched: boolean;
};

/** The view that was asked for, and beside it what has the focus. Each is fetched when it is first shown. */
export function MapBody({ isBehind, isSwitched }: MapBodyProps) {
  const { content, totals, focus, nodesRead } = useMapAnswer();
  const { values } = useMapValues();
  return (
    <>
      {values.focus !== null && focus === null && !isBehind && <LostFocus />}
      <div className="flex flex-col gap-3 lg:flex-row">
        <div className="min-w-0 flex-1">
          {content.view === "graph" && <MapGraph />}
          {content.view !== "graph" && totals.flows === 0 && (
            <EmptyState title="No flow that ZPR allows is known here">
              {totals.resources > 0 && "The graph shows the resources all the same."}
            </EmptyState>
          )}
          {content.view === "table" && totals.flows > 0 && <MapTable isBehind={isBehind} isSwitched={isSwitched} />}
          {content.view === "matrix" && totals.flows > 0 && <MapMatrix />}
        </div>
        {focus !== null && <MapPanel />}
      </div>
      {totals.flows > 0 && (
        <p className="text-muted">
          This is what ZPR allows. Network security groups, security lists and routes must allow a flow too, and pods on
          one node are not covered. A node pool stands here with what it gives to new nodes.
          {nodesRead.read < nodesRead.total &&
            ` Self-managed nodes are here for ${nodesRead.read} of ${formatCounted(nodesRead.total, "cluster")}: those whose nodes were read on their Node pools tab.`}
        </p>
      )}
    </>
  );
}

/** What stands there when the address names something that the map does not hold. */
function LostFocus() {
  return (
    <p role="status" className="text-muted">
      What the address points at is not on this map: it is gone, or it was not read.{" "}
      <MapLink to={{ focus: null, hops: null }}>Show the map without it</MapLink>
    </p>
  );
}
