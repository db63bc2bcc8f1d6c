import { Skeleton, TableSkeleton } from "@/components/ui/skeleton";

/** A node pool's page before it is there, in the heights that it will have. */
export function NodePoolSkeleton() {
  return (
    <div className="flex flex-col gap-4">
      <div className="rounded-box border-line bg-surface grid grid-cols-2 gap-x-6 gap-y-3 border px-4 py-3 sm:grid-cols-3 lg:grid-cols-6">
        {["w-24", "w-16", "w-28", "w-8", "w-6", "w-20"].map((width) => (
          <div key={width} className="flex h-9 flex-col justify-center gap-2.5">
            <Skeleton className="w-16" />
            <Skeleton className={width} />
          </div>
        ))}
      </div>
      <div className="border-line flex h-9 items-center gap-6 border-b px-2">
        <Skeleton className="w-16" />
        <Skeleton className="w-16" />
      </div>
      <TableSkeleton label="Reading the node pool" columns={4} rows={4} />
    </div>
  );
}
