import { blockedFlows, noBlocked, withForbidden } from "@/lib/oke/map/blocked-flows";
import type { MapFlow } from "@/lib/oke/map/map-flow";
import { flowsOfChanges, flowsOfWorld } from "@/lib/oke/map/map-flows";
import type { MapNode } from "@/lib/oke/map/map-node";
import { byOrder, mapNodesOf, type MapWorlds } from "@/lib/oke/map/map-nodes";
import type { MapResources } from "@/lib/oke/map/map-resource";
import type { MapMode } from "@/lib/oke/map/map-words";
import type { GuardLine } from "@/lib/zpr/guards/guard-file";

/** All nodes and flows of one world, or of the difference of two: what every view of a map is a view of. */
export type MapModel = {
  /** In an order that does not depend on that of the answers of OCI; those outside last. */
  readonly nodes: readonly MapNode[];
  readonly byId: ReadonlyMap<string, MapNode>;
  /** The node of a resource. */
  readonly ofResource: ReadonlyMap<string, MapNode>;
  /** By their ids. */
  readonly flows: readonly MapFlow[];
  /** Texts that cannot be read: what they allow is not on the map. */
  readonly unreadable: readonly string[];
};

/**
 * Works a map out. `worlds` are the same twice where there is no draft.
 * @param resources what is known of each endpoint and VCN, by id
 * @param guards what people declared: what must reach and does not is on the map too, and what must not reach and does
 * is told; not of what a draft changes
 */
export function mapModelOf(
  worlds: MapWorlds,
  mode: MapMode,
  resources: MapResources,
  guards: readonly GuardLine[],
): MapModel {
  const found = mapNodesOf(worlds, resources);
  const which = mode === "now" ? "before" : "after";
  const made = mode === "changes" ? flowsOfChanges(worlds, found) : flowsOfWorld(worlds, found, which);
  const blocked = mode === "changes" ? noBlocked : blockedFlows(worlds[which], found.nodes, guards);
  const told = mode === "changes" ? made : withForbidden(made, worlds[which], found.nodes, guards);
  const flows = [...told, ...blocked.flows].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const outer = new Map([...found.outerNodes(), ...blocked.outerNodes].map((node) => [node.id, node]));
  const named = flows.flatMap(({ source, target }) => [outer.get(source) ?? [], outer.get(target) ?? []].flat());
  const nodes = [...found.nodes, ...[...new Set(named)].toSorted(byOrder)];
  return {
    nodes,
    byId: new Map(nodes.map((node) => [node.id, node])),
    ofResource: new Map(nodes.flatMap((node) => node.resources.map(({ id }) => [id, node] as const))),
    flows,
    unreadable: worlds[which].unreadable.map(({ text }) => text),
  };
}
