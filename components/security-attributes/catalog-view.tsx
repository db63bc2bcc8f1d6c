"use client";

import { useQuery } from "@tanstack/react-query";
import type { SetValues } from "nuqs";
import { CatalogGaps } from "@/components/security-attributes/catalog-gaps";
import { catalogColumns, CatalogTable } from "@/components/security-attributes/catalog-table";
import { EmptyNamespaces } from "@/components/security-attributes/empty-namespaces";
import { SecurityAttributeFilters } from "@/components/security-attributes/security-attribute-filters";
import {
  attributeListRequest,
  clearedAttributeFilters,
  isFilteredList,
  securityAttributeListParsers,
  type SecurityAttributeListValues,
} from "@/components/security-attributes/security-attribute-list-params";
import { CompletenessBanner } from "@/components/shared/completeness-banner";
import { ListBody } from "@/components/shared/list-body";
import { ListScope } from "@/components/shared/list-scope";
import { ListSummary } from "@/components/shared/list-summary";
import { useFirstReading } from "@/components/shared/still-reading";
import { useScope } from "@/components/shared/use-scope";
import { EmptyState } from "@/components/ui/empty-state";
import { securityAttributePages, securityAttributesQuery } from "@/lib/queries/security-attributes";

const exported = () =>
  import("@/components/security-attributes/security-attribute-export").then((module) => module.securityAttributeExport);

type CatalogViewProps = {
  readonly values: SecurityAttributeListValues;
  readonly onChange: SetValues<typeof securityAttributeListParsers>;
};

/** Every security attribute that is defined or carried, by namespace. */
export function CatalogView({ values, onChange }: CatalogViewProps) {
  const request = { ...attributeListRequest(values), ...useScope().params };
  const attributes = useQuery(securityAttributesQuery(request));
  const isFirst = useFirstReading();
  const isFiltered = isFilteredList(values);
  const { data } = attributes;
  return (
    <ListScope
      name="security-attributes"
      noun="security attributes"
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
        <ListSummary data={data} isFirstReading={isFirst} noun="security attributes" isFiltered={isFiltered} />
      </div>
      <div className="flex flex-col gap-3">
        {data && !isFirst && (
          <>
            <CatalogGaps catalog={data} />
            <CompletenessBanner completeness={data.completeness} />
          </>
        )}
        <ListBody
          query={attributes}
          noun="security attributes"
          columns={catalogColumns}
          isFiltered={isFiltered}
          onClear={() => void onChange({ ...clearedAttributeFilters, state: null })}
          empty={({ isCatalogComplete, namespaceCount }) =>
            isCatalogComplete ? <NoAttributes namespaceCount={namespaceCount} /> : <></>
          }
          page={values.page}
          onPage={(page) => void onChange({ page: page || null }, { history: "push" })}
        >
          {(answer) => (
            <CatalogTable
              catalog={answer}
              sorting={{ sortBy: values.sortBy ?? "name", sortOrder: values.sortOrder }}
              onSort={({ sortBy, sortOrder }) =>
                void onChange({
                  sortBy: securityAttributeListParsers.sortBy.parse(sortBy ?? ""),
                  sortOrder,
                  page: null,
                })
              }
              viewKey={JSON.stringify([request, attributes.isPlaceholderData])}
            />
          )}
        </ListBody>
        {data && !isFiltered && <EmptyNamespaces namespaces={data.namespaces} />}
      </div>
    </ListScope>
  );
}

function NoAttributes({ namespaceCount }: { readonly namespaceCount: number }) {
  return (
    <EmptyState
      title={
        namespaceCount === 0
          ? "No security attribute namespace is visible to you"
          : "The namespaces of this tenancy hold no security attributes"
      }
    >
      {namespaceCount === 0
        ? "There may be none, or none that you may inspect: OCI leaves those out of its list. This console makes no namespaces; they are made in OCI, under Identity & Security, Zero Trust Packet Routing."
        : "Security attributes are made in OCI, under Identity & Security, Zero Trust Packet Routing."}
    </EmptyState>
  );
}
