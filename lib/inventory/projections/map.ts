import type { MapAnswer } from "@/lib/contract/map";
import type { MapRequest } from "@/lib/contract/map-request";
import { withDescendants } from "@/lib/inventory/compartments";
import type { Inventory } from "@/lib/inventory/inventory";
import { completenessOf, concernsOfKinds, within } from "@/lib/inventory/projections/completeness";
import type { Findings } from "@/lib/inventory/projections/findings";
import { matchesText } from "@/lib/inventory/projections/free-text";
import { indexOf } from "@/lib/inventory/projections/inventory-index";
import { readingState } from "@/lib/inventory/projections/list-zpr-policies";
import { mapContent } from "@/lib/inventory/projections/map-content";
import { mapFocus } from "@/lib/inventory/projections/map-focus";
import {
  attributesOfNode,
  findingsOfNodes,
  flowCountsOf,
  groupView,
  nodeView,
  resourceCountOf,
  statesOf,
} from "@/lib/inventory/projections/map-views";
import type { MapWorld } from "@/lib/inventory/projections/map-world";
import { attributeText } from "@/lib/inventory/projections/resource-attributes";
import { groupsOf, markCounts } from "@/lib/oke/map/map-group";
import { type MapModel, mapModelOf } from "@/lib/oke/map/map-model";
import type { MapNode } from "@/lib/oke/map/map-node";
import type { MapWorlds } from "@/lib/oke/map/map-nodes";
import { type MapResource, mapResourceLabels, type MapResources } from "@/lib/oke/map/map-resource";
import { selectMap } from "@/lib/oke/map/map-selection";
import type { MapMode } from "@/lib/oke/map/map-words";
import { notAsked, type Reading } from "@/lib/oke/readiness/reading";
import { resourceKinds } from "@/lib/oke/resource-kind";
import type { GuardLine } from "@/lib/zpr/guards/guard-file";
import type { CompiledWorld } from "@/lib/zpr/reach/compile-world";
import type { ZprPolicy } from "@/lib/zpr/zpr-policy";

const mostUnreadable = 20;

type Known = { readonly resources: MapResources; readonly guards: readonly GuardLine[]; readonly model: MapModel };
const known = new WeakMap<CompiledWorld, Map<MapMode, Known>>();

/** The model of two worlds; worked out once for what they were made of. The world after is made for one draft only. */
function modelOf(worlds: MapWorlds, mode: MapMode, resources: MapResources, guards: readonly GuardLine[]): MapModel {
  const kept = known.get(worlds.after) ?? new Map<MapMode, Known>();
  known.set(worlds.after, kept);
  const found = kept.get(mode);
  const isKnown = found?.resources === resources && found.guards === guards;
  const model = isKnown ? found.model : mapModelOf(worlds, mode, resources, guards);
  kept.set(mode, { resources, guards, model });
  return model;
}

const textsFrom = (inventory: Inventory) => {
  const index = indexOf(inventory);
  return (node: MapNode): readonly string[] => [
    node.block,
    node.region ?? "",
    node.clusterId === null ? "" : (index.clusters.get(node.clusterId)?.name ?? node.clusterId),
    node.vcnId === null ? "" : (index.vcns.get(node.vcnId)?.displayName ?? node.vcnId),
    ...node.resources.flatMap(({ displayName, ocid, kind }) => [displayName, ocid, mapResourceLabels[kind].label]),
    ...attributesOfNode(node).map(attributeText),
  ];
};

function isMeantBy(inventory: Inventory, { q, region, compartmentId, clusterId }: MapRequest) {
  if ([q || undefined, region, compartmentId, clusterId].every((each) => each === undefined)) return null;
  const compartments = compartmentId && withDescendants(inventory.compartments, compartmentId);
  const textsOf = textsFrom(inventory);
  return (node: MapNode): boolean =>
    (region === undefined || (node.region !== null && region.includes(node.region))) &&
    (compartments === undefined || (node.compartmentId !== null && compartments.has(node.compartmentId))) &&
    (clusterId === undefined || (node.clusterId !== null && clusterId.includes(node.clusterId))) &&
    matchesText(node, q, textsOf);
}

