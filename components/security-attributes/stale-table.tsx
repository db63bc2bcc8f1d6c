"use client";

import { columnHelper, DataTable, type Sorting } from "@/components/shared/data-table";
import { SecurityAttributeChip } from "@/components/shared/security-attribute-chip";
import { TextLink } from "@/components/shared/text-link";
import { Literal } from "@/components/ui/literal";
import type { AttributeCarrier, SecurityAttributeListItem } from "@/lib/contract/security-attributes";
import { formatCounted } from "@/lib/format";
import { resourceKindFacts } from "@/lib/oke/resource-kind";
import { routes } from "@/lib/routes";
import type { AssessedSecurityAttribute } from "@/lib/zpr/verdict-state";

const valueOf = ({ usedValues }: SecurityAttributeListItem): string => usedValues[0]?.value ?? "";

/** A row of the queue as the attribute that resources carry. */
const carriedAs = (row: SecurityAttributeListItem): AssessedSecurityAttribute => ({
  namespace: row.namespace,
  key: row.key,
  value: valueOf(row),
  mode: null,
  otherMembers: [],
  unreadable: null,
  verdict: { state: row.state, reason: row.reason },
});

const column = columnHelper<SecurityAttributeListItem>();

const columns = column.columns([
  column.accessor((row) => `${row.namespace}.${row.key}:${valueOf(row)}`, {
    id: "attribute",
    header: "Security attribute",
    meta: { sortBy: "name" },
    cell: ({ row }) => (
      <span className="block sm:min-w-72">
        <SecurityAttributeChip attribute={carriedAs(row.original)} />
      </span>
    ),
  }),
  column.accessor("reason", {
    header: "Why",
    meta: { sortBy: "state" },
    cell: ({ getValue }) => (
      <span className="block max-w-[44ch]">
        <Literal text={getValue()} />
      </span>
    ),
  }),
  column.accessor("resourceCount", {
    header: "Carried by",
    meta: { sortBy: "resourceCount" },
    cell: ({ row: { original } }) => <Carriers row={original} />,
  }),
]);

/** The first few resources that carry it, by name and kind, the way to all of them, and to a plan that removes it. */
function Carriers({ row }: { readonly row: SecurityAttributeListItem }) {
  const more = row.resourceCount - row.carriers.length;
  return (
    <div className="flex flex-col gap-0.5">
      <ul className="flex flex-col gap-0.5">
        {row.carriers.map((carrier) => (
          <li key={carrier.id}>
            <Carrier carrier={carrier} />
          </li>
        ))}
        {more > 0 && (
          <li>
            <TextLink
              href={routes.resources({ attr: `${row.namespace}.${row.key}:${valueOf(row)}` })}
            >{`and ${formatCounted(more, "more resource")}`}</TextLink>
          </li>
        )}
      </ul>
      <p>
        <TextLink
          href={routes.newChangePlan({
            steps: [JSON.stringify({ op: "remove", namespace: row.namespace, key: row.key })],
            // Where not all are named here, they are chosen on the page of the plan.
            resources: more > 0 ? [] : row.carriers.map(({ id }) => id),
            params: { attr: `${row.namespace}.${row.key}:${valueOf(row)}` },
          })}
        >
          Plan its removal
        </TextLink>
      </p>
    </div>
  );
}

function Carrier({ carrier: { id, displayName, kind, region, clusterName } }: { readonly carrier: AttributeCarrier }) {
  return (
    <span className="inline-flex max-w-full flex-wrap items-baseline gap-x-2">
      <TextLink href={routes.resource(id)}>
        <Literal text={displayName} />
      </TextLink>
      <span className="text-note text-muted">
        {resourceKindFacts[kind].label}
        {clusterName !== null && clusterName !== displayName && (
          <>
            {" of "}
            <Literal text={clusterName} />
          </>
        )}
        , {region}
      </span>
    </span>
  );
}

type StaleTableProps = {
  readonly label: string;
  readonly rows: readonly SecurityAttributeListItem[];
  readonly viewKey: string;
  readonly sorting?: Sorting;
  readonly onSort?: (sorting: Sorting) => void;
};

/** Values that resources carry, each with its verdict, the reason, and the resources that carry it. */
export function StaleTable({ label, rows, viewKey, sorting, onSort }: StaleTableProps) {
  return (
    <DataTable
      label={label}
      columns={columns}
      rows={rows}
      rowId={(row) => JSON.stringify([row.namespace, row.key, row.namespaceId, row.state, valueOf(row)])}
      viewKey={viewKey}
      {...(sorting && { sorting })}
      {...(onSort && { onSort })}
    />
  );
}
