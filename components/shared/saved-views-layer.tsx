"use client";

import { Pencil, Star, Trash2 } from "lucide-react";
import { usePathname } from "next/navigation";
import { useState, type ReactNode } from "react";
import { keepViews, type SavedView, savedViews } from "@/components/shared/list-preferences";
import { useListScope } from "@/components/shared/list-scope";
import type { ListLayerProps } from "@/components/shared/popover-button";
import { ScopedLink } from "@/components/shared/scoped-link";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { IconButton } from "@/components/ui/icon-button";
import { useAnnounce } from "@/components/ui/live-region";
import { Popover } from "@/components/ui/popover";
import { TextField } from "@/components/ui/text-field";
import { cn } from "@/lib/cn";

const icon = (Icon: typeof Star, className?: string): ReactNode => (
  <Icon aria-hidden="true" className={cn("size-3.5", className)} />
);

/** The views of a list that were given a name: to open, save, rename, delete, share, and to open with. */
export function SavedViewsLayer({ anchor, onClose }: ListLayerProps) {
  const list = useListScope()?.name ?? "";
  const pathname = usePathname();
  const announce = useAnnounce();
  const [views, setViews] = useState(() => savedViews(list));
  const [name, setName] = useState("");
  const [renamed, setRenamed] = useState<SavedView | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const keep = (next: readonly SavedView[], said: string) => {
    const isKept = keepViews(list, next);
    setViews(isKept ? savedViews(list) : next);
    setProblem(isKept ? null : "This browser keeps nothing for this page: the views are gone when it is closed.");
    announce(said);
  };
  const save = () => {
    const wanted = name.trim();
    const others = views.filter((view) => view.name !== (renamed?.name ?? wanted));
    if (wanted === "") return setProblem("Give the view a name.");
    if (renamed !== null && others.some((view) => view.name === wanted)) {
      return setProblem("Another view has this name.");
    }
    const before = views.find((view) => view.name === wanted);
    const view = renamed ?? { search: window.location.search, isDefault: before?.isDefault ?? false };
    keep([...others, { ...view, name: wanted }], `${wanted} saved`);
    setName("");
    return setRenamed(null);
  };
  return (
    <Popover title="Saved views" anchor={anchor} onClose={onClose} className="w-96">
      {views.length === 0 ? (
        <p className="text-muted p-3">
          None yet. A view is everything in the address: filters, order, columns and rows shown. It is kept in this
          browser.
        </p>
      ) : (
        <ul aria-label="Saved views" className="py-1">
          {views.map((view) => (
            <li key={view.name} className="hover:bg-hover flex min-h-9 items-center gap-1 pr-2 pl-3">
              <span className="mr-auto min-w-0 wrap-anywhere">
                <ScopedLink href={`${pathname}${view.search}`} prefetch={false} onClick={onClose} className="text-link">
                  {view.name}
                </ScopedLink>
                {view.isDefault && <span className="text-note text-muted"> opens first</span>}
              </span>
              <IconButton
                size="small"
                label={view.isDefault ? `Do not open first: ${view.name}` : `Open first: ${view.name}`}
                aria-pressed={view.isDefault}
                icon={icon(Star, view.isDefault ? "text-accent fill-current" : undefined)}
                onClick={() =>
                  keep(
                    views.map((each) => ({ ...each, isDefault: each === view && !view.isDefault })),
                    view.isDefault ? `${view.name} no longer opens first` : `${view.name} opens first`,
                  )
                }
              />
              <CopyButton text={`${window.location.origin}${pathname}${view.search}`} what={`link of ${view.name}`} />
              <IconButton
                size="small"
                label={`Rename ${view.name}`}
                icon={icon(Pencil)}
                onClick={() => {
                  setRenamed(view);
                  setName(view.name);
                }}
              />
              <IconButton
                size="small"
                label={`Delete ${view.name}`}
                icon={icon(Trash2)}
                onClick={() =>
                  keep(
                    views.filter((each) => each !== view),
                    `${view.name} deleted`,
                  )
                }
              />
            </li>
          ))}
        </ul>
      )}
      <form
        className="border-line flex flex-col gap-2 p-3 not-first:border-t"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextField
          label={renamed === null ? "Name of this view" : `New name of ${renamed.name}`}
          value={name}
          onValueChange={setName}
          error={problem ?? undefined}
        />
        <div className="flex gap-2">
          <Button size="small" type="submit">
            {renamed === null ? "Save this view" : "Rename"}
          </Button>
          {renamed !== null && (
            <Button
              size="small"
              onClick={() => {
                setRenamed(null);
                setName("");
              }}
            >
              Cancel
            </Button>
          )}
        </div>
      </form>
    </Popover>
  );
}
