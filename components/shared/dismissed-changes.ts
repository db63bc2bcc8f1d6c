"use client";

import { useSyncExternalStore } from "react";

const storageKey = "zpr-dismissed-changes";
const keptIds = 200;
const listeners = new Set<() => void>();

const readText = (): string => {
  try {
    return window.localStorage.getItem(storageKey) ?? "";
  } catch {
    return "";
  }
};

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

/** Takes an ended change off the pages of this browser. It stays in the list of changes. */
export function dismissChange(id: string): void {
  const ids = [id, ...readText().split(" ")].slice(0, keptIds);
  try {
    window.localStorage.setItem(storageKey, ids.join(" "));
  } catch {
    // A browser that keeps nothing shows the row again after a reload; nothing else is lost.
  }
  for (const listener of listeners) listener();
}

/** The ids of the changes that were dismissed in this browser. */
export function useDismissedChanges(): ReadonlySet<string> {
  const text = useSyncExternalStore(subscribe, readText, () => "");
  return new Set(text.split(" "));
}
