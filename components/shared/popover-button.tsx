"use client";

import { useRef, useState, type ComponentType, type ReactNode, type RefObject } from "react";
import type { DataColumn } from "@/components/shared/data-columns";
import { Button } from "@/components/ui/button";

/** What a layer beside a button needs. */
export type LayerProps = { readonly anchor: RefObject<HTMLElement | null>; readonly onClose: () => void };

/** A column of a list by its name. */
export type NamedColumn = Pick<DataColumn<never>, "id" | "header">;

/** What a layer about a whole list needs. */
export type ListLayerProps = LayerProps & { readonly columns: readonly NamedColumn[] };

type PopoverButtonProps = {
  readonly children: ReactNode;
  readonly icon: ReactNode;
  readonly columns: readonly NamedColumn[];
  /** What it opens; loaded when it is opened first. */
  readonly layer: ComponentType<ListLayerProps>;
};

/** A button that opens a layer beside it, and closes it again. */
export function PopoverButton({ children, icon, columns, layer: Layer }: PopoverButtonProps) {
  const anchor = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        ref={anchor}
        size="small"
        icon={icon}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {children}
      </Button>
      {isOpen && <Layer columns={columns} anchor={anchor} onClose={() => setOpen(false)} />}
    </>
  );
}
