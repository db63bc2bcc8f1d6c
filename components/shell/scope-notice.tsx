"use client";

import { usePathname } from "next/navigation";
import { late } from "@/components/shared/late";
import { useScope } from "@/components/shared/use-scope";
import { Skeleton } from "@/components/ui/skeleton";
import { routes } from "@/lib/routes";

const UnknownScope = late(
  () => import("@/components/shell/unknown-scope").then((module) => module.UnknownScope),
  <Skeleton className="mt-4 h-16 w-full" />,
);

/** Lists whose things are in no region and no compartment that could be chosen. */
const unscoped: readonly string[] = [routes.zprPolicies(), routes.changePlans(), routes.guards()];

/** What is to be said of the scope of this page: that the address names a part of it in vain, or that it narrows nothing here. */
export function ScopeNotice() {
  const { unknown, isNarrowed } = useScope();
  const pathname = usePathname();
  return (
    <>
      {unknown.length > 0 && <UnknownScope names={unknown} />}
      {isNarrowed && unscoped.includes(pathname) && (
        <p className="text-muted -mb-2 pt-4">This list is of the whole tenancy: the scope does not narrow it.</p>
      )}
    </>
  );
}
