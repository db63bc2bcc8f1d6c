"use client";

import { useQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { CoverageFilters } from "@/components/coverage/coverage-filters";
import {
  clearedCoverageFilters,
  coverageListParsers,
  isFilteredCoverage,
} from "@/components/coverage/coverage-list-params";
import { coverageColumns, CoverageTable } from "@/components/coverage/coverage-table";
import { MissingPermissions } from "@/components/coverage/missing-permissions";
import { ListBody } from "@/components/shared/list-body";
import { listRequest } from "@/components/shared/list-params";
import { ListScope } from "@/components/shared/list-scope";
import { ListSummary } from "@/components/shared/list-summary";
import { PageHeader } from "@/components/shared/page-header";
import { useFirstReading } from "@/components/shared/still-reading";
import { TimeAgo } from "@/components/shared/time-ago";
import { useScope } from "@/components/shared/use-scope";
import { EmptyState } from "@/components/ui/empty-state";
import { coveragePages, coverageQuery } from "@/lib/queries/coverage";

const exported = () => import("@/components/coverage/coverage-export").then((module) => module.coverageExport);

/** The ledger of the pass whose data is on screen: what was read, and what could not be and why. */
export function CoverageView() {
  const [values, setValues] = useQueryStates(coverageListParsers);
  const request = { ...listRequest(values), ...useScope().params };
  const coverage = useQuery(coverageQuery(request));
  const isFirst = useFirstReading();
  const isFiltered = isFilteredCoverage(values);
  const { data } = coverage;
  return (
    <ListScope
      name="coverage"
      noun="reads"
      address={values}
      onAddress={(change) => void setValues(change)}
      pages={coveragePages}
      request={request}
      answer={data}
      exported={exported}
    >
      <PageHeader
        title="Coverage"
        aside={<ListSummary data={data} noun="reads" isFiltered={isFiltered} isFirstReading={isFirst} />}
      >
        {data?.finishedAt && (
          <span>
            Read to the end <TimeAgo time={data.finishedAt} />
          </span>
        )}
      </PageHeader>
      <p className="text-muted mb-3 max-w-[88ch]">
        Every list and object that this console asked OCI for. Where one was refused or failed, what stands on the other
        pages is a lower bound.
      </p>
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <CoverageFilters values={values} onChange={setValues} />
      </div>
      <div className="flex flex-col gap-5">
        {data && <MissingPermissions missing={data.missingPermissions} />}
        <ListBody
          query={coverage}
          noun="reads"
          columns={coverageColumns}
          isFiltered={isFiltered}
          onClear={() => void setValues(clearedCoverageFilters)}
          empty={() => (
            <EmptyState title="Nothing has been read yet">
              Each call to OCI would stand here with when it was made and how it ended.
            </EmptyState>
          )}
          page={values.page}
          onPage={(page) => void setValues({ page: page || null }, { history: "push" })}
        >
          {({ items }) => (
            <CoverageTable
              reads={items}
              sorting={{ sortBy: values.sortBy ?? "outcome", sortOrder: values.sortOrder }}
              onSort={({ sortBy, sortOrder }) =>
                void setValues({ sortBy: coverageListParsers.sortBy.parse(sortBy ?? ""), sortOrder, page: null })
              }
              viewKey={JSON.stringify([request, coverage.isPlaceholderData])}
            />
          )}
        </ListBody>
      </div>
    </ListScope>
  );
}
