"use client";

import dynamic from "next/dynamic";
import { usePathname } from "next/navigation";
import { useScope } from "@/components/shared/use-scope";
import { routes } from "@/lib/routes";

const UnknownScope = dynamic(() => import("@/components/shell/unknown-scope").then((module) => module.UnknownScope), {
  loading: () => null,
});
const WholeTenancy = dynamic(() => import("@/components/shell/whole-tenancy").then((module) => module.WholeTenancy), {
  loading: () => null,
});

/** Lists whose things are in no region and no compartment that could be chosen. */
const unscoped: readonly string[] = [routes.zprPolicies(), routes.changePlans(), routes.guards()];

/** What is to be said of the scope of this page: that the address names a part of it in vain, or that it narrows nothing here. */
export function ScopeNotice() {
  const { unknown, isNarrowed } = useScope();
  const pathname = usePathname();
  return (
    <>
      {unknown.length > 0 && <UnknownScope names={unknown} />}
      {isNarrowed && unscoped.includes(pathname) && <WholeTenancy />}
    </>
  );
}
