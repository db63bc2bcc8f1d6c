"use client";

import { useQuery } from "@tanstack/react-query";
import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { CarrierTable } from "@/components/security-attributes/carrier-table";
import { UsedValues } from "@/components/security-attributes/used-values";
import { ListPaging } from "@/components/shared/list-paging";
import { listRequest } from "@/components/shared/list-params";
import { QueryBoundary } from "@/components/shared/query-boundary";
import { Section } from "@/components/shared/section";
import { EmptyState } from "@/components/ui/empty-state";
import { TableSkeleton } from "@/components/ui/skeleton";
import { resourceSortColumns } from "@/lib/contract/resources";
import type { SecurityAttributeListItem } from "@/lib/contract/security-attributes";
import { formatAtLeast } from "@/lib/format";
import { resourcesQuery } from "@/lib/queries/resources";

const parsers = {
  sortBy: parseAsStringLiteral(resourceSortColumns),
  sortOrder: parseAsStringLiteral(["ASC", "DESC"]).withDefault("ASC"),
  page: parseAsString.withDefault(""),
};

const loading = <TableSkeleton label="Reading the resources" columns={5} />;

/** Every resource that carries the attribute, each with its value and what is to be said of it. */
export function CarriersSection({ attribute }: { readonly attribute: SecurityAttributeListItem }) {
  const [values, setValues] = useQueryStates(parsers);
  const request = { ...listRequest(values), attribute: `${attribute.namespace}.${attribute.key}` };
  const resources = useQuery(resourcesQuery(request));
  const { data } = resources;
  const isComplete = data?.completeness.isComplete ?? true;
  return (
    <Section
      title="Resources that carry it"
      aside={<span className="text-muted">{data && formatAtLeast(data.total, isComplete)}</span>}
    >
      {attribute.usedValues.length > 1 && (
        <div className="mb-2">
          <UsedValues attribute={attribute} isComplete={isComplete} shown={attribute.usedValues.length} />
        </div>
      )}
      <QueryBoundary
        query={resources}
        what="The resources"
        loading={loading}
        empty={(answer) =>
          answer.items.length > 0 ? null : (
            <EmptyState
              title={answer.completeness.isComplete ? "No resource carries it" : "No resource that was read carries it"}
            />
          )
        }
      >
        {(answer) => (
          <div>
            <CarrierTable
              attribute={attribute}
              resources={answer.items}
              sorting={{ sortBy: values.sortBy ?? "displayName", sortOrder: values.sortOrder }}
              onSort={({ sortBy, sortOrder }) =>
                void setValues({ sortBy: parsers.sortBy.parse(sortBy ?? ""), sortOrder, page: null })
              }
              viewKey={JSON.stringify([request, resources.isPlaceholderData])}
            />
            <ListPaging
              page={values.page}
              data={answer}
              isBehind={resources.isPlaceholderData}
              onPage={(page) => void setValues({ page: page || null }, { history: "push" })}
            />
          </div>
        )}
      </QueryBoundary>
    </Section>
  );
}
