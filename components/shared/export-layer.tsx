"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { shownColumns } from "@/components/shared/data-columns";
import { ErrorNote } from "@/components/shared/error-note";
import { exportFile, type ExportFormat, readAllRows } from "@/components/shared/export-list";
import { useListScope, withoutPage } from "@/components/shared/list-scope";
import type { ListLayerProps } from "@/components/shared/popover-button";
import { Button } from "@/components/ui/button";
import { useAnnounce } from "@/components/ui/live-region";
import { Popover } from "@/components/ui/popover";
import { formatAtLeast, formatCounted } from "@/lib/format";
import { ApiError } from "@/lib/queries/api-error";
import { inventoryQuery } from "@/lib/queries/inventory";

const formats = [
  { format: "csv", label: "Export CSV" },
  { format: "json", label: "Export JSON" },
] as const;

function save(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

/** Takes away what the list shows: all rows that match, in its order, with the columns in sight. */
export function ExportLayer({ columns, anchor, onClose }: ListLayerProps) {
  const list = useListScope();
  const status = useQuery(inventoryQuery()).data;
  const announce = useAnnounce();
  const [running, setRunning] = useState<{ readonly format: ExportFormat; readonly count: number } | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  if (list === null) return null;
  const total = list.answer?.total ?? 0;
  const isComplete = list.answer?.completeness.isComplete ?? true;
  const shown = shownColumns(columns, list.address.columns);
  const run = async (format: ExportFormat) => {
    setError(null);
    setRunning({ format, count: 0 });
    try {
      const [cells, read] = await Promise.all([
        list.exported(),
        readAllRows(list.pages, withoutPage(list.request), (count) => setRunning({ format, count })),
      ]);
      const file = exportFile({
        list: list.name,
        format,
        columns: shown.map(({ id }) => id),
        cells,
        read,
        address: window.location.href,
        request: withoutPage(list.request),
        time: new Date().toISOString(),
        profile: status?.profile ?? null,
        tenancy: status?.tenancy?.name ?? null,
      });
      save(file.name, file.type, file.text);
      announce(`${formatCounted(read.rows.length, "row")} exported`);
      onClose();
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
      setError(cause);
    } finally {
      setRunning(null);
    }
  };
  return (
    <Popover title="Export" anchor={anchor} onClose={onClose}>
      <div className="flex flex-col gap-3 p-3">
        <p>
          All {formatAtLeast(total, isComplete)} rows that match, in this order, with the {shown.length} columns shown.
          The file says what was asked, when, and what could not be read.
        </p>
        {error && <ErrorNote title="The rows could not be read" error={error} />}
        <div className="flex gap-2">
          {formats.map(({ format, label }) => (
            <Button
              key={format}
              size="small"
              disabledReason={total === 0 ? "No row matches" : undefined}
              {...(running?.format === format && { pendingLabel: `Reading, ${running.count} rows` })}
              onClick={() => void run(format)}
            >
              {label}
            </Button>
          ))}
        </div>
      </div>
    </Popover>
  );
}
