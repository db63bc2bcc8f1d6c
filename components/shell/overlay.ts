import { useSyncExternalStore } from "react";

/** What can be opened over any page from the keyboard. */
export type Overlay = "palette" | "shortcuts";

type State = {
  readonly open: Overlay | null;
  /** Whether the keys are listened to: their code comes after the page. */
  readonly hasKeys: boolean;
};

let state: State = { open: null, hasKeys: false };
const atStart = state;
const listeners = new Set<() => void>();

function set(next: Partial<State>): void {
  state = { ...state, ...next };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** So long after its key what is typed is kept for the palette, whose code may still be on its way. */
const keptForMs = 5_000;

let typedAhead = "";
let openedAtMs = 0;

export function openOverlay(open: Overlay): void {
  typedAhead = "";
  openedAtMs = Date.now();
  set({ open });
}

/**
 * Keeps a letter for the palette while that is opened and not there yet, or takes the last one back. `true` when it was
 * kept: the page should not have it too.
 */
export function typeAhead(event: KeyboardEvent): boolean {
  const { key, ctrlKey, metaKey, altKey } = event;
  // AltGr, which some keyboards write "@" with, is said as both.
  const isCommand = (ctrlKey || metaKey || altKey) && !event.getModifierState("AltGraph");
  if (state.open !== "palette" || Date.now() - openedAtMs > keptForMs || isCommand) return false;
  // What is chosen is what is seen: it presses nothing behind the palette either.
  if (key === "Enter") return true;
  if (key === "Backspace") typedAhead = typedAhead.slice(0, -1);
  else if ([...key].length === 1) typedAhead += key;
  else return false;
  return true;
}

/** What was typed before the palette was there. */
export const typedBefore = (): string => typedAhead;

/** The same, once: from now on the palette hears the keys itself. */
export function takeTyped(): string {
  const taken = typedAhead;
  typedAhead = "";
  return taken;
}

export const closeOverlay = (): void => set({ open: null });
export const setHasKeys = (hasKeys: boolean): void => set({ hasKeys });

/** What is open over the page. */
export const useOverlay = (): State =>
  useSyncExternalStore(
    subscribe,
    () => state,
    () => atStart,
  );
