import { attributesOf } from "@/lib/oke/carried-attributes";
import type { MapResource, MapResourceKind } from "@/lib/oke/map/map-resource";
import type { MapState } from "@/lib/oke/map/map-words";
import type { outerKinds } from "@/lib/zpr/reach/effect-words";
import { isStale } from "@/lib/zpr/verdict-state";

export type OuterKind = (typeof outerKinds)[number];

/**
 * What a map shows as one: resources of one kind, cluster and compartment that no statement tells apart, one VCN, or an
 * end outside of them.
 */
export type MapNode = {
  /** That of its first resource, so that it stays while the world does; of an end outside, its kind and block. */
  readonly id: string;
  readonly kind: MapResourceKind | OuterKind;
  /** The block of an address, else empty. */
  readonly block: string;
  /** By name; empty for an end outside. */
  readonly resources: readonly MapResource[];
  readonly vcnId: string | null;
  readonly clusterId: string | null;
  readonly compartmentId: string | null;
  readonly region: string | null;
  /** `null` for an end outside. */
  readonly state: MapState | null;
  /** Whether the draft gives it other attributes. */
  readonly isChanged: boolean;
};

/** How a resource stands by what it carries. */
export function mapStateOf(resource: MapResource, isRead: boolean): MapState {
  const states = attributesOf(resource).map(({ verdict }) => verdict.state);
  if (states.some((state) => isStale(state) && state !== "retired")) return "stale";
  if (states.includes("retired")) return "retired";
  if (!isRead || states.includes("unknown")) return "unknown";
  return states.length === 0 ? "unprotected" : "protected";
}
