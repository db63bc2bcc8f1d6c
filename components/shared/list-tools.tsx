"use client";

import { Bookmark, Columns3, Download } from "lucide-react";
import { late } from "@/components/shared/late";
import { useListScope } from "@/components/shared/list-scope";
import { type NamedColumn, PopoverButton } from "@/components/shared/popover-button";

// Not drawn by the server, so each has a boundary of its own while it is loaded: the list stays as it is meanwhile.
const SavedViewsLayer = late(() =>
  import("@/components/shared/saved-views-layer").then((module) => module.SavedViewsLayer),
);
const ColumnsLayer = late(() => import("@/components/shared/columns-layer").then((module) => module.ColumnsLayer));
const ExportLayer = late(() => import("@/components/shared/export-layer").then((module) => module.ExportLayer));

const tools = [
  { label: "Views", icon: Bookmark, layer: SavedViewsLayer },
  { label: "Columns", icon: Columns3, layer: ColumnsLayer },
  { label: "Export", icon: Download, layer: ExportLayer },
] as const;

/** What is done with a list as it is shown: its saved views, its columns, the file of it. */
export function ListTools({ columns }: { readonly columns: readonly NamedColumn[] }) {
  const list = useListScope();
  if (list === null) return null;
  return (
    <div role="group" aria-label={`View of ${list.noun}`} className="flex flex-wrap justify-end gap-1.5">
      {tools.map(({ label, icon: Icon, layer }) => (
        <PopoverButton
          key={label}
          icon={<Icon aria-hidden="true" className="size-3.5" />}
          columns={columns}
          layer={layer}
        >
          {label}
        </PopoverButton>
      ))}
    </div>
  );
}
