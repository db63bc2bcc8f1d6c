import type { Page } from "@/lib/contract/page";
import { formatAtLeast, formatCount } from "@/lib/format";

type ListSummaryProps = {
  readonly data: Page<unknown> | undefined;
  /** Plural: "clusters". */
  readonly noun: string;
  readonly isFiltered: boolean;
  /** The tenancy is being read for the first time: the number only says how far that has come. */
  readonly isFirstReading: boolean;
  /** Said after the number while nothing is filtered: what else counts the same things. */
  readonly note?: string | undefined;
};

function wordsOf({ total, totalUnfiltered, completeness }: Page<unknown>, noun: string, isFiltered: boolean): string {
  const isComplete = completeness.isComplete;
  if (!isFiltered || totalUnfiltered === 0) return `${formatAtLeast(total, isComplete)} ${noun}`;
  return `${formatAtLeast(total, isComplete)} of ${formatAtLeast(totalUnfiltered, isComplete)} ${noun} match`;
}

/** "12 of 48 clusters match" or "48 clusters", read out when it changes; "12 so far" during the first reading. */
export function ListSummary({ data, noun, isFiltered, isFirstReading, note }: ListSummaryProps) {
  if (isFirstReading) {
    return <p className="text-muted min-h-5">{data && data.total > 0 && `${formatCount(data.total)} so far`}</p>;
  }
  return (
    <p role="status" className="text-muted min-h-5">
      {data && wordsOf(data, noun, isFiltered)}
      {data && data.total > 0 && !isFiltered && note}
    </p>
  );
}
