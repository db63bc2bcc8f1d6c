import { cn } from "@/lib/cn";

const widths = ["w-28", "w-20", "w-36", "w-24", "w-32", "w-16"] as const;

/** A grey bar in the place of words that are on their way. */
export function Skeleton({ className }: { readonly className?: string | undefined }) {
  return <span aria-hidden="true" className={cn("skeleton-bar block h-3", className)} />;
}

/** The rows of a table before they are there, in the height they will have. */
export function TableSkeleton({
  columns,
  rows = 8,
  label,
}: {
  readonly columns: number;
  readonly rows?: number;
  readonly label: string;
}) {
  return (
    <div role="status" aria-label={label} className="rounded-box border-line bg-surface overflow-hidden border">
      <div className="border-line bg-sunken h-9 border-b" />
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="border-line flex h-(--row-height) items-center gap-6 border-b px-3 last:border-b-0">
          {Array.from({ length: columns }, (_column, column) => (
            <span key={column} className={cn("min-w-0 flex-1 overflow-hidden", column > 1 && "max-sm:hidden")}>
              <Skeleton className={widths[(row * 5 + column * 7) % widths.length]} />
            </span>
          ))}
        </div>
      ))}
    </div>
  );
}
