import type { MapAnswer, MapDrawnGroup } from "@/lib/contract/map";
import type { MapRequest } from "@/lib/contract/map-request";
import type { Findings } from "@/lib/inventory/projections/findings";
import { findingsOfNode, findingsOfNodes } from "@/lib/inventory/projections/map-views";
import { orderedRows, type SortValue } from "@/lib/inventory/projections/ordered-rows";
import { paged } from "@/lib/inventory/projections/paged";
import { drawMap, type DrawnGroup } from "@/lib/oke/map/map-drawing";
import type { MapFlow } from "@/lib/oke/map/map-flow";
import { worstState } from "@/lib/oke/map/map-group";
import { mapMatrix } from "@/lib/oke/map/map-matrix";
import type { MapModel } from "@/lib/oke/map/map-model";
import type { MapSelection } from "@/lib/oke/map/map-selection";
import { mapMarks } from "@/lib/oke/map/map-words";

export type MapParts = {
  readonly model: MapModel;
  readonly selection: MapSelection;
  readonly findings: Findings;
  readonly focusId: string | null;
};

/** What one view shows, and the nodes that it names. */
type Made = { readonly content: MapAnswer["content"]; readonly nodeIds: readonly string[] };

function graphContent({ selection, findings, focusId }: MapParts, { group, toggled }: MapRequest): Made {
  const drawing = drawMap(selection, {
    grouping: group,
    toggled: new Set(toggled),
    focusId,
    findingsOf: (node) => {
      const { high, medium, low } = findingsOfNode(findings, node);
      return high * 100 + medium * 10 + low;
    },
  });
  const groupOf = ({ id, isOpen, drawn, rest }: DrawnGroup): MapDrawnGroup => ({
    id,
    isOpen,
    drawn: drawn.map((node) => node.id),
    restCount: rest.length,
    restState: worstState(rest),
    restFindings: findingsOfNodes(findings, rest),
  });
  const left = drawing.restGroups.flatMap(({ nodes }) => nodes);
  return {
    content: {
      view: "graph",
      groups: drawing.groups.map(groupOf),
      restGroups: {
        count: drawing.restGroups.length,
        state: worstState(left),
        findings: findingsOfNodes(findings, left),
      },
      edges: drawing.edges,
      drawnCount: drawing.drawnCount,
    },
    nodeIds: drawing.groups.flatMap(({ drawn }) => drawn.map(({ id }) => id)),
  };
}

function tableContent({ model, selection }: MapParts, request: MapRequest): Made | null {
  const nameOf = (id: string) => {
    const node = model.byId.get(id);
    return node?.resources[0]?.displayName ?? (node?.block || id);
  };
  const values: Record<NonNullable<MapRequest["sortBy"]>, (flow: MapFlow) => SortValue> = {
    mark: ({ mark }) => mapMarks.indexOf(mark),
    source: ({ source }) => nameOf(source),
    target: ({ target }) => nameOf(target),
    protocols: ({ protocols }) => protocols,
    statements: ({ statements }) => statements.length,
  };
  const { sortBy = "mark", sortOrder, limit, page, focus: _focus, toggled: _toggled, ...asked } = request;
  const ordering = { valueOf: values[sortBy], idOf: ({ id }: MapFlow) => id, sortOrder };
  const shown = paged(orderedRows(selection.flows, ordering), ordering, {
    limit,
    page,
    question: JSON.stringify([sortBy, sortOrder, asked]),
  });
  if (shown === null) return null;
  return {
    content: { view: "table", ...shown },
    nodeIds: shown.items.flatMap(({ source, target }) => [source, target]),
  };
}

/** What the view that was asked for shows of a selection; `null` when the page token does not fit the query. */
export function mapContent(parts: MapParts, request: MapRequest): Made | null {
  switch (request.view) {
    case "graph":
      return graphContent(parts, request);
    case "table":
      return tableContent(parts, request);
    case "matrix":
      return {
        content: { view: "matrix", ...mapMatrix(parts.selection, parts.model, request.group) },
        nodeIds: [],
      };
  }
}
