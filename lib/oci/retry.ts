import "server-only";
import { setTimeout as sleep } from "node:timers/promises";

export type RetryOptions = {
  /** All attempts at one read, the first included. A write is attempted once. */
  readonly maxAttempts: number;
  readonly baseDelayMs: number;
  readonly maxDelayMs: number;
  /** A longer Retry-After is cut to this. */
  readonly maxRetryAfterMs: number;
  /** Between 0 and 1, as `Math.random`. */
  readonly random: () => number;
  /** Waits so many milliseconds; rejects when the signal aborts. */
  readonly delay: (ms: number, signal: AbortSignal | undefined) => Promise<void>;
};

export const defaultRetryOptions: RetryOptions = {
  maxAttempts: 4,
  baseDelayMs: 500,
  maxDelayMs: 20_000,
  maxRetryAfterMs: 60_000,
  random: Math.random,
  delay: (ms, signal) => sleep(ms, undefined, signal === undefined ? {} : { signal }),
};

/**
 * Gives the milliseconds to wait after attempt number `attempt` (the first is 1). What the service asked for wins;
 * else anything up to an exponentially growing cap ("full jitter"), so that callers do not come back in step.
 */
export function retryDelayMs(attempt: number, retryAfterSeconds: number | null, options: RetryOptions): number {
  if (retryAfterSeconds !== null) return Math.min(retryAfterSeconds * 1000, options.maxRetryAfterMs);
  return options.random() * Math.min(options.baseDelayMs * 2 ** (attempt - 1), options.maxDelayMs);
}

/** Takes a Retry-After header (seconds or a date) and the present in epoch milliseconds, gives seconds or `null`. */
export function retryAfterSecondsFrom(header: string | null, nowMs: number): number | null {
  if (header === null) return null;
  if (/^\d+$/.test(header.trim())) return Number(header);
  const dateMs = Date.parse(header);
  return Number.isNaN(dateMs) ? null : Math.max(0, Math.ceil((dateMs - nowMs) / 1000));
}
