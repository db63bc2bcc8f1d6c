import "server-only";
import { randomUUID } from "node:crypto";

/** Time and ids, passed in so that tests need not wait. */
export type ChangeClock = {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly newId: () => string;
};

export const systemClock: ChangeClock = {
  now: () => Date.now(),
  sleep: (milliseconds) =>
    new Promise((resolve) => {
      // A change that is waited for must not keep a console that is told to stop from stopping.
      setTimeout(resolve, milliseconds).unref();
    }),
  newId: () => randomUUID(),
};

/** Calls `wait` before each further look: 1 s at first, growing by half, 5 s at most. */
export function growingWait(clock: ChangeClock): () => Promise<void> {
  let milliseconds = 1000;
  return async () => {
    await clock.sleep(milliseconds);
    milliseconds = Math.min(milliseconds * 1.5, 5000);
  };
}
