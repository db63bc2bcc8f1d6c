"use client";

import { AttributeSet } from "@/components/shared/attribute-set";
import { columnHelper, DataTable } from "@/components/shared/data-table";
import { DifferingVnics } from "@/components/shared/differing-vnics";
import { late } from "@/components/shared/late";
import { NodePoolFindings } from "@/components/shared/node-pool-findings";
import { StateWord } from "@/components/shared/state-word";
import { noPlaceReason } from "@/components/shared/surface-standing";
import { TextLink } from "@/components/shared/text-link";
import { Literal } from "@/components/ui/literal";
import { StatusWord } from "@/components/ui/status-word";
import type { NodePoolListItem, VirtualNodePoolListItem } from "@/lib/contract/clusters";
import type { ProtectedResource } from "@/lib/oke/protected-resource";
import { routes } from "@/lib/routes";

const PoolCarrying = late(() => import("@/components/clusters/pool-carrying").then((module) => module.PoolCarrying));

type PoolRow =
  | { readonly type: "managed"; readonly pool: NodePoolListItem }
  | { readonly type: "virtual"; readonly pool: VirtualNodePoolListItem };

const column = columnHelper<PoolRow>();

const columns = column.columns([
  column.accessor((row) => row.pool.name, {
    id: "name",
    header: "Name",
    cell: ({ row: { original: row }, getValue }) =>
      row.type === "managed" ? (
        <span className="block min-w-24">
          <TextLink look="name" href={routes.nodePool(row.pool.id)}>
            <Literal text={getValue()} />
          </TextLink>
        </span>
      ) : (
        <span className="text-muted">
          <Literal text={getValue()} /> <span className="text-note">virtual</span>
        </span>
      ),
  }),
  column.display({
    id: "findings",
    header: "Findings",
    meta: { className: "whitespace-nowrap" },
    cell: ({ row: { original: row } }) =>
      row.type === "managed" ? (
        <NodePoolFindings nodePool={row.pool} />
      ) : (
        <StatusWord shape="circle-slash" tone="neutral">
          Not supported
        </StatusWord>
      ),
  }),
  column.display({
    id: "primary",
    header: "Primary VNIC",
    cell: ({ row: { original: row } }) =>
      row.type === "managed" ? (
        <SurfaceSet resource={row.pool.primary} />
      ) : (
        <span className="text-muted">{row.pool.reason}</span>
      ),
  }),
  column.display({
    id: "secondary",
    header: "Secondary VNICs",
    cell: ({ row: { original: row } }) =>
      row.type === "managed" ? (
        <SurfaceSet resource={row.pool.secondary} />
      ) : (
        <span className="text-muted">Not supported</span>
      ),
  }),
  column.display({
    id: "nodes",
    header: "Nodes",
    meta: { align: "end", className: "whitespace-nowrap" },
    cell: ({ row: { original: row } }) =>
      row.type === "managed" ? <NodeCount pool={row.pool} /> : <span className="text-muted">Not listed</span>,
  }),
  column.accessor((row) => row.pool.lifecycleState, {
    id: "state",
    header: "State",
    cell: ({ getValue }) => <StateWord state={getValue()} />,
  }),
  column.accessor((row) => row.pool.kubernetesVersion, {
    id: "version",
    header: "Version",
    cell: ({ getValue }) => <span className="text-note font-mono">{getValue() ?? "Not known"}</span>,
  }),
  column.accessor((row) => (row.type === "managed" ? row.pool.nodeShape : null), {
    id: "shape",
    header: "Shape",
    meta: { className: "whitespace-nowrap" },
    cell: ({ row: { original: row }, getValue }) =>
      row.type === "managed" ? (
        <span className="text-note font-mono">{getValue() ?? "Not known"}</span>
      ) : (
        <span className="text-muted">Virtual</span>
      ),
  }),
]);

type NodePoolTableProps = {
  readonly clusterName: string;
  readonly nodePools: readonly NodePoolListItem[];
  readonly virtualNodePools: readonly VirtualNodePoolListItem[];
};

/** Managed node pools, then virtual ones with why they carry nothing. */
export function NodePoolTable({ clusterName, nodePools, virtualNodePools }: NodePoolTableProps) {
  const rows: readonly PoolRow[] = [
    ...nodePools.map((pool) => ({ type: "managed", pool }) as const),
    ...virtualNodePools.map((pool) => ({ type: "virtual", pool }) as const),
  ];
  return (
    <DataTable label={`Node pools of ${clusterName}`} columns={columns} rows={rows} rowId={({ pool }) => pool.id} />
  );
}

function SurfaceSet({ resource }: { readonly resource: ProtectedResource }) {
  const reason = noPlaceReason(resource);
  return (
    <span className="block min-w-56 py-0.5">
      {reason !== null ? (
        <span className="text-muted">{reason}</span>
      ) : resource.differingVnics === null ? (
        <AttributeSet attributes={resource.securityAttributes} />
      ) : (
        <DifferingVnics vnics={resource.differingVnics} />
      )}
    </span>
  );
}

function NodeCount({ pool: { id, nodeCount, size, primary } }: { readonly pool: NodePoolListItem }) {
  if (nodeCount === null) return <span className="text-muted">Not read</span>;
  return (
    <>
      {nodeCount}
      {size !== null && size !== nodeCount && <span className="text-muted"> of {size}</span>}
      {primary.cluster.type === "part-of" && (
        <span className="block">
          <PoolCarrying clusterId={primary.cluster.clusterId} nodePoolId={id} />
        </span>
      )}
    </>
  );
}
