import type { PathTestAnswer } from "@/lib/contract/path-test";
import type { Inventory } from "@/lib/inventory/inventory";
import { indexOf } from "@/lib/inventory/projections/inventory-index";
import { pathTestCommand } from "@/lib/oke/path-analysis";
import type { PathProtocol } from "@/lib/oke/path-protocol";

/** Answers `GET /api/resources/{id}/path-test`; `null` when the inventory lacks one of the two. */
export function pathTest(
  inventory: Inventory,
  sourceId: string,
  {
    destinationId,
    protocol,
    port,
  }: { readonly destinationId: string; readonly protocol: PathProtocol; readonly port?: number | undefined },
): PathTestAnswer | null {
  const index = indexOf(inventory);
  const endOf = (id: string) => {
    const resource = index.resources.get(id);
    return (
      resource && {
        resource,
        facts: {
          cluster: index.clusters.get(resource.ocid) ?? null,
          nodePool: index.nodePools.get(resource.ocid) ?? null,
          mountTarget: inventory.mountTargets.find((each) => each.id === resource.ocid) ?? null,
        },
      }
    );
  };
  const [source, destination] = [endOf(sourceId), endOf(destinationId)];
  return source && destination ? pathTestCommand({ source, destination, protocol, port: port ?? null }) : null;
}
