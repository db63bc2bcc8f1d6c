"use client";

import { Autocomplete as Base } from "@base-ui/react/autocomplete";
import { Dialog } from "@base-ui/react/dialog";
import { Search } from "lucide-react";
import { useId, useState, type ReactNode } from "react";
import { Literal } from "@/components/ui/literal";

export type PaletteItem = {
  /** Stands once in the palette. */
  readonly value: string;
  readonly label: string;
  /** What it is, or where. */
  readonly note?: string | undefined;
  readonly icon?: ReactNode;
};

export type PaletteGroup<T extends PaletteItem> = { readonly value: string; readonly items: readonly T[] };

type CommandPaletteProps<T extends PaletteItem> = {
  readonly label: string;
  readonly placeholder: string;
  readonly query: string;
  readonly onQueryChange: (query: string) => void;
  /** Called when the box gets the focus: what is typed from now on comes to it. */
  readonly onReady: () => void;
  /** What is offered for the query, best first: the palette leaves nothing out. */
  readonly groups: readonly PaletteGroup<T>[];
  /** How many there are, or what is awaited: read out when it changes. */
  readonly status: string;
  /** Called once the palette is gone. */
  readonly onChoose: (item: T) => void;
  readonly onClose: () => void;
};

/** A box in which one types, over a list from which the arrow keys choose: a dialog over everything. */
export function CommandPalette<T extends PaletteItem>({
  label,
  placeholder,
  query,
  onQueryChange,
  onReady,
  groups,
  status,
  onChoose,
  onClose,
}: CommandPaletteProps<T>) {
  const help = useId();
  const [opener] = useState(() => document.activeElement);
  const choose = (item: T) => {
    onClose();
    // The dialog gives the focus back first, so that what is chosen may move it on.
    requestAnimationFrame(() => onChoose(item));
  };
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="layer-in bg-scrim fixed inset-0 z-40" />
        <Dialog.Viewport className="fixed inset-0 z-50 flex items-start justify-center overflow-hidden px-3 pt-3 sm:pt-[12vh]">
          <Dialog.Popup
            aria-label={label}
            finalFocus={() => (opener instanceof HTMLElement && opener !== document.body ? opener : true)}
            className="layer-in rounded-box border-line bg-raised shadow-float flex max-h-[calc(100dvh-1.5rem)] w-full max-w-xl flex-col border sm:max-h-[70vh]"
          >
            <Base.Root
              open
              inline
              mode="none"
              items={groups}
              itemToStringValue={(item: T) => item.label}
              value={query}
              onValueChange={onQueryChange}
              autoHighlight="always"
              keepHighlight
            >
              <Base.InputGroup className="border-line flex items-center gap-2.5 border-b px-4">
                <Search aria-hidden="true" className="text-muted size-4 shrink-0" />
                <Base.Input
                  aria-label={label}
                  aria-describedby={help}
                  placeholder={placeholder}
                  onFocus={onReady}
                  spellCheck={false}
                  className="text-prose placeholder:text-muted h-12 w-full min-w-0 bg-transparent outline-none any-pointer-coarse:text-[1rem]"
                />
              </Base.InputGroup>
              <Base.List aria-label={label} className="min-h-0 flex-1 overflow-y-auto overscroll-contain pb-2">
                {(group: PaletteGroup<T>) => (
                  <Base.Group key={group.value} items={group.items}>
                    <Base.GroupLabel className="text-note text-muted px-4 pt-3 pb-1 font-medium">
                      {group.value}
                    </Base.GroupLabel>
                    <Base.Collection>
                      {(item: T) => <PaletteRow key={item.value} item={item} onChoose={() => choose(item)} />}
                    </Base.Collection>
                  </Base.Group>
                )}
              </Base.List>
            </Base.Root>
            <footer className="border-line text-note text-muted flex items-center justify-between gap-4 border-t px-4 py-2">
              <p role="status" className="min-h-4 min-w-0">
                {status}
              </p>
              <span id={help} className="shrink-0 max-sm:sr-only">
                Arrow keys choose, Enter opens, Escape closes
              </span>
              <Dialog.Close className="sr-only">Close</Dialog.Close>
            </footer>
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function PaletteRow({ item, onChoose }: { readonly item: PaletteItem; readonly onChoose: () => void }) {
  return (
    <Base.Item
      value={item}
      onClick={onChoose}
      className="data-highlighted:bg-selected mx-2 flex min-h-9 items-center gap-2.5 rounded-[4px] px-2 py-1 outline-none select-none"
    >
      {item.icon !== undefined && <span className="text-muted shrink-0">{item.icon}</span>}
      <Literal text={item.label} className="min-w-0 flex-1 wrap-anywhere" />
      {item.note !== undefined && (
        <Literal text={item.note} className="text-note text-muted max-w-[55%] min-w-0 text-right wrap-anywhere" />
      )}
    </Base.Item>
  );
}
