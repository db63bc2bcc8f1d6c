import { invalidatedRetryToken } from "@/emulator/core/errors";
import type { Answer } from "@/emulator/core/operation";

export type RetryTokens = {
  /** The answer that this token got the first time, or null. Throws 409 when the repeat asks for something else. */
  readonly replay: (key: string, request: string, now: number) => Answer | null;
  readonly remember: (key: string, request: string, answer: Answer, now: number) => void;
};

const lifetimeMs = 24 * 3_600_000;

/** What `opc-retry-token` promises: a repeat within 24 hours does nothing twice. */
export function createRetryTokens(): RetryTokens {
  const remembered = new Map<string, { readonly request: string; readonly answer: Answer; readonly since: number }>();
  return {
    replay(key, request, now) {
      const first = remembered.get(key);
      if (first === undefined || now - first.since > lifetimeMs) return null;
      if (first.request !== request) throw invalidatedRetryToken();
      return first.answer;
    },
    remember: (key, request, answer, now) => void remembered.set(key, { request, answer, since: now }),
  };
}
