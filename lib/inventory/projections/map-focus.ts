import type { MapFocus } from "@/lib/contract/map";
import type { Inventory } from "@/lib/inventory/inventory";
import type { Findings } from "@/lib/inventory/projections/findings";
import { indexOf } from "@/lib/inventory/projections/inventory-index";
import { attributesOfNode } from "@/lib/inventory/projections/map-views";
import { findingSeverities } from "@/lib/oke/findings/finding";
import type { MapModel } from "@/lib/oke/map/map-model";
import type { MapNode } from "@/lib/oke/map/map-node";
import { mapMarks } from "@/lib/oke/map/map-words";

const mostFlows = 100;
const mostFindings = 20;

/** The nodes of the map that a node stands in; what is not on the map, as a VCN that was not read, is left out. */
function withinOf(model: MapModel, node: MapNode, inventory: Inventory): MapFocus["within"] {
  const { vcns, clusters } = indexOf(inventory);
  const { vcnId, clusterId } = node;
  const stepTo = (of: "vcn" | "cluster", name: string | null | undefined, isIt: (each: MapNode) => boolean) => {
    const found = model.nodes.find(isIt);
    if (found === undefined || found.id === node.id || name === null || name === undefined) return [];
    return [{ nodeId: found.id, of, name }];
  };
  return [
    ...stepTo("vcn", vcns.get(vcnId ?? "")?.displayName, (each) => each.kind === "vcn" && each.vcnId === vcnId),
    ...stepTo(
      "cluster",
      clusters.get(clusterId ?? "")?.name,
      (each) => each.kind === "cluster-endpoint" && each.clusterId === clusterId,
    ),
  ];
}

/** All that a map says of one node. Its flows are those of the whole map, whatever the filter. */
export function mapFocus(
  model: MapModel,
  node: MapNode,
  asked: string | null,
  { inventory, findings }: { readonly inventory: Inventory; readonly findings: Findings },
): MapFocus {
  const ids = new Set(node.resources.map(({ id }) => id));
  const own = findings.all
    .filter(({ resourceId }) => ids.has(resourceId))
    .toSorted((a, b) => findingSeverities.indexOf(a.severity) - findingSeverities.indexOf(b.severity));
  const flows = model.flows
    .filter(({ source, target }) => source === node.id || target === node.id)
    .toSorted((a, b) => mapMarks.indexOf(a.mark) - mapMarks.indexOf(b.mark));
  return {
    nodeId: node.id,
    resourceId: asked !== null && ids.has(asked) ? asked : null,
    within: withinOf(model, node, inventory),
    attributes: attributesOfNode(node),
    findings: own
      .slice(0, mostFindings)
      .map(({ id, severity, title, evidence }) => ({ id, severity, title, evidence })),
    findingCount: own.length,
    flows: flows.slice(0, mostFlows),
    flowCount: flows.length,
  };
}
