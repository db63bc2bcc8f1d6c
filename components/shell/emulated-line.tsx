"use client";

import { useQuery } from "@tanstack/react-query";
import { inventoryQuery } from "@/lib/queries/inventory";

/** Behind the emulator the page says so, on every screen, for as long as it is true. */
export function EmulatedLine() {
  const status = useQuery(inventoryQuery()).data;
  if (!status?.isEmulatedTenancy) return null;
  return (
    <p className="page-gutter border-t border-line bg-sunken py-1 text-note text-muted">
      <span className="font-medium text-ink">Emulated tenancy.</span> Nothing here exists in OCI, and changes end with the emulator.
    </p>
  );
}
