import { parseAsArrayOf, parseAsInteger, parseAsString, parseAsStringLiteral, type Values } from "nuqs";
import { listParsers } from "@/components/shared/list-params";
import { mapSortColumns, mapViews } from "@/lib/contract/map-request";
import { mapGroupings, mapMarks, mapModes } from "@/lib/oke/map/map-words";
import type { MapParams } from "@/lib/queries/map";

/** What stands in the address of the map. */
export const mapParsers = {
  ...listParsers(mapSortColumns),
  /** Without one it is the graph where there is room for it, else the table. */
  view: parseAsStringLiteral(mapViews),
  group: parseAsStringLiteral(mapGroupings).withDefault("vcn"),
  mode: parseAsStringLiteral(mapModes).withDefault("now"),
  draft: parseAsString,
  focus: parseAsString,
  hops: parseAsStringLiteral(["1", "2", "3"]),
  clusterId: parseAsString,
  mark: parseAsStringLiteral(mapMarks),
  from: parseAsString,
  to: parseAsString,
  toggled: parseAsArrayOf(parseAsString).withDefault([]),
  /** In percent; without one the graph is as large as fits. */
  zoom: parseAsInteger,
};

export type MapValues = Values<typeof mapParsers>;

/** Everything that narrows the map, cleared. */
export const clearedMapFilters = {
  q: null,
  clusterId: null,
  mark: null,
  from: null,
  to: null,
  hops: null,
  page: null,
} as const;

export const isFilteredMap = (values: MapValues): boolean => {
  const { q, clusterId, mark, from, to, focus, hops } = values;
  const isNear = focus !== null && hops !== null;
  return q !== "" || isNear || [clusterId, mark, from, to].some((each) => each !== null);
};

type View = Exclude<MapValues["view"], null>;

/** The values of the address as a request; what only another view goes by is left out, so that it asks nothing anew. */
export function mapRequest(values: MapValues, view: View): MapParams {
  const { toggled, page, sortBy, sortOrder, focus, hops, mode, draft, zoom: _zoom, ...rest } = values;
  const filters = Object.entries({ ...rest, view }).filter(([, value]) => value !== null && value !== "");
  return {
    ...Object.fromEntries(filters),
    ...(draft !== null && { draft, mode }),
    ...(focus !== null && { focus, ...(hops !== null && { hops }) }),
    ...(view === "graph" && toggled.length > 0 && { toggled: toggled.join(",") }),
    ...(view === "table" && { sortOrder, ...(sortBy !== null && { sortBy }) }),
    ...(view === "table" && page !== "" && { page: page.split("~").at(-1) }),
  };
}
