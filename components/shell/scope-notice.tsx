"use client";

import dynamic from "next/dynamic";
import { useScope } from "@/components/shared/use-scope";

const UnknownScope = dynamic(() => import("@/components/shell/unknown-scope").then((module) => module.UnknownScope));

/** Where the address names a region or compartment that is not there: that it was ignored. */
export function ScopeNotice() {
  const { unknown } = useScope();
  return unknown.length === 0 ? null : <UnknownScope names={unknown} />;
}
