"use client";

import { Popover as Base } from "@base-ui/react/popover";
import { X } from "lucide-react";
import { useRef, type ReactNode, type RefObject } from "react";
import { cn } from "@/lib/cn";

type PopoverProps = {
  readonly title: string;
  /** What it belongs to: it stands below it, and the focus goes back there. */
  readonly anchor: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
  readonly align?: "start" | "end";
  readonly children: ReactNode;
  readonly className?: string;
};

/** A layer beside its button, for choices that take effect at once. The focus starts on its heading. Loaded when it is opened: see `PopoverButton`. */
export function Popover({ title, anchor, onClose, align = "end", children, className }: PopoverProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <Base.Root
      open
      onOpenChange={(isOpen, { event }) => {
        // A press on the button itself is the button's: it would close here and open again there.
        const isOnAnchor = event.target instanceof Node && anchor.current?.contains(event.target) === true;
        if (!isOpen && !(isOnAnchor && event.type !== "keydown")) onClose();
      }}
    >
      <Base.Portal>
        <Base.Positioner anchor={anchor} align={align} sideOffset={4} collisionPadding={8} className="z-[60]">
          <Base.Popup
            initialFocus={heading}
            finalFocus={anchor}
            className={cn(
              "layer-in rounded-box border-line bg-raised shadow-float flex max-h-[min(32rem,var(--available-height))] w-80 max-w-(--available-width) flex-col overflow-hidden border outline-none",
              className,
            )}
          >
            <div className="border-line flex items-center justify-between gap-2 border-b py-1.5 pr-1.5 pl-3">
              <Base.Title ref={heading} tabIndex={-1} className="text-body min-w-0 font-semibold wrap-anywhere">
                {title}
              </Base.Title>
              <Base.Close
                aria-label="Close"
                className="rounded-chip text-muted hover:bg-hover hover:text-ink flex size-7 shrink-0 items-center justify-center"
              >
                <X aria-hidden="true" className="size-4" />
              </Base.Close>
            </div>
            <div className="overflow-y-auto overscroll-contain">{children}</div>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
