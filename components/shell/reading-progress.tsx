"use client";

import { useQuery } from "@tanstack/react-query";
import { ProgressLine } from "@/components/ui/progress-line";
import { inventoryQuery, isReading } from "@/lib/queries/inventory";

/** The line below the top bar; its space is always there. */
export function ReadingProgress() {
  const status = useQuery(inventoryQuery()).data;
  return (
    <div className="absolute inset-x-0 -bottom-px h-px overflow-visible">
      {status && isReading(status) && (
        <ProgressLine label="Reading the tenancy" done={status.scopesDone} total={status.scopesTotal} />
      )}
    </div>
  );
}
