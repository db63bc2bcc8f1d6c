"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { useRef, useState } from "react";
import { columnsText, shownColumns } from "@/components/shared/data-columns";
import { chooseDensity, densityNow } from "@/components/shared/density";
import { densities } from "@/components/shared/density-script";
import { keepColumns } from "@/components/shared/list-preferences";
import { useListScope } from "@/components/shared/list-scope";
import type { ListLayerProps, NamedColumn } from "@/components/shared/popover-button";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { IconButton } from "@/components/ui/icon-button";
import { useAnnounce } from "@/components/ui/live-region";
import { Popover } from "@/components/ui/popover";
import { Segmented } from "@/components/ui/segmented";

const densityOptions = densities.map((density) => ({
  value: density,
  label: { compact: "Compact", default: "Usual", comfortable: "Roomy" }[density],
}));

/** Which columns a list shows, in which order, and how close its rows stand. Kept in this browser. */
export function ColumnsLayer({ columns, anchor, onClose }: ListLayerProps) {
  const list = useListScope();
  const announce = useAnnounce();
  const items = useRef<HTMLUListElement>(null);
  const [density, setDensity] = useState(densityNow);
  if (list === null) return null;
  const [first, ...others] = columns;
  const shown = shownColumns(columns, list.address.columns).slice(1);
  const hidden = others.filter((column) => !shown.includes(column));
  const show = (next: readonly NamedColumn[]) => {
    const ids = next.map(({ id }) => id);
    const text = columnsText(columns, ids);
    keepColumns(list.name, text);
    list.onAddress({ columns: text });
  };
  const move = (column: NamedColumn, by: -1 | 1) => {
    const at = shown.indexOf(column);
    const next = shown.filter((each) => each !== column).toSpliced(at + by, 0, column);
    show(next);
    announce(`${column.header} is column ${at + by + 2} of ${next.length + 1}`);
    // The row moves and its buttons with it: the one that was pressed keeps the focus, or the other at the end.
    const isAtEnd = at + by === 0 || at + by === next.length - 1;
    const wanted = isAtEnd ? (by < 0 ? "down" : "up") : by < 0 ? "up" : "down";
    requestAnimationFrame(() =>
      items.current?.querySelector<HTMLElement>(`[data-column="${column.id}"] [data-move="${wanted}"]`)?.focus(),
    );
  };
  return (
    <Popover title="Columns" anchor={anchor} onClose={onClose}>
      <ul ref={items} aria-label="Columns in order" className="py-1">
        <li className="flex min-h-8 items-center px-3">
          <Checkbox label={first?.header} isChecked isDisabled onChange={() => undefined} />
          <span className="text-note text-muted ml-auto">Always first</span>
        </li>
        {[...shown, ...hidden].map((column) => {
          const at = shown.indexOf(column);
          return (
            <li
              key={column.id}
              data-column={column.id}
              className="hover:bg-hover flex min-h-8 items-center justify-between gap-2 pr-2 pl-3"
            >
              <Checkbox
                label={column.header}
                isChecked={at >= 0}
                isDisabled={at >= 0 && shown.length === 1}
                onChange={(isShown) => show(isShown ? [...shown, column] : shown.filter((each) => each !== column))}
              />
              {at >= 0 && (
                <span className="flex">
                  <IconButton
                    size="small"
                    data-move="up"
                    label={`Move ${column.header} earlier`}
                    icon={<ArrowUp aria-hidden="true" className="size-3.5" />}
                    disabledReason={at === 0 ? "It comes first after the name" : undefined}
                    onClick={() => move(column, -1)}
                  />
                  <IconButton
                    size="small"
                    data-move="down"
                    label={`Move ${column.header} later`}
                    icon={<ArrowDown aria-hidden="true" className="size-3.5" />}
                    disabledReason={at === shown.length - 1 ? "It comes last" : undefined}
                    onClick={() => move(column, 1)}
                  />
                </span>
              )}
            </li>
          );
        })}
      </ul>
      <div className="border-line flex flex-col gap-3 border-t p-3">
        <Segmented
          label="Rows"
          value={density}
          options={densityOptions}
          onValueChange={(chosen) => {
            setDensity(chosen);
            chooseDensity(chosen);
          }}
        />
        <Button
          size="small"
          className="self-start"
          disabledReason={list.address.columns === "" ? "These are the list's own columns" : undefined}
          onClick={() => show(others)}
        >
          Reset columns
        </Button>
      </div>
    </Popover>
  );
}
