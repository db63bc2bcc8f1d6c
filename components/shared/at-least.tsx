import { formatCount } from "@/lib/format";

/** A count that says so when it is only what could be read. */
export function AtLeast({ count, isComplete }: { readonly count: number; readonly isComplete: boolean }) {
  return (
    <>
      {!isComplete && <span className="text-note text-muted font-normal">at least </span>}
      {formatCount(count)}
    </>
  );
}
