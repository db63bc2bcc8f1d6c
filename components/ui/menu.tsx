"use client";

import { Menu as Base } from "@base-ui/react/menu";
import { MoreHorizontal } from "lucide-react";
import { cn } from "@/lib/cn";

export type MenuAction = {
  readonly label: string;
  readonly onSelect: () => void;
  /** Set: the action is listed, does nothing, and says this. */
  readonly disabledReason?: string | undefined;
  readonly isDestructive?: boolean;
};

/** The actions of one row, as data; destructive ones last. `label` names the row: "Actions for pool-a". */
export function RowMenu({ label, actions }: { readonly label: string; readonly actions: readonly MenuAction[] }) {
  return (
    <Base.Root>
      <Base.Trigger
        aria-label={label}
        className="rounded-box text-muted hover:bg-hover hover:text-ink data-popup-open:bg-hover inline-flex size-7 items-center justify-center"
      >
        <MoreHorizontal aria-hidden="true" className="size-4" />
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} align="end" className="z-[60] outline-none">
          <Base.Popup className="layer-in rounded-box border-line bg-raised shadow-float max-w-80 min-w-44 border py-1 outline-none">
            {actions.map((action) => (
              <MenuItem key={action.label} action={action} />
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function MenuItem({ action }: { readonly action: MenuAction }) {
  const isDisabled = action.disabledReason !== undefined;
  return (
    <Base.Item
      disabled={isDisabled}
      onClick={action.onSelect}
      className={cn(
        "data-highlighted:bg-selected block px-3 py-1.5 outline-none select-none",
        isDisabled ? "text-muted cursor-not-allowed" : action.isDestructive ? "text-blocked" : "text-ink",
      )}
    >
      <span className="block">{action.label}</span>
      {isDisabled && <span className="text-note block">{action.disabledReason}</span>}
    </Base.Item>
  );
}
