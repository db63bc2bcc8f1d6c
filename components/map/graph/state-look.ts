import type { MapState } from "@/lib/oke/map/map-words";

/** How the outline of a state is drawn, so that it can be told without colour. */
export const stateOutlines: Record<
  MapState,
  { readonly className: string; readonly width: number; readonly dashes?: string }
> = {
  protected: { className: "stroke-edge", width: 1 },
  unprotected: { className: "stroke-edge", width: 1.4, dashes: "7 5" },
  unknown: { className: "stroke-unknown", width: 1.8, dashes: "2 4" },
  stale: { className: "stroke-warning", width: 1.6, dashes: "10 4 2 4" },
  retired: { className: "stroke-warning", width: 1.2, dashes: "10 4 2 4" },
};
