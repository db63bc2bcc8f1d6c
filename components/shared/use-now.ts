import { useSyncExternalStore } from "react";

const tickMs = 5_000;

let now = 0;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === undefined) {
    now = Date.now();
    timer = setInterval(() => {
      now = Date.now();
      for (const each of listeners) each();
    }, tickMs);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

const read = () => (now === 0 ? (now = Date.now()) : now);

/** The time in milliseconds, to five seconds, from one clock for the page; `null` on the server. */
export const useNow = (): number | null => useSyncExternalStore(subscribe, read, () => null);
