"use client";

import { useQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { useState, type ReactNode } from "react";
import { resolveScope, scopeParsers } from "@/components/shared/scope";
import { ScopeContext } from "@/components/shared/use-scope";
import { inventoryQuery, isFirstReading } from "@/lib/queries/inventory";

/** Reads the scope from the address, for the frame and for every page in it. */
export function ScopeProvider({ children }: { readonly children: ReactNode }) {
  const [asked] = useQueryStates(scopeParsers);
  const status = useQuery(inventoryQuery()).data;
  const now = resolveScope(asked, status === undefined || isFirstReading(status) ? null : status);
  const [scope, setScope] = useState(now);
  // The inventory is looked at every second: only another scope may draw the page anew.
  if (JSON.stringify(scope) !== JSON.stringify(now)) setScope(now);
  return <ScopeContext value={scope}>{children}</ScopeContext>;
}
