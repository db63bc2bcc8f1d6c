import { cn } from "@/lib/cn";

type ProgressLineProps = {
  /** What is going on: "Reading the tenancy". */
  readonly label: string;
  /** Both known: a share is drawn; otherwise the line moves to and fro. */
  readonly done?: number | undefined;
  readonly total?: number | undefined;
  readonly className?: string | undefined;
};

/** A thin line of progress. It stands in space that is always reserved for it, so nothing jumps. */
export function ProgressLine({ label, done, total, className }: ProgressLineProps) {
  const isKnown = done !== undefined && total !== undefined && total > 0;
  if (isKnown) {
    return (
      <progress
        aria-label={label}
        value={done}
        max={total}
        className={cn(
          "bg-line block h-0.5 w-full appearance-none border-0",
          "[&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent",
          className,
        )}
      />
    );
  }
  return (
    <div role="progressbar" aria-label={label} className={cn("bg-line h-0.5 w-full overflow-hidden", className)}>
      <div className="progress-sweep bg-accent h-full w-1/4" />
    </div>
  );
}
