import { cn } from "@/lib/cn";

const widths = ["w-28", "w-20", "w-36", "w-24", "w-32", "w-16"] as const;

/** A grey bar in the place of words that are on their way. */
export function Skeleton({ className }: { readonly className?: string | undefined }) {
  return <span aria-hidden="true" className={cn("skeleton-bar block h-3", className)} />;
}

/** The rows of a table before they are there, in the height they will have. */
export function TableSkeleton({ columns, rows = 8, label }: { readonly columns: number; readonly rows?: number; readonly label: string }) {
  return (
    <div role="status" aria-label={label} className="overflow-hidden rounded-box border border-line bg-surface">
      <div className="h-9 border-b border-line bg-sunken" />
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="flex h-(--row-height) items-center gap-8 border-b border-line px-3 last:border-b-0">
          {Array.from({ length: columns }, (_column, column) => (
            <Skeleton key={column} className={cn("shrink-0", widths[(row * 5 + column * 7) % widths.length])} />
          ))}
        </div>
      ))}
    </div>
  );
}
