"use client";

import { useEffect } from "react";
import { useGo } from "@/components/shared/scoped-link";
import { neighbourInList, rememberList } from "@/components/shell/list-behind";
import { openOverlay, setHasKeys } from "@/components/shell/overlay";
import { places } from "@/components/shell/places";
import { currentShortcuts } from "@/components/shell/shortcut-settings";
import { placeLetters, shortcutIds, type ShortcutId } from "@/components/shell/shortcuts";
import { typeAhead } from "@/components/shell/type-ahead";
import { useAnnounce } from "@/components/ui/live-region";
import { useRefreshInventory } from "@/lib/queries/inventory";

/** So long after the key that goes to a place its letter is waited for. */
const letterWithinMs = 1_500;

const takesText =
  "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], [role=combobox], [role=listbox]";
const modal = "dialog:modal, [role=dialog]:not([popover]), [role=alertdialog], [popover][role=dialog]:popover-open";

const isTyping = ({ target }: KeyboardEvent) => target instanceof Element && target.closest(takesText) !== null;

function focusFilter(): void {
  const boxes = document.querySelectorAll<HTMLElement>("main input[data-filter-box], header input[type=search]");
  const box = [...boxes].toSorted((a, b) => Number(b.closest("main") !== null) - Number(a.closest("main") !== null));
  box.find((each) => each.checkVisibility())?.focus();
}

/**
 * Listens to the keys that work on every page. Those of one character are silent where text is typed, in dialogs, and
 * when a person has switched them off; none takes a key of the browser or of a screen reader.
 */
export function useShortcutKeys(): void {
  const go = useGo();
  const announce = useAnnounce();
  const { mutate: refresh } = useRefreshInventory();
  useEffect(() => {
    let awaitsLetterUntil = 0;
    const step = (by: 1 | -1) => {
      const found = neighbourInList(window.location.pathname, by);
      announce(found.words);
      if ("href" in found) go(found.href);
    };
    const deeds: Record<ShortcutId, () => void> = {
      help: () => openOverlay("shortcuts"),
      filter: focusFilter,
      go: () => {
        awaitsLetterUntil = Date.now() + letterWithinMs;
      },
      refresh: () => {
        announce("Reading the tenancy again");
        refresh();
      },
      previous: () => step(-1),
      next: () => step(1),
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      // The palette may be there already and not have the focus yet.
      if (document.activeElement?.closest("[role=dialog]") == null && typeAhead(event)) {
        event.preventDefault();
        return;
      }
      if (document.querySelector(modal) !== null) return;
      const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      if (isCommand && event.key.toLowerCase() === "k") {
        event.preventDefault();
        openOverlay("palette");
        return;
      }
      const { isOn, keys } = currentShortcuts();
      if (!isOn || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      const place = places.find(({ href }) => placeLetters[href] === event.key);
      const isLetter = Date.now() < awaitsLetterUntil;
      awaitsLetterUntil = 0;
      if (isLetter && place) {
        event.preventDefault();
        go(place.href);
        return;
      }
      const id = shortcutIds.find((each) => keys[each] === event.key);
      if (id === undefined) return;
      event.preventDefault();
      deeds[id]();
    };
    document.addEventListener("keydown", onKey);
    document.addEventListener("click", rememberList, { capture: true });
    setHasKeys(true);
    return () => {
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("click", rememberList, { capture: true });
      setHasKeys(false);
    };
  }, [go, announce, refresh]);
}
