"use client";

import { useQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { ProtectionSwitch } from "@/components/resources/protection-switch";
import { ResourceFilters } from "@/components/resources/resource-filters";
import {
  clearedResourceFilters,
  isFilteredList,
  resourceListParsers,
  resourceListRequest,
} from "@/components/resources/resource-list-params";
import { ResourceSummary } from "@/components/resources/resource-summary";
import { resourceColumns, ResourceTable } from "@/components/resources/resource-table";
import { useResourceSelection } from "@/components/resources/use-resource-selection";
import { CompletenessBanner } from "@/components/shared/completeness-banner";
import { late } from "@/components/shared/late";
import { ListBody } from "@/components/shared/list-body";
import { ListScope } from "@/components/shared/list-scope";
import { PageHeader } from "@/components/shared/page-header";
import { useFirstReading } from "@/components/shared/still-reading";
import { useScope } from "@/components/shared/use-scope";
import { Literal } from "@/components/ui/literal";
import type { ListedResource } from "@/lib/contract/resources";
import { resourceKindFacts } from "@/lib/oke/resource-kind";
import { resourcePages, resourcesQuery } from "@/lib/queries/resources";

const LinkedFilters = late(() =>
  import("@/components/resources/linked-filters").then((module) => module.LinkedFilters),
);
const NoResources = late(() => import("@/components/resources/no-resources").then((module) => module.NoResources));

const SelectionBar = late(() => import("@/components/resources/selection-bar").then((module) => module.SelectionBar));
const exported = () => import("@/components/resources/resource-export").then((module) => module.resourceExport);

const labelOf = ({ displayName, kind }: ListedResource) => (
  <>
    Choose <Literal text={displayName} />, {resourceKindFacts[kind].label}
  </>
);

/** Everything that carries security attributes, and on request everything that could and does not. */
export function ResourcesView() {
  const [values, setValues] = useQueryStates(resourceListParsers);
  const request = { ...resourceListRequest(values), ...useScope().params };
  const resources = useQuery(resourcesQuery(request));
  const isFirst = useFirstReading();
  const isFiltered = isFilteredList(values);
  const clear = () => void setValues(clearedResourceFilters);
  const { data } = resources;
  const selection = useResourceSelection(request);
  const chosen = new Set(selection.ids);
  const rowSelection = {
    has: ({ id }: ListedResource) => chosen.has(id),
    set: (rows: readonly ListedResource[], isChosen: boolean) => {
      const ids = rows.map(({ id }) => id);
      selection.set(
        isChosen ? [...new Set([...selection.ids, ...ids])] : selection.ids.filter((id) => !ids.includes(id)),
      );
    },
    labelOf,
  };
  return (
    <ListScope
      name="resources"
      noun="resources"
      address={values}
      onAddress={(change) => void setValues(change)}
      pages={resourcePages}
      request={request}
      answer={data}
      exported={exported}
    >
      <PageHeader
        title="Resources"
        aside={<ResourceSummary data={data} isFiltered={isFiltered} isFirstReading={isFirst} />}
      />
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <ResourceFilters values={values} onChange={setValues} />
        <ProtectionSwitch
          side={values.protected}
          onChange={(side) => void setValues({ protected: side, page: null })}
        />
      </div>
      <div className="flex flex-col gap-3">
        {(values.attr || values.clusterId) && (
          <LinkedFilters
            values={values}
            items={data?.items ?? []}
            onRemove={(name) => void setValues({ [name]: null, page: null })}
          />
        )}
        {data && !isFirst && <CompletenessBanner completeness={data.completeness} />}
        <ListBody
          query={resources}
          noun="resources"
          columns={resourceColumns}
          isFiltered={isFiltered}
          onClear={clear}
          empty={(answer) => (
            <NoResources
              answer={answer}
              side={values.protected}
              isFiltered={isFiltered}
              onClear={clear}
              onShowAll={() => void setValues({ protected: "any", page: null })}
            />
          )}
          saysFiltered
          page={values.page}
          onPage={(page) => void setValues({ page: page || null }, { history: "push" })}
        >
          {({ items, total, completeness }) => (
            <>
              {(selection.ids.length > 0 || selection.note !== null) && (
                <div className="mb-2">
                  <SelectionBar
                    selection={selection}
                    request={request}
                    total={total}
                    isComplete={completeness.isComplete}
                  />
                </div>
              )}
              <ResourceTable
                resources={items}
                sorting={{ sortBy: values.sortBy ?? "displayName", sortOrder: values.sortOrder }}
                onSort={({ sortBy, sortOrder }) =>
                  void setValues({ sortBy: resourceListParsers.sortBy.parse(sortBy ?? ""), sortOrder, page: null })
                }
                viewKey={JSON.stringify([request, resources.isPlaceholderData])}
                selection={rowSelection}
              />
            </>
          )}
        </ListBody>
      </div>
    </ListScope>
  );
}
