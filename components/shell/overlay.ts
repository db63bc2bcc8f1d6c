import { useSyncExternalStore } from "react";

/** What can be opened over any page from the keyboard. */
export type Overlay = "palette" | "shortcuts";

type State = {
  readonly open: Overlay | null;
  /** Whether the keys are listened to: their code comes after the page. */
  readonly hasKeys: boolean;
  /** How many times something was opened, and when last, in epoch milliseconds. */
  readonly opening: number;
  readonly openedAtMs: number;
};

let state: State = { open: null, hasKeys: false, opening: 0, openedAtMs: 0 };
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

export const openOverlay = (open: Overlay): void => set({ open, opening: state.opening + 1, openedAtMs: Date.now() });
export const closeOverlay = (): void => set({ open: null });
export const setHasKeys = (hasKeys: boolean): void => set({ hasKeys });

/** What is open over the page. */
export const useOverlay = (): State =>
  useSyncExternalStore(
    subscribe,
    () => state,
    () => atStart,
  );

/** The same, for what draws nothing. */
export const overlayNow = (): State => state;
