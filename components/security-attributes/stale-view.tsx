"use client";

import { useQuery } from "@tanstack/react-query";
import type { SetValues } from "nuqs";
import { CatalogGaps } from "@/components/security-attributes/catalog-gaps";
import { SecurityAttributeFilters } from "@/components/security-attributes/security-attribute-filters";
import {
  attributeListRequest,
  clearedAttributeFilters,
  isFilteredList,
  securityAttributeListParsers,
  type SecurityAttributeListValues,
} from "@/components/security-attributes/security-attribute-list-params";
import { staleColumns, StaleTable } from "@/components/security-attributes/stale-table";
import { UnknownSection } from "@/components/security-attributes/unknown-section";
import { useDependents } from "@/components/security-attributes/use-dependents";
import { CompletenessBanner } from "@/components/shared/completeness-banner";
import { late } from "@/components/shared/late";
import { ListBody } from "@/components/shared/list-body";
import { ListScope } from "@/components/shared/list-scope";
import { ListSummary } from "@/components/shared/list-summary";
import { useFirstReading } from "@/components/shared/still-reading";
import { useScope } from "@/components/shared/use-scope";
import { useScopedCounts } from "@/components/shared/use-scoped-counts";
import { staleCount } from "@/components/shared/verdict-counts-summary";
import { EmptyState } from "@/components/ui/empty-state";
import type { SecurityAttributeListItem } from "@/lib/contract/security-attributes";
import { formatAtLeast } from "@/lib/format";
import { securityAttributePages, securityAttributesQuery } from "@/lib/queries/security-attributes";

const StaleDetailDialog = late(() =>
  import("@/components/security-attributes/stale-detail-dialog").then((module) => module.StaleDetailDialog),
);

type StaleViewProps = {
  readonly values: SecurityAttributeListValues;
  readonly onChange: SetValues<typeof securityAttributeListParsers>;
};

/** What resources carry though its definition no longer backs it, most consequential first; and what nobody could look up. */
export function StaleView({ values, onChange }: StaleViewProps) {
  const request = { ...attributeListRequest(values), ...useScope().params };
  const stale = useQuery(securityAttributesQuery(request));
  const isFirst = useFirstReading();
  const isFiltered = isFilteredList(values);
  const { data } = stale;
  const { rowOf, shown, close } = useDependents();
  const namedByOf = (row: SecurityAttributeListItem): string | number => {
    const { namedBy } = rowOf(row, true);
    if (typeof namedBy === "number") return namedBy;
    return namedBy === "reading" ? "not read yet" : "not known";
  };
  const exported = () =>
    import("@/components/security-attributes/security-attribute-export").then(({ staleExport }) =>
      staleExport(namedByOf),
    );
  const counted = useScopedCounts();
  const timesCarried = counted && formatAtLeast(staleCount(counted.counts.attributes), counted.completeness.isComplete);
  return (
    <>
      <p className="text-muted mb-3 max-w-[88ch]">
        Resources carry these values, but their definition is deleted, being deleted or retired, or does not allow the
        value. ZPR policies may stop matching them. Removing the attribute from the resource is the cure.
      </p>
      <ListScope
        name="stale-attributes"
        noun="stale values"
        address={values}
        onAddress={(change) => void onChange(change)}
        pages={securityAttributePages}
        request={request}
        answer={data}
        exported={exported}
      >
        <div className="mb-3 flex flex-wrap items-center gap-2">
          <SecurityAttributeFilters
            values={values}
            onChange={onChange}
            namespaces={data?.namespaces.map(({ name }) => name) ?? []}
          />
          <ListSummary
            data={data}
            isFirstReading={isFirst}
            noun="stale values"
            isFiltered={isFiltered}
            note={timesCarried && `, carried ${timesCarried} times`}
          />
        </div>
        <div className="flex flex-col gap-3">
          {data && !isFirst && <CompletenessBanner completeness={data.completeness} />}
          <ListBody
            query={stale}
            noun="stale values"
            what="stale security attributes"
            columns={staleColumns}
            isFiltered={isFiltered}
            onClear={() => void onChange(clearedAttributeFilters)}
            empty={({ completeness, isCatalogComplete }) => (
              <NothingStale isSure={completeness.isComplete && isCatalogComplete} />
            )}
            page={values.page}
            onPage={(page) => void onChange({ page: page || null }, { history: "push" })}
          >
            {({ items, completeness }) => (
              <StaleTable
                label="Stale security attributes"
                rows={items.map((item) => rowOf(item, completeness.isComplete))}
                viewKey={JSON.stringify([request, stale.isPlaceholderData])}
                sorting={{ sortBy: values.sortBy ?? "state", sortOrder: values.sortOrder }}
                onSort={({ sortBy, sortOrder }) =>
                  void onChange({
                    sortBy: securityAttributeListParsers.sortBy.parse(sortBy ?? ""),
                    sortOrder,
                    page: null,
                  })
                }
              />
            )}
          </ListBody>
        </div>
      </ListScope>
      <div className="mt-3 flex flex-col gap-3">
        <UnknownSection values={values} />
        {data && !isFirst && <CatalogGaps catalog={data} />}
      </div>
      {shown !== null && <StaleDetailDialog attribute={shown} onClose={close} />}
    </>
  );
}

function NothingStale({ isSure }: { readonly isSure: boolean }) {
  return isSure ? (
    <EmptyState title="No resource carries a stale security attribute">
      Every value that resources carry is backed by an active definition, as far as definitions are visible to you.
    </EmptyState>
  ) : (
    <EmptyState title="No stale security attribute was found in what could be read">
      There may be some in what could not be read, or among the unknown ones.
    </EmptyState>
  );
}
