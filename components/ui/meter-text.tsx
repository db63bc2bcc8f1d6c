import { cn } from "@/lib/cn";

type MeterTextProps = {
  readonly used: number;
  readonly cap: number;
  /** Above this the service may refuse. */
  readonly warnAbove?: number | null | undefined;
  readonly className?: string | undefined;
};

/** "3 of 5 used", with the places drawn as small squares. Words carry it; the squares only help the eye. */
export function MeterText({ used, cap, warnAbove = null, className }: MeterTextProps) {
  const isTight = used >= cap || (warnAbove !== null && used > warnAbove);
  return (
    <span
      className={cn(
        "inline-flex items-center gap-2 whitespace-nowrap",
        isTight ? "text-warning" : "text-muted",
        className,
      )}
    >
      <span aria-hidden="true" className="flex gap-0.5">
        {Array.from({ length: Math.max(cap, used) }, (_, place) => (
          <span
            key={place}
            data-used={place < used ? "" : undefined}
            className={cn("size-1.5 rounded-[1px] border border-current", place < used && "bg-current")}
          />
        ))}
      </span>
      <span>
        {used} of {cap} used
      </span>
    </span>
  );
}
