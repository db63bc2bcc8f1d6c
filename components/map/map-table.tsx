"use client";

import { useEffect, useRef } from "react";
import { FlowStatements } from "@/components/map/flow-statements";
import { MapEnd } from "@/components/map/map-end";
import { mapParsers } from "@/components/map/map-params";
import { markWords } from "@/components/map/map-text";
import { nodesOf, useMapAnswer, useMapValues } from "@/components/map/use-map";
import { columnHelper, DataTable } from "@/components/shared/data-table";
import { ListPaging } from "@/components/shared/list-paging";
import { Literal } from "@/components/ui/literal";
import { StatusWord } from "@/components/ui/status-word";
import type { MapFlowView } from "@/lib/contract/map";

const column = columnHelper<MapFlowView>();

function End({ nodeId }: { readonly nodeId: string }) {
  const node = nodesOf(useMapAnswer()).get(nodeId);
  return node === undefined ? <Literal text={nodeId} /> : <MapEnd node={node} />;
}

const columns = column.columns([
  column.accessor("source", {
    header: "Source",
    meta: { sortBy: "source", className: "align-top!" },
    cell: ({ row: { original } }) => <End nodeId={original.source} />,
  }),
  column.accessor("target", {
    header: "Destination",
    meta: { sortBy: "target", className: "align-top!" },
    cell: ({ row: { original } }) => <End nodeId={original.target} />,
  }),
  column.accessor("mark", {
    header: "ZPR",
    meta: { sortBy: "mark", className: "align-top!" },
    cell: ({ row: { original } }) => {
      const { shape, tone, word } = markWords[original.mark];
      return (
        <StatusWord shape={shape} tone={tone}>
          {word}
        </StatusWord>
      );
    },
  }),
  column.accessor("protocols", {
    header: "Protocols",
    meta: { sortBy: "protocols", className: "align-top!" },
    cell: ({ row: { original } }) => (
      <span className="block min-w-24 font-mono wrap-anywhere">{original.protocols}</span>
    ),
  }),
  column.accessor("statements", {
    header: "Statements",
    meta: { sortBy: "statements", className: "align-top!" },
    cell: ({ row: { original } }) => <FlowStatements flow={original} />,
  }),
]);

type MapTableProps = {
  readonly isBehind: boolean;
  /** Whether another view was here before. */
  readonly isSwitched: boolean;
};

/** Every flow of the map as a row: the full equivalent of the graph. */
export function MapTable({ isBehind, isSwitched }: MapTableProps) {
  const answer = useMapAnswer();
  const { values, setValues } = useMapValues();
  const root = useRef<HTMLDivElement>(null);
  // The key that leads here from the graph leaves the focus on what is no longer there.
  useEffect(() => {
    if (!isSwitched || document.activeElement !== document.body) return;
    root.current?.querySelector<HTMLElement>("[role=region]")?.focus({ preventScroll: true });
  }, [isSwitched]);
  const { content, totals, totalUnfiltered, revision, completeness } = answer;
  if (content.view !== "table") return null;
  const { page: _page, ...asked } = values;
  return (
    <div ref={root}>
      <DataTable
        label="Flows"
        columns={columns}
        rows={content.items}
        rowId={({ id }) => id}
        sorting={{ sortBy: values.sortBy ?? "mark", sortOrder: values.sortOrder }}
        onSort={({ sortBy, sortOrder }) =>
          void setValues({ sortBy: mapParsers.sortBy.parse(sortBy ?? ""), sortOrder, page: null })
        }
        viewKey={JSON.stringify([asked, values.page, isBehind])}
      />
      <ListPaging
        page={values.page}
        isBehind={isBehind}
        data={{
          items: content.items,
          opcNextPage: content.opcNextPage,
          total: totals.flows,
          totalUnfiltered: totalUnfiltered.flows,
          revision,
          completeness,
        }}
        onPage={(page) => void setValues({ page: page || null }, { history: "push" })}
      />
    </div>
  );
}
