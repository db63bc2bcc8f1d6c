import type { ListResourcesResponse } from "@/lib/contract/resources";
import { formatAtLeast, formatCount } from "@/lib/format";

type ResourceSummaryProps = {
  readonly data: ListResourcesResponse | undefined;
  readonly isFiltered: boolean;
  /** The tenancy is being read for the first time: the numbers only say how far that has come. */
  readonly isFirstReading: boolean;
};

/** "41 protected, 22 unprotected", of those that match the filter where there is one; read out when it changes. */
export function ResourceSummary({ data, isFiltered, isFirstReading }: ResourceSummaryProps) {
  if (isFirstReading) {
    const found = data ? data.protectedTotal + data.unprotectedTotal : 0;
    return <p className="text-muted min-h-5">{found > 0 && `${formatCount(found)} so far`}</p>;
  }
  const atLeast = (count: number) => formatAtLeast(count, data?.completeness.isComplete ?? true);
  return (
    <p role="status" className="text-muted min-h-5">
      {data && `${atLeast(data.protectedTotal)} protected, ${atLeast(data.unprotectedTotal)} unprotected`}
      {data && isFiltered && ` of ${atLeast(data.totalUnfiltered)} match`}
    </p>
  );
}
