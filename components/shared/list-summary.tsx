import type { Page } from "@/lib/contract/page";
import { formatAtLeast } from "@/lib/format";

type ListSummaryProps = { readonly data: Page<unknown> | undefined; readonly noun: string; readonly isFiltered: boolean };

/** "12 of 48 clusters match" or "48 clusters", read out when it changes. */
export function ListSummary({ data, noun, isFiltered }: ListSummaryProps) {
  const isComplete = data?.completeness.isComplete ?? true;
  return (
    <p role="status" className="min-h-5 whitespace-nowrap text-muted">
      {data &&
        (isFiltered
          ? `${formatAtLeast(data.total, isComplete)} of ${formatAtLeast(data.totalUnfiltered, isComplete)} ${noun} match`
          : `${formatAtLeast(data.total, isComplete)} ${noun}`)}
    </p>
  );
}
