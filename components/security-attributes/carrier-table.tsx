"use client";

import { useMemo } from "react";
import { columnHelper, DataTable, type Sorting } from "@/components/shared/data-table";
import { RemoveAttributeButton } from "@/components/shared/edit-actions";
import { SecurityAttributeChip } from "@/components/shared/security-attribute-chip";
import { TextLink } from "@/components/shared/text-link";
import { Literal } from "@/components/ui/literal";
import type { ResourceListItem } from "@/lib/contract/resources";
import type { SecurityAttributeListItem } from "@/lib/contract/security-attributes";
import { resourceKindFacts } from "@/lib/oke/resource-kind";
import { routes } from "@/lib/routes";
import type { AssessedSecurityAttribute } from "@/lib/zpr/verdict-state";

type Named = Pick<SecurityAttributeListItem, "namespace" | "key">;
type CarrierRow = { readonly resource: ResourceListItem; readonly carried: readonly AssessedSecurityAttribute[] };

/** What a resource carries of one attribute: once, or with several values where secondary VNICs disagree. */
function carriedBy(resource: ResourceListItem, { namespace, key }: Named): readonly AssessedSecurityAttribute[] {
  const all = resource.differingVnics?.flatMap((vnic) => vnic.securityAttributes) ?? resource.securityAttributes;
  const carried = all.filter(
    (each) => each.namespace.toLowerCase() === namespace.toLowerCase() && each.key.toLowerCase() === key.toLowerCase(),
  );
  return [...new Map(carried.map((each) => [each.unreadable ?? each.value, each])).values()];
}

const column = columnHelper<CarrierRow>();

const columns = column.columns([
  column.accessor(({ resource }) => resource.displayName, {
    id: "name",
    header: "Name",
    meta: { sortBy: "displayName" },
    cell: ({ row: { original } }) => (
      <TextLink href={routes.resource(original.resource.id)} look="name">
        <Literal text={original.resource.displayName} />
      </TextLink>
    ),
  }),
  column.accessor(({ resource }) => resourceKindFacts[resource.kind].label, {
    id: "kind",
    header: "Kind",
    meta: { sortBy: "kind" },
  }),
  column.accessor(({ resource }) => resource.clusterName, {
    id: "cluster",
    header: "Cluster",
    meta: { sortBy: "clusterName" },
    cell: ({ getValue }) => {
      const name = getValue();
      return name === null ? <span className="text-muted">Not matched</span> : <Literal text={name} />;
    },
  }),
  column.accessor(({ resource }) => resource.region, {
    id: "region",
    header: "Region",
    meta: { sortBy: "region" },
    cell: ({ getValue }) => <span className="text-note font-mono whitespace-nowrap">{getValue()}</span>,
  }),
  column.accessor("carried", {
    header: "Value",
    cell: ({ row: { original } }) => (
      <ul className="flex flex-col items-start gap-1">
        {original.carried.map((attribute) => (
          <li key={attribute.unreadable ?? attribute.value} className="max-w-full">
            <SecurityAttributeChip attribute={attribute} isLink={false} />
          </li>
        ))}
      </ul>
    ),
  }),
  column.display({
    id: "actions",
    header: "Actions",
    cell: ({ row: { original } }) => {
      const set = original.resource.securityAttributes;
      const own = original.carried.find((each) =>
        set.some(({ key, namespace }) => key === each.key && namespace === each.namespace),
      );
      return own && <RemoveAttributeButton resource={original.resource} attribute={own} />;
    },
  }),
]);

type CarrierTableProps = {
  readonly attribute: Named;
  readonly resources: readonly ResourceListItem[];
  readonly sorting: Sorting;
  readonly onSort: (sorting: Sorting) => void;
  readonly viewKey: string;
};

/** One page of the resources that carry an attribute. */
export function CarrierTable({
  attribute: { namespace, key },
  resources,
  sorting,
  onSort,
  viewKey,
}: CarrierTableProps) {
  const rows = useMemo(
    () => resources.map((resource) => ({ resource, carried: carriedBy(resource, { namespace, key }) })),
    [resources, namespace, key],
  );
  return (
    <DataTable
      label={`Resources that carry ${namespace}.${key}`}
      columns={columns}
      rows={rows}
      rowId={({ resource }) => resource.id}
      sorting={sorting}
      onSort={onSort}
      viewKey={viewKey}
    />
  );
}
