import { useSyncExternalStore } from "react";
import { storageKey } from "@/components/shell/theme-script";

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

const listeners = new Set<() => void>();

function apply(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  for (const listener of listeners) listener();
}

const themeOf = (word: string | null | undefined): Theme => (word === "light" || word === "dark" ? word : "system");

const shown = (): Theme => themeOf(document.documentElement.dataset.theme);

/** Another tab may have chosen between the first paint and the moment from which this one listens. */
function applyKept(): void {
  try {
    const kept = themeOf(localStorage.getItem(storageKey));
    if (kept !== shown()) apply(kept);
  } catch {
    // As in `choose`: what is shown is all there is.
  }
}

function subscribe(listener: () => void): () => void {
  const onStorage = (event: StorageEvent) => {
    if (event.key === storageKey) apply(themeOf(event.newValue));
  };
  listeners.add(listener);
  window.addEventListener("storage", onStorage);
  applyKept();
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", onStorage);
  };
}

function choose(theme: Theme): void {
  try {
    if (theme === "system") localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, theme);
  } catch {
    // A browser that keeps nothing still shows the theme until the page is closed.
  }
  apply(theme);
}

/** The chosen theme and a function that chooses; kept in this browser and the same in all its tabs. */
export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  const theme = useSyncExternalStore(subscribe, shown, (): Theme => "system");
  return [theme, choose];
}
