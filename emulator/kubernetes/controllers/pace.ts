import type { TenancyClock } from "@/emulator/core/clock";

const mostRunsToMakeUpFor = 10;

/**
 * When something that recurs is due again. A clock that was moved by years does not make up for every run of those
 * years, only for the last few.
 */
export function nextDue(clock: TenancyClock, due: number, intervalMs: number): number {
  return Math.max(due + intervalMs, clock.now() - mostRunsToMakeUpFor * intervalMs);
}

/** The service controller's rate limit of retries: 5 s, doubled each time, 300 s at most. */
export function backoffMs(attempt: number): number {
  return Math.min(5000 * 2 ** attempt, 300_000);
}
