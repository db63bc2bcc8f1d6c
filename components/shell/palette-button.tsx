"use client";

import { openOverlay, useOverlay } from "@/components/shell/overlay";

/** Opens the command palette; says its key once that is listened to. */
export function PaletteButton({ onOpen }: { readonly onOpen?: (() => void) | undefined }) {
  const { hasKeys } = useOverlay();
  return (
    <button
      type="button"
      aria-label="Open the command palette"
      aria-keyshortcuts={hasKeys ? "Control+K Meta+K" : undefined}
      onClick={() => {
        onOpen?.();
        openOverlay("palette");
      }}
      className="rounded-chip border-line text-note text-muted hover:bg-hover hover:text-ink absolute right-1 flex h-6 items-center border px-1.5 font-mono"
    >
      Ctrl K
    </button>
  );
}
