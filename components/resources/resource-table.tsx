"use client";

import { ResourceAttributes } from "@/components/resources/resource-attributes";
import { ResourceCluster } from "@/components/resources/resource-cluster";
import { AddAttributesButton } from "@/components/shared/add-attributes-button";
import { columnHelper, DataTable, type Sorting } from "@/components/shared/data-table";
import type { RowSelection } from "@/components/shared/data-table-row";
import { FindingCount } from "@/components/shared/finding-count";
import { OwnerNote } from "@/components/shared/owner-note";
import { SurfaceState } from "@/components/shared/surface-state";
import { TextLink } from "@/components/shared/text-link";
import { Literal } from "@/components/ui/literal";
import type { ListedResource } from "@/lib/contract/resources";
import { resourceKindFacts } from "@/lib/oke/resource-kind";
import { routes } from "@/lib/routes";

const column = columnHelper<ListedResource>();

/** What the list of resources shows of each. */
export const resourceColumns = column.columns([
  column.accessor("displayName", {
    header: "Name",
    meta: { sortBy: "displayName", filterKey: "name" },
    cell: ({ row: { original: resource } }) => (
      <span className="block min-w-36">
        <TextLink href={routes.resource(resource.id)} look="name">
          <Literal text={resource.displayName} />
        </TextLink>
      </span>
    ),
  }),
  column.accessor((resource) => resourceKindFacts[resource.kind].label, {
    id: "kind",
    header: "Kind",
    meta: { sortBy: "kind", filterKey: "kind" },
  }),
  column.accessor("clusterName", {
    header: "Cluster",
    meta: { sortBy: "clusterName", filterKey: "cluster" },
    cell: ({ row }) => (
      <span className="block sm:min-w-32">
        <ResourceCluster resource={row.original} />
      </span>
    ),
  }),
  column.accessor("region", {
    header: "Region",
    meta: { sortBy: "region", filterKey: "region" },
    cell: ({ row: { original: resource } }) => (
      <span className="flex flex-col">
        <span className="text-note font-mono whitespace-nowrap">{resource.region}</span>
        <span className="text-note text-muted">
          <Literal text={resource.compartmentName} />
        </span>
      </span>
    ),
  }),
  column.accessor((resource) => resource.securityAttributes.length, {
    id: "attributes",
    header: "Attributes",
    meta: { sortBy: "attributeCount", filterKey: "attr" },
    cell: ({ row }) => (
      <span className="block sm:min-w-64">
        <ResourceAttributes resource={row.original} />
      </span>
    ),
  }),
  column.accessor("lifecycleState", {
    id: "state",
    header: "State",
    meta: { sortBy: "stale", filterKey: "state", className: "whitespace-nowrap" },
    cell: ({ row: { original: resource } }) => (
      <span className="flex flex-col items-start gap-0.5">
        <SurfaceState resource={resource} />
        <FindingCount counts={resource.findings} href={routes.findings({ resourceId: resource.id })} />
      </span>
    ),
  }),
  column.accessor("owner", {
    header: "Set in",
    meta: { filterKey: "owner" },
    cell: ({ getValue }) => <OwnerNote owner={getValue()} />,
  }),
  column.display({
    id: "actions",
    header: "Actions",
    cell: ({ row }) => <AddAttributesButton resource={row.original} />,
  }),
]);

type ResourceTableProps = {
  readonly resources: readonly ListedResource[];
  readonly sorting: Sorting;
  readonly onSort: (sorting: Sorting) => void;
  readonly viewKey: string;
  readonly selection: RowSelection<ListedResource>;
};

/** One page of resources. */
export function ResourceTable({ resources, sorting, onSort, viewKey, selection }: ResourceTableProps) {
  return (
    <DataTable
      label="Resources"
      columns={resourceColumns}
      rows={resources}
      rowId={({ id }) => id}
      sorting={sorting}
      onSort={onSort}
      viewKey={viewKey}
      selection={selection}
    />
  );
}
