"use client";

import { columnHelper, DataTable } from "@/components/shared/data-table";
import { Ocid } from "@/components/shared/ocid";
import { StateWord } from "@/components/shared/state-word";
import { VnicStateNote } from "@/components/shared/vnic-state-note";
import { Literal } from "@/components/ui/literal";
import { StatusWord } from "@/components/ui/status-word";
import type { NodeListItem } from "@/lib/contract/node-pools";
import type { NodeTruthItem } from "@/lib/contract/nodes";
import type { ProtectedResource } from "@/lib/oke/protected-resource";

/** A node of a pool, with what its VNICs carry once that was read. */
export type NodeRow = {
  readonly node: NodeListItem;
  readonly truth: NodeTruthItem | null;
  /** The pool's two surfaces: what new nodes get now. */
  readonly present: { readonly primary: ProtectedResource; readonly secondary: ProtectedResource };
};

const column = columnHelper<NodeRow>();

const machineWord = (word: string | null) =>
  word === null ? (
    <span className="text-muted">Not known</span>
  ) : (
    <Literal text={word} className="text-note font-mono" />
  );

const notRead = <span className="text-muted">Not read</span>;

const columns = column.columns([
  column.accessor(({ node }) => node.name, {
    id: "name",
    header: "Name",
    cell: ({ getValue }) => (
      <span className="block min-w-32">
        <Literal text={getValue()} className="font-medium" />
      </span>
    ),
  }),
  column.accessor(({ node }) => node.lifecycleState, {
    id: "state",
    header: "State",
    cell: ({ getValue }) => <StateWord state={getValue()} />,
  }),
  column.display({
    id: "primary",
    header: "Primary VNIC",
    cell: ({ row: { original: row } }) =>
      row.truth ? <VnicStateNote vnic={row.truth.primary} present={row.present.primary.securityAttributes} /> : notRead,
  }),
  column.display({
    id: "secondary",
    header: "Secondary VNICs",
    cell: ({ row: { original: row } }) => (row.truth ? <SecondaryVnics row={row} truth={row.truth} /> : notRead),
  }),
  column.accessor(({ node }) => node.kubernetesVersion, {
    id: "version",
    header: "Version",
    meta: { className: "whitespace-nowrap" },
    cell: ({ getValue }) => machineWord(getValue()),
  }),
  column.accessor(({ node }) => node.availabilityDomain, {
    id: "availabilityDomain",
    header: "Availability domain",
    cell: ({ getValue }) => machineWord(getValue()),
  }),
  column.accessor(({ node }) => node.faultDomain, {
    id: "faultDomain",
    header: "Fault domain",
    cell: ({ getValue }) => machineWord(getValue()),
  }),
  column.accessor(({ node }) => node.privateIp, {
    id: "privateIp",
    header: "Private IP",
    meta: { className: "whitespace-nowrap" },
    cell: ({ getValue }) => machineWord(getValue()),
  }),
  column.accessor(({ node }) => node.id, {
    id: "ocid",
    header: "OCID",
    cell: ({ getValue }) => {
      const id = getValue();
      return id === null ? <span className="text-muted">Not yet given</span> : <Ocid ocid={id} />;
    },
  }),
]);

type NodeTableProps = { readonly poolName: string; readonly rows: readonly NodeRow[] };

/** The nodes of a pool that exist; OKE gives a node its OCID once its instance is made. */
export function NodeTable({ poolName, rows }: NodeTableProps) {
  return (
    <DataTable
      label={`Nodes of ${poolName}`}
      columns={columns}
      rows={rows}
      rowId={(row) => row.node.id ?? `${row.node.name} ${rows.indexOf(row)}`}
    />
  );
}

function SecondaryVnics({ row: { present }, truth }: { readonly row: NodeRow; readonly truth: NodeTruthItem }) {
  const { secondary, unmanaged } = truth;
  const { differingVnics, securityAttributes } = present.secondary;
  if (secondary.length + unmanaged.length === 0) return <span className="text-muted">None</span>;
  return (
    <span className="flex flex-col gap-1">
      {secondary.map((vnic, index) => (
        <VnicStateNote
          key={vnic.name}
          vnic={vnic}
          present={differingVnics?.[index]?.securityAttributes ?? securityAttributes}
          isNamed={secondary.length > 1}
        />
      ))}
      {unmanaged.map(({ vnicId, name }) => (
        <span key={vnicId} className="flex flex-wrap items-center gap-x-2">
          <Literal text={name} className="font-medium" />
          <StatusWord shape="triangle-outline" tone="warning">
            Unmanaged VNIC
          </StatusWord>
          <span className="text-note text-muted">Attached by somebody: the pool does not give it.</span>
        </span>
      ))}
    </span>
  );
}
