import type { ReactNode } from "react";
import { NodePoolSurfaces } from "@/components/clusters/node-pool-surfaces";
import { ServiceSurfaces } from "@/components/clusters/service-surfaces";
import { SheetGroup } from "@/components/clusters/sheet-group";
import { SurfaceRow } from "@/components/clusters/surface-row";
import { VirtualNodePoolSurfaces } from "@/components/clusters/virtual-node-pool-surfaces";
import type { ClusterDetail } from "@/lib/contract/clusters";

const columns = ["Surface", "Attributes", "Used", "Owner of the setting", "State", "Actions"] as const;

/**
 * The sheet: a row per surface, grouped as the cluster is built. Where there is no room for columns every row stands as
 * a block of its own, so that nothing has to be scrolled sideways.
 */
export function SurfaceSheet({ detail }: { readonly detail: ClusterDetail }) {
  const { cluster, endpoint, nodePools, virtualNodePools, services, completeness } = detail;
  return (
    <div className="@container">
      <table
        aria-label={`Surfaces of ${cluster.name}`}
        className="rounded-box border-line bg-surface block w-full border-separate border-spacing-0 border @4xl:table"
      >
        <thead className="sr-only @4xl:not-sr-only @4xl:table-header-group">
          <tr>
            {columns.map((column) => (
              <HeadCell key={column}>{column}</HeadCell>
            ))}
          </tr>
        </thead>
        <SheetGroup>
          <SurfaceRow resource={endpoint} name="Kubernetes API endpoint" />
        </SheetGroup>
        {nodePools.map((nodePool) => (
          <NodePoolSurfaces key={nodePool.id} nodePool={nodePool} />
        ))}
        {virtualNodePools.length > 0 && <VirtualNodePoolSurfaces virtualNodePools={virtualNodePools} />}
        <ServiceSurfaces services={services} isComplete={completeness.isComplete} />
      </table>
    </div>
  );
}

function HeadCell({ children }: { readonly children: ReactNode }) {
  return (
    <th
      scope="col"
      className="border-line bg-sunken text-note text-muted first:rounded-tl-box last:rounded-tr-box h-9 border-b px-3 text-left font-medium whitespace-nowrap first:pl-4 last:text-right nth-2:w-1/3"
    >
      {children}
    </th>
  );
}
