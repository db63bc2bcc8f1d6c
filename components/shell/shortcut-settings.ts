import { useSyncExternalStore } from "react";
import { settingsFrom, standardSettings, type ShortcutSettings } from "@/components/shell/shortcuts";

const storageKey = "zpr-console.shortcuts";
const listeners = new Set<() => void>();
let known: { readonly text: string | null; readonly settings: ShortcutSettings } | null = null;
/** What was chosen in a browser that keeps nothing: it holds until the page is closed. */
let unkept: string | null = null;

function keptText(): string | null {
  try {
    return localStorage.getItem(storageKey) ?? unkept;
  } catch {
    return unkept;
  }
}

/** What holds now. */
export function currentShortcuts(): ShortcutSettings {
  const text = keptText();
  if (known === null || known.text !== text) known = { text, settings: settingsFrom(text) };
  return known.settings;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

function choose(settings: ShortcutSettings): void {
  unkept = JSON.stringify(settings);
  try {
    localStorage.setItem(storageKey, unkept);
  } catch {
    // See `unkept`.
  }
  for (const listener of listeners) listener();
}

/** The shortcuts of this browser and a function that chooses others; the same in all its tabs. */
export function useShortcutSettings(): readonly [ShortcutSettings, (settings: ShortcutSettings) => void] {
  return [useSyncExternalStore(subscribe, currentShortcuts, () => standardSettings), choose];
}
