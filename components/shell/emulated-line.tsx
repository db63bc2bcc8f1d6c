"use client";

import { useQuery } from "@tanstack/react-query";
import { inventoryQuery } from "@/lib/queries/inventory";

/** Behind the emulator the page says so, on every screen, for as long as it is true. */
export function EmulatedLine() {
  const status = useQuery(inventoryQuery()).data;
  if (!status?.isEmulatedTenancy) return null;
  return (
    <p className="page-gutter border-line bg-sunken text-note text-muted border-t py-1">
      <span className="text-ink font-medium">Emulated tenancy.</span> Nothing here exists in OCI.
    </p>
  );
}
