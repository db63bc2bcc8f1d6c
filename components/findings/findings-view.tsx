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
import { FindingTable } from "@/components/findings/finding-table";
import { LinkedFindingFilters } from "@/components/findings/linked-finding-filters";
import { CompletenessBanner } from "@/components/shared/completeness-banner";
import { FilteredEmpty } from "@/components/shared/filtered-empty";
import { ListPaging } from "@/components/shared/list-paging";
import { listRequest } from "@/components/shared/list-params";
import { ListSummary } from "@/components/shared/list-summary";
import { PageHeader } from "@/components/shared/page-header";
import { QueryBoundary } from "@/components/shared/query-boundary";
import { useFirstReading } from "@/components/shared/still-reading";
import { EmptyState } from "@/components/ui/empty-state";
import { TableSkeleton } from "@/components/ui/skeleton";
import { findingsQuery } from "@/lib/queries/findings";

const loading = <TableSkeleton label="Reading the findings" columns={5} />;

/** Everything that is wrong, the gravest first. */
export function FindingsView() {
  const [values, setValues] = useQueryStates(findingListParsers);
  const request = listRequest(values);
  const findings = useQuery(findingsQuery(request));
  const isFirst = useFirstReading();
  const isFiltered = isFilteredFindings(values);
  const { data } = findings;
  return (
    <>
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
        <QueryBoundary
          query={findings}
          what="The findings"
          loading={loading}
          empty={(answer) => {
            if (answer.items.length > 0) return null;
            if (isFirst) return loading;
            if (isFiltered && answer.totalUnfiltered > 0) {
              return (
                <FilteredEmpty
                  noun="findings"
                  totalUnfiltered={answer.totalUnfiltered}
                  isComplete={answer.completeness.isComplete}
                  onClear={() => void setValues(clearedFindingFilters)}
                />
              );
            }
            return <NoFindings isComplete={answer.completeness.isComplete} />;
          }}
        >
          {(answer) => (
            <div>
              <FindingTable
                findings={answer.items}
                sorting={{ sortBy: values.sortBy ?? "severity", sortOrder: values.sortOrder }}
                onSort={({ sortBy, sortOrder }) =>
                  void setValues({ sortBy: findingListParsers.sortBy.parse(sortBy ?? ""), sortOrder, page: null })
                }
                viewKey={JSON.stringify([request, findings.isPlaceholderData])}
              />
              <ListPaging
                page={values.page}
                data={answer}
                isBehind={findings.isPlaceholderData}
                onPage={(page) => void setValues({ page: page || null }, { history: "push" })}
              />
            </div>
          )}
        </QueryBoundary>
      </div>
    </>
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
