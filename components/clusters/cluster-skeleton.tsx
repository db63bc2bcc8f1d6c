import { Skeleton, TableSkeleton } from "@/components/ui/skeleton";

/** A cluster's page before it is there, in the heights that it will have. */
export function ClusterSkeleton() {
  return (
    <div className="flex flex-col gap-4">
      <div className="rounded-box border-line bg-surface grid grid-cols-2 gap-x-6 gap-y-3 border px-4 py-3 lg:grid-cols-4">
        {["w-40", "w-20", "w-24", "w-20", "w-44", "w-16"].map((width, index) => (
          <div key={`${width} ${index}`} className="flex h-9 flex-col justify-center gap-2.5">
            <Skeleton className="w-16" />
            <Skeleton className={width} />
          </div>
        ))}
      </div>
      <div className="border-line flex h-9 items-center gap-6 border-b px-2">
        <Skeleton className="w-16" />
        <Skeleton className="w-20" />
        <Skeleton className="w-28" />
      </div>
      <TableSkeleton label="Reading the cluster" columns={5} />
    </div>
  );
}
