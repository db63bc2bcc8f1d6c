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
      <Squares used={used} places={Math.max(cap, used)} />
      <span>
        {used} of {cap} used
      </span>
    </span>
  );
}

const stepPx = 8;
const squareOf = (place: number): string => `M${place * stepPx + 0.5} .5h5v5h-5z`;

/** One picture with two paths: a list has hundreds of squares in sight. */
function Squares({ used, places }: { readonly used: number; readonly places: number }) {
  const all = Array.from({ length: places }, (_, place) => place);
  return (
    <svg
      aria-hidden="true"
      width={places * stepPx - 2}
      height={6}
      fill="none"
      stroke="currentColor"
      className="shrink-0"
    >
      <path fill="currentColor" d={all.slice(0, used).map(squareOf).join("")} />
      <path d={all.slice(used).map(squareOf).join("")} />
    </svg>
  );
}
