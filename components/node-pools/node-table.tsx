"use client";

import { columnHelper, DataTable } from "@/components/shared/data-table";
import { Ocid } from "@/components/shared/ocid";
import { StateWord } from "@/components/shared/state-word";
import { Literal } from "@/components/ui/literal";
import type { NodeListItem } from "@/lib/contract/node-pools";

const column = columnHelper<NodeListItem>();

const machineWord = (word: string | null) =>
  word === null ? (
    <span className="text-muted">Not known</span>
  ) : (
    <Literal text={word} className="text-note font-mono" />
  );

const columns = column.columns([
  column.accessor("name", {
    header: "Name",
    cell: ({ getValue }) => (
      <span className="block min-w-32">
        <Literal text={getValue()} className="font-medium" />
      </span>
    ),
  }),
  column.accessor("lifecycleState", {
    header: "State",
    cell: ({ getValue }) => <StateWord state={getValue()} />,
  }),
  column.accessor("kubernetesVersion", {
    header: "Version",
    cell: ({ getValue }) => machineWord(getValue()),
  }),
  column.accessor("availabilityDomain", {
    header: "Availability domain",
    cell: ({ getValue }) => machineWord(getValue()),
  }),
  column.accessor("faultDomain", {
    header: "Fault domain",
    cell: ({ getValue }) => machineWord(getValue()),
  }),
  column.accessor("privateIp", {
    header: "Private IP",
    cell: ({ getValue }) => machineWord(getValue()),
  }),
  column.accessor("id", {
    header: "OCID",
    cell: ({ getValue }) => {
      const id = getValue();
      return id === null ? <span className="text-muted">Not yet given</span> : <Ocid ocid={id} />;
    },
  }),
]);

type NodeTableProps = { readonly poolName: string; readonly nodes: readonly NodeListItem[] };

/** The nodes of a pool that exist; OKE gives a node its OCID once its instance is made. */
export function NodeTable({ poolName, nodes }: NodeTableProps) {
  return (
    <DataTable
      label={`Nodes of ${poolName}`}
      columns={columns}
      rows={nodes}
      rowId={(node) => node.id ?? `${node.name} ${nodes.indexOf(node)}`}
    />
  );
}