const joined = new WeakMap<MapResources, { readonly unpooled: readonly MapResource[]; readonly all: MapResources }>();

/** With the nodes that no pool makes; the same map for the same of both. */
function withUnpooled(resources: MapResources, unpooled: readonly MapResource[]): MapResources {
  if (unpooled.length === 0) return resources;
  const known = joined.get(resources);
  if (known?.unpooled === unpooled) return known.all;
  const all = new Map([...resources, ...unpooled.map((node) => [node.id, node] as const)]);
  joined.set(resources, { unpooled, all });
  return all;
}

/** What a map is worked out from, besides the inventory. */
export type MapSources = {
  readonly world: MapWorld;
  /** The worlds before and after a draft; `null` without one. */
  readonly drafted: {
    readonly worlds: MapWorlds;
    readonly resources: MapResources;
    readonly draft: NonNullable<MapAnswer["draft"]>;
  } | null;
  readonly policies: Reading<readonly ZprPolicy[]> | null;
  readonly findings: Findings;
  /** The lines of the guard file; none while it has mistakes. */
  readonly guards: readonly GuardLine[];
};

/** Answers `GET /api/map`; `null` when the page token does not fit the query. */
export function mapAnswer(
  inventory: Inventory,
  { world: { compiled, unpooled, nodesRead }, drafted, policies, findings, guards }: MapSources,
  request: MapRequest,
): MapAnswer | null {
  const { group: grouping, focus, hops, from, to, mark } = request;
  const mode = drafted === null ? "now" : request.mode;
  const worlds = drafted?.worlds ?? { before: compiled, after: compiled };
  const present = indexOf(inventory).resources;
  const shown = mode === "now" ? present : (drafted?.resources ?? present);
  const model = modelOf(worlds, mode, withUnpooled(shown, unpooled), guards);
  const focused = focus === undefined ? undefined : (model.byId.get(focus) ?? model.ofResource.get(focus));
  const selection = selectMap(model, {
    grouping,
    isMeant: isMeantBy(inventory, request),
    near: focused === undefined || hops === undefined ? null : { nodeId: focused.id, hops },
    from: from ?? null,
    to: to ?? null,
    marks: mark ?? null,
  });
  const made = mapContent({ model, selection, findings, focusId: focused?.id ?? null }, request);
  if (made === null) return null;
  const flowCounts = flowCountsOf(selection.flows);
  const told = focused === undefined ? null : mapFocus(model, focused, focus ?? null, { inventory, findings });
  const named = new Set([...made.nodeIds, ...(told?.flows ?? []).flatMap(({ source, target }) => [source, target])]);
  if (focused !== undefined) named.add(focused.id);
  const compartments = request.compartmentId && withDescendants(inventory.compartments, request.compartmentId);
  const concerns = within(concernsOfKinds(resourceKinds), request.region ?? [], compartments ?? null);
  return {
    revision: inventory.revision,
    readAt: inventory.finishedAt,
    group: grouping,
    mode,
    policies: readingState(policies ?? notAsked),
    completeness: completenessOf(inventory, concerns),
    draft: drafted?.draft ?? null,
    totals: {
      nodes: selection.nodes.length,
      resources: resourceCountOf(selection.nodes),
      flows: selection.flows.length,
      marks: markCounts(selection.flows),
      states: statesOf(selection.nodes),
      findings: findingsOfNodes(findings, selection.nodes),
    },
    totalUnfiltered: { nodes: model.nodes.length, flows: model.flows.length },
    unreadable: model.unreadable.slice(0, mostUnreadable),
    unreadableCount: model.unreadable.length,
    nodesRead,
    groups: groupsOf(selection.nodes, grouping).map((group) => groupView(group, inventory, findings, grouping)),
    nodes: [...named].flatMap((id) => {
      const node = model.byId.get(id);
      return node === undefined
        ? []
        : [nodeView(node, { inventory, findings, grouping, view: request.view, flowCounts })];
    }),
    content: made.content,
    focus: told,
  };
}
