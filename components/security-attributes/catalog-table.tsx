"use client";

import { AllowedValues } from "@/components/security-attributes/allowed-values";
import { DefinitionState } from "@/components/security-attributes/definition-state";
import { UsedValues } from "@/components/security-attributes/used-values";
import { columnHelper, DataTable, type Sorting } from "@/components/shared/data-table";
import { TextLink } from "@/components/shared/text-link";
import { Literal } from "@/components/ui/literal";
import type {
  NamespaceSummary,
  SecurityAttributeListItem,
  SecurityAttributesResponse,
} from "@/lib/contract/security-attributes";
import { formatAtLeast, formatCounted } from "@/lib/format";
import { routes } from "@/lib/routes";

/** A row knows how complete the counts in it are. */
type Row = SecurityAttributeListItem & { readonly isComplete: boolean };

const column = columnHelper<Row>();

/** What the list of security attributes shows of each. */
export const catalogColumns = column.columns([
  column.accessor((row) => `${row.namespace}.${row.key}`, {
    id: "name",
    header: "Security attribute",
    meta: { sortBy: "name", filterKey: "namespace" },
    cell: ({ row: { original: attribute } }) => <AttributeName attribute={attribute} />,
  }),
  column.accessor("state", {
    header: "State",
    meta: { sortBy: "state", filterKey: "state" },
    cell: ({ row: { original: attribute } }) => (
      <>
        <DefinitionState state={attribute.state} />
        {attribute.state !== "ok" && (
          <p className="text-note text-muted max-w-[40ch]">
            <Literal text={attribute.reason} />
          </p>
        )}
      </>
    ),
  }),
  column.accessor("allowedValues", {
    header: "Allowed values",
    cell: ({ getValue }) => (
      <span className="block max-w-[36ch]">
        <AllowedValues values={getValue()} />
      </span>
    ),
  }),
  column.accessor("usedValues", {
    header: "Carried with",
    meta: { filterKey: "value" },
    cell: ({ row: { original: attribute } }) => <UsedValues attribute={attribute} isComplete={attribute.isComplete} />,
  }),
  column.accessor("resourceCount", {
    header: "Resources",
    meta: { sortBy: "resourceCount", filterKey: "resources", align: "end" },
    cell: ({ row: { original: attribute } }) => <CarrierCount attribute={attribute} />,
  }),
]);

function AttributeName({ attribute: { namespace, key, description } }: { readonly attribute: Row }) {
  return (
    <span className="flex flex-col items-start sm:max-w-96 sm:min-w-56">
      <TextLink href={routes.securityAttribute(namespace, key)} look="name">
        <span className="text-note font-mono">
          <span className="text-muted font-normal">
            <Literal text={namespace} />.
          </span>
          <Literal text={key} />
        </span>
      </TextLink>
      {description && (
        <span className="text-note text-muted max-w-[44ch]">
          <Literal text={description} />
        </span>
      )}
    </span>
  );
}

function CarrierCount({ attribute: { namespace, key, resourceCount, isComplete } }: { readonly attribute: Row }) {
  if (resourceCount === 0) return <span className="text-muted">{formatAtLeast(0, isComplete)}</span>;
  return (
    <TextLink href={routes.resources({ attr: `${namespace}.${key}` })}>
      {formatAtLeast(resourceCount, isComplete)}
      <span className="sr-only"> resources carry {`${namespace}.${key}`}</span>
    </TextLink>
  );
}

type CatalogTableProps = {
  readonly catalog: SecurityAttributesResponse;
  readonly sorting: Sorting;
  readonly onSort: (sorting: Sorting) => void;
  readonly viewKey: string;
};

/** One page of security attributes; by name, grouped by namespace. */
export function CatalogTable({ catalog, sorting, onSort, viewKey }: CatalogTableProps) {
  const { isComplete } = catalog.completeness;
  return (
    <DataTable
      label="Security attributes"
      columns={catalogColumns}
      rows={catalog.items.map((item) => ({ ...item, isComplete }))}
      rowId={({ namespace, key, namespaceId }) => JSON.stringify([namespace, key, namespaceId])}
      sorting={sorting}
      onSort={onSort}
      viewKey={viewKey}
      groupOf={
        sorting.sortBy === "name"
          ? ({ namespace, namespaceId }) => ({
              id: namespace,
              head: (
                <NamespaceHead name={namespace} summary={catalog.namespaces.find(({ id }) => id === namespaceId)} />
              ),
            })
          : undefined
      }
    />
  );
}

/** The head of a group: the namespace with its own state, or that it cannot be seen. */
function NamespaceHead({ name, summary }: { readonly name: string; readonly summary: NamespaceSummary | undefined }) {
  return (
    <span className="inline-flex max-w-full flex-wrap items-center gap-x-3">
      <Literal text={name} className="font-mono font-medium" />
      {summary ? (
        <>
          {summary.state !== "ok" && <DefinitionState state={summary.state} />}
          <span className="text-muted">
            {formatCounted(summary.keyCount, "attribute")}
            {!summary.isKeyListComplete && ", not all could be listed"}
          </span>
          <span className="text-muted">
            <Literal text={summary.description} />
          </span>
        </>
      ) : (
        <span className="text-muted">No such namespace is among those you can see</span>
      )}
    </span>
  );
}
