"use client";

import { Carrier } from "@/components/security-attributes/carrier";
import { removalPlanOf } from "@/components/security-attributes/removal-plan";
import { columnHelper, DataTable, type Sorting } from "@/components/shared/data-table";
import { SecurityAttributeChip } from "@/components/shared/security-attribute-chip";
import { TextLink } from "@/components/shared/text-link";
import { Button } from "@/components/ui/button";
import { Literal } from "@/components/ui/literal";
import { Skeleton } from "@/components/ui/skeleton";
import { StatusWord } from "@/components/ui/status-word";
import type { SecurityAttributeListItem } from "@/lib/contract/security-attributes";
import { formatAtLeast, formatCounted } from "@/lib/format";
import { routes } from "@/lib/routes";
import type { NamedAttribute } from "@/lib/zpr/policy-language/statement";
import type { AssessedSecurityAttribute } from "@/lib/zpr/verdict-state";

/** The value that a row of the queue is about. */
export const valueOf = ({ usedValues }: SecurityAttributeListItem): string => usedValues[0]?.value ?? "";

/** A value of the queue, with how many statements name it where that was asked. */
export type StaleRow = SecurityAttributeListItem & {
  /** `reading` while the ZPR policies are read; `unknown` where they cannot be. */
  readonly namedBy?: number | "reading" | "unknown";
  /** Whether all resources were read. */
  readonly isComplete?: boolean;
  /** Shows all that depends on it. */
  readonly onOpen?: () => void;
};

const namedOf = (row: SecurityAttributeListItem): NamedAttribute => ({
  namespace: row.namespace,
  key: row.key,
  value: valueOf(row),
});

/** A row of the queue as the attribute that resources carry. */
const carriedAs = (row: SecurityAttributeListItem): AssessedSecurityAttribute => ({
  ...namedOf(row),
  mode: null,
  otherMembers: [],
  unreadable: null,
  verdict: { state: row.state, reason: row.reason },
});

const column = columnHelper<StaleRow>();

const attributeColumn = column.accessor((row) => `${row.namespace}.${row.key}:${valueOf(row)}`, {
  id: "attribute",
  header: "Security attribute",
  meta: { sortBy: "name", filterKey: "namespace" },
  cell: ({ row }) => (
    <span className="block sm:min-w-72">
      <SecurityAttributeChip attribute={carriedAs(row.original)} />
    </span>
  ),
});

const reasonColumn = column.accessor("reason", {
  header: "Why",
  meta: { sortBy: "state", filterKey: "state" },
  cell: ({ getValue }) => (
    <span className="block max-w-[44ch]">
      <Literal text={getValue()} />
    </span>
  ),
});

const carriersColumn = column.accessor("resourceCount", {
  header: "Carried by",
  meta: { sortBy: "resourceCount", filterKey: "resources" },
  cell: ({ row: { original } }) => <Carriers row={original} />,
});

const columns = column.columns([attributeColumn, reasonColumn, carriersColumn]);

/** What the queue of stale values shows of each. */
export const staleColumns = column.columns([
  attributeColumn,
  reasonColumn,
  column.accessor((row) => row.namedBy, {
    id: "namedBy",
    header: "Named by",
    cell: ({ row: { original } }) => <NamedBy row={original} />,
  }),
  carriersColumn,
]);

function NamedBy({ row }: { readonly row: StaleRow }) {
  const { namedBy } = row;
  return (
    <div className="flex flex-col items-start gap-1.5 sm:min-w-32">
      {namedBy === "reading" ? (
        <span role="status" aria-label="Reading the ZPR policies" className="py-1">
          <Skeleton className="w-20" />
        </span>
      ) : typeof namedBy === "number" ? (
        <span>{namedBy === 0 ? "No statement" : formatCounted(namedBy, "statement")}</span>
      ) : (
        <StatusWord shape="diamond" tone="unknown">
          Not known
        </StatusWord>
      )}
      <Button
        size="small"
        aria-haspopup="dialog"
        aria-label={`What depends on ${row.namespace}.${row.key}:${valueOf(row)}`}
        onClick={row.onOpen}
      >
        What depends on it
      </Button>
    </div>
  );
}

/** The first few resources that carry it, by name and kind, the way to all of them, and to a plan that removes it. */
function Carriers({ row }: { readonly row: StaleRow }) {
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
            <TextLink href={routes.resources({ attr: `${row.namespace}.${row.key}:${valueOf(row)}` })}>
              {`and ${formatAtLeast(more, row.isComplete ?? true)} more`}
            </TextLink>
          </li>
        )}
      </ul>
      <p>
        <TextLink href={removalPlanOf(namedOf(row))}>Plan its removal</TextLink>
      </p>
    </div>
  );
}

type StaleTableProps = {
  readonly label: string;
  readonly rows: readonly StaleRow[];
  readonly viewKey: string;
  readonly sorting?: Sorting;
  readonly onSort?: (sorting: Sorting) => void;
};

/** Values that resources carry, each with its verdict, the reason, who names it, and the resources that carry it. */
export function StaleTable({ label, rows, viewKey, sorting, onSort }: StaleTableProps) {
  return (
    <DataTable
      label={label}
      columns={rows.some(({ namedBy }) => namedBy !== undefined) ? staleColumns : columns}
      rows={rows}
      rowId={(row) => JSON.stringify([row.namespace, row.key, row.namespaceId, row.state, valueOf(row)])}
      viewKey={viewKey}
      {...(sorting && { sorting })}
      {...(onSort && { onSort })}
    />
  );
}
