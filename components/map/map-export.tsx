"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { pictureFile } from "@/components/map/graph/picture-file";
import { type AboutMap, aboutLines, mapCsv, mapJson } from "@/components/map/map-files";
import { mapRequest } from "@/components/map/map-params";
import { useMapAnswer, useMapValues } from "@/components/map/use-map";
import { ErrorNote } from "@/components/shared/error-note";
import { saveFile } from "@/components/shared/save-file";
import { Button } from "@/components/ui/button";
import { literalParts } from "@/components/ui/literal-parts";
import { useAnnounce } from "@/components/ui/live-region";
import { formatCounted } from "@/lib/format";
import { ApiError } from "@/lib/queries/api-error";
import { inventoryQuery } from "@/lib/queries/inventory";
import { fetchWholeMap } from "@/lib/queries/map";

const rowFiles = {
  csv: { type: "text/csv", label: "CSV", textOf: mapCsv },
  json: { type: "application/json", label: "JSON", textOf: mapJson },
} as const;
type RowFormat = keyof typeof rowFiles;

const plain = (text: string): string =>
  literalParts(text)
    .map((part) => ("text" in part ? part.text : part.codePoint))
    .join("");

/** Takes the map away: the picture as it is drawn, or every flow of its table, with what was asked and not read. */
export function MapExport() {
  const answer = useMapAnswer();
  const { values } = useMapValues();
  const status = useQuery(inventoryQuery()).data;
  const announce = useAnnounce();
  const [running, setRunning] = useState<RowFormat | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const { page: _page, limit: _limit, view: _view, ...filters } = mapRequest(values, "table");
  const about = (): AboutMap => ({
    tenancy: status?.tenancy?.name ?? null,
    profile: status?.profile ?? null,
    address: window.location.href,
    filters: Object.fromEntries(Object.entries(filters).map(([name, value]) => [name, [value ?? ""].flat().join(",")])),
    time: new Date().toISOString(),
  });
  const nameOf = (format: string) => `zpr-map-${new Date().toISOString().slice(0, 19).replaceAll(":", "")}.${format}`;
  const saveRows = async (format: RowFormat) => {
    setError(null);
    setRunning(format);
    try {
      const pages = await fetchWholeMap(mapRequest({ ...values, page: "" }, "table"));
      saveFile(nameOf(format), rowFiles[format].type, rowFiles[format].textOf(pages, about()));
      announce(`${formatCounted(pages[0]?.totals.flows ?? 0, "flow")} exported`);
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
      setError(cause);
    } finally {
      setRunning(null);
    }
  };
  const savePicture = () => {
    const picture = document.querySelector<SVGSVGElement>("svg[data-map]");
    const legend = document.querySelector("[data-map-legend]");
    if (picture === null || legend === null || answer.content.view !== "graph") return;
    const drawn = picture.querySelectorAll("[data-mark]").length;
    const lines = [
      ...aboutLines(answer, about()).map(([name, value]) => `${name}: ${plain(value)}`),
      `Lines drawn: ${drawn} of ${answer.content.edges.length}`,
    ];
    saveFile(nameOf("svg"), "image/svg+xml", pictureFile(picture, legend, lines));
    announce("Picture exported");
  };
  return (
    <div className="flex flex-col gap-2 sm:ml-auto">
      <div role="group" aria-label="Export" className="flex flex-wrap items-center gap-2">
        <span aria-hidden="true" className="text-note text-muted">
          Export
        </span>
        {answer.content.view === "graph" && (
          <Button size="small" onClick={savePicture} aria-label="Export the picture as SVG">
            SVG
          </Button>
        )}
        {(["csv", "json"] as const).map((format) => (
          <Button
            key={format}
            size="small"
            aria-label={`Export the flows as ${rowFiles[format].label}`}
            disabledReason={answer.totals.flows === 0 ? "There is no flow to export." : undefined}
            {...(running === format && { pendingLabel: "Reading" })}
            onClick={() => void saveRows(format)}
          >
            {rowFiles[format].label}
          </Button>
        ))}
      </div>
      {error && <ErrorNote title="The flows could not be read" error={error} />}
    </div>
  );
}
