"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { Button } from "@/components/ui/button";

type PaginationProps = {
  /** Number of the first row of this page, from 1. */
  readonly from: number;
  readonly shown: number;
  /** Already in words where it is only a lower bound: "at least 240". */
  readonly total: string;
  /** The rows of this page are on their way; those shown are of another. */
  readonly isReading: boolean;
  readonly onPrevious: (() => void) | null;
  readonly onNext: (() => void) | null;
};

/** Where in a list one stands. Oracle pages by token, so there are no page numbers. */
export function Pagination({ from, shown, total, isReading, onPrevious, onNext }: PaginationProps) {
  if (!onPrevious && !onNext) return null;
  const reasonOf = (step: (() => void) | null, end: string) =>
    isReading ? "The rows of this page are being read" : step ? undefined : end;
  return (
    <nav aria-label="Pages" className="flex grow items-center justify-between gap-3">
      <p className="text-muted">{isReading ? "Reading" : `${from} to ${from + shown - 1} of ${total}`}</p>
      <div className="flex gap-2">
        <Button
          icon={<ChevronLeft aria-hidden="true" className="size-4" />}
          disabledReason={reasonOf(onPrevious, "This is the first page")}
          onClick={onPrevious ?? undefined}
        >
          Previous
        </Button>
        <Button disabledReason={reasonOf(onNext, "This is the last page")} onClick={onNext ?? undefined}>
          Next
          <ChevronRight aria-hidden="true" className="size-4" />
        </Button>
      </div>
    </nav>
  );
}
