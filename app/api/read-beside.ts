import { currentReadings } from "@/lib/inventory/current-readings";
import { currentDeclarations } from "@/lib/inventory/declarations";
import type { CoverageEntry, Inventory } from "@/lib/inventory/inventory";
import { currentNodeReadings } from "@/lib/inventory/nodes/current-node-readings";
import type { OciContext } from "@/lib/oci/clients";

/** The ledger of what was read beside the pass, because a page asked for it. Reads nothing itself. */
export function readBeside(ociContext: OciContext, { clusters, nodePools }: Inventory): readonly CoverageEntry[] {
  const { principal } = ociContext;
  const readings = Object.values(currentReadings());
  const nodes = currentNodeReadings();
  return [
    ...readings.flatMap((cache) => cache.ledger(principal)),
    ...nodePools.flatMap(({ id }) => nodes.pool(principal, id).reading?.coverage ?? []),
    ...clusters.flatMap((cluster) => [
      ...(nodes.unpooled(principal, cluster.id).reading?.coverage ?? []),
      ...(currentDeclarations().peek(ociContext, cluster)?.coverage ?? []),
    ]),
  ];
}
