"use client";

import { useQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { ComparedNote } from "@/components/findings/compared-note";
import { FindingFilters } from "@/components/findings/finding-filters";
import {
  clearedFindingFilters,
  findingListParsers,
  isFilteredFindings,
} from "@/components/findings/finding-list-params";
import { findingColumns, FindingTable } from "@/components/findings/finding-table";
import { LinkedFindingFilters } from "@/components/findings/linked-finding-filters";
import { CompletenessBanner } from "@/components/shared/completeness-banner";
import { ListBody } from "@/components/shared/list-body";
import { listRequest } from "@/components/shared/list-params";
import { ListScope } from "@/components/shared/list-scope";
import { ListSummary } from "@/components/shared/list-summary";
import { PageHeader } from "@/components/shared/page-header";
import { useFirstReading } from "@/components/shared/still-reading";
import { useScope } from "@/components/shared/use-scope";
import { EmptyState } from "@/components/ui/empty-state";
import { findingPages, findingsQuery } from "@/lib/queries/findings";

const exported = () => import("@/components/findings/finding-export").then((module) => module.findingExport);

/** Everything that is wrong, the gravest first. */
export function FindingsView() {
  const [values, setValues] = useQueryStates(findingListParsers);
  const request = { ...listRequest(values), ...useScope().params };
  const findings = useQuery(findingsQuery(request));
  const isFirst = useFirstReading();
  const isFiltered = isFilteredFindings(values);
  const { data } = findings;
  return (
    <ListScope
      name="findings"
      noun="findings"
      address={values}
      onAddress={(change) => void setValues(change)}
      pages={findingPages}
      request={request}
      answer={data}
      exported={exported}
    >
      <PageHeader
        title="Findings"
        aside={<ListSummary data={data} noun="findings" isFiltered={isFiltered} isFirstReading={isFirst} />}
      />
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <FindingFilters values={values} onChange={setValues} />
      </div>
      <div className="flex flex-col gap-3">
        <LinkedFindingFilters
          values={values}
          items={data?.items ?? []}
          onRemove={(name) => void setValues({ [name]: null, page: null })}
        />
        {data && !isFirst && <CompletenessBanner completeness={data.completeness} />}
        {data && !isFirst && (
          <ComparedNote comparedNodePools={data.comparedNodePools} comparedClusters={data.comparedClusters} />
        )}
        <ListBody
          query={findings}
          noun="findings"
          columns={findingColumns}
          isFiltered={isFiltered}
          onClear={() => void setValues(clearedFindingFilters)}
          empty={({ completeness }) => <NoFindings isComplete={completeness.isComplete} />}
          page={values.page}
          onPage={(page) => void setValues({ page: page || null }, { history: "push" })}
        >
          {({ items }) => (
            <FindingTable
              findings={items}
              sorting={{ sortBy: values.sortBy ?? "severity", sortOrder: values.sortOrder }}
              onSort={({ sortBy, sortOrder }) =>
                void setValues({ sortBy: findingListParsers.sortBy.parse(sortBy ?? ""), sortOrder, page: null })
              }
              viewKey={JSON.stringify([request, findings.isPlaceholderData])}
            />
          )}
        </ListBody>
      </div>
    </ListScope>
  );
}

function NoFindings({ isComplete }: { readonly isComplete: boolean }) {
  return isComplete ? (
    <EmptyState title="Nothing is wrong with what was read">
      Stale attributes, secondary VNICs that disagree, changes that did not stay and the like would be listed here.
    </EmptyState>
  ) : (
    <EmptyState title="Nothing is wrong with the part that could be read">
      There may be findings in what could not be read. The message above says what is missing.
    </EmptyState>
  );
}
