import type { MapFocus } from "@/lib/contract/map";
import type { Findings } from "@/lib/inventory/projections/findings";
import { attributesOfNode } from "@/lib/inventory/projections/map-views";
import { findingSeverities } from "@/lib/oke/findings/finding";
import type { MapModel } from "@/lib/oke/map/map-model";
import type { MapNode } from "@/lib/oke/map/map-node";
import { mapMarks } from "@/lib/oke/map/map-words";

const mostFlows = 100;
const mostFindings = 20;

/** All that a map says of one node. Its flows are those of the whole map, whatever the filter. */
export function mapFocus(model: MapModel, node: MapNode, asked: string | null, findings: Findings): MapFocus {
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
    attributes: attributesOfNode(node),
    findings: own
      .slice(0, mostFindings)
      .map(({ id, severity, title, evidence }) => ({ id, severity, title, evidence })),
    findingCount: own.length,
    flows: flows.slice(0, mostFlows),
    flowCount: flows.length,
  };
}
