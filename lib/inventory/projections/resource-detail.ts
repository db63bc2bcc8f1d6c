import type { ResourceDetail } from "@/lib/contract/resources";
import type { Inventory } from "@/lib/inventory/inventory";
import { indexOf } from "@/lib/inventory/projections/inventory-index";
import { resourceRow } from "@/lib/inventory/projections/list-resources";
import { presentNodes } from "@/lib/inventory/projections/node-pool-row";
import { type StorageClassSource, storedAsManifest } from "@/lib/oke/manifest";
import type { FreshResource } from "@/lib/oke/protected-resource";
import { resourceKindFacts } from "@/lib/oke/resource-kind";

/** Nodes that run now and keep the set they were launched with; `null` where no nodes are concerned or none is known. */
function runningNodeCount(inventory: Inventory, { resource }: FreshResource): number | null {
  if (resourceKindFacts[resource.kind].takesEffect === "now") return null;
  const nodePool = indexOf(inventory).nodePools.get(resource.ocid);
  const nodes = nodePool ? presentNodes(nodePool) : null;
  return nodes?.filter(({ lifecycleState }) => lifecycleState === "ACTIVE").length ?? null;
}

/** Answers `GET /api/resources/{id}` with a resource that was read just now. */
export function resourceDetail(
  inventory: Inventory,
  fresh: FreshResource,
  runningChangeId: string | null,
  storageClass: StorageClassSource | null = null,
): ResourceDetail {
  const { resource, etag, readAt } = fresh;
  const { cap, warnAbove, takesEffect } = resourceKindFacts[resource.kind];
  return {
    resource: resourceRow(inventory, resource),
    etag,
    readAt,
    cap,
    warnAbove,
    takesEffect,
    runningNodeCount: runningNodeCount(inventory, fresh),
    manifest: storedAsManifest(resource, resource.securityAttributes, storageClass),
    storageClass,
    runningChangeId,
  };
}
