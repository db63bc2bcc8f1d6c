import "server-only";
import type { LimitFunction } from "p-limit";
import type { FailedCall } from "@/lib/oci/errors";
import { networkErrorFrom } from "@/lib/oci/network-error";

/**
 * Runs a task when the limiter has room. A call that is aborted while it waits in line leaves at once and never runs;
 * throws `OciRequestError` with code `Aborted` then.
 */
export async function runLimited<T>(
  limit: LimitFunction,
  call: FailedCall & { readonly signal?: AbortSignal | undefined },
  task: () => Promise<T>,
): Promise<T> {
  const { signal } = call;
  if (signal === undefined) return limit(task);
  let leave = () => {};
  const aborted = new Promise<never>((_, reject) => {
    leave = () => reject(networkErrorFrom(signal.reason, call));
  });
  if (signal.aborted) leave();
  else signal.addEventListener("abort", leave, { once: true });
  try {
    return await Promise.race([aborted, limit(() => (signal.aborted ? aborted : task()))]);
  } finally {
    signal.removeEventListener("abort", leave);
  }
}
