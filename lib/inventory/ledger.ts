import "server-only";
import type { CoverageEntry, CoverageScope } from "@/lib/inventory/inventory";
import type { Lanes } from "@/lib/inventory/lanes";
import { scopeKey, type ScopeObjects, type ScopeResult } from "@/lib/inventory/scope-result";
import { ociErrorFrom } from "@/lib/oci/errors";

/** Oracle's answers that mean "not for you"; everything else that is not an answer is a failure. */
const refusals = ["NotAuthorizedOrNotFound", "NotAuthorized", "NotAllowed", "NotAuthenticated", "NotFound"];

/** Everything a running pass has read so far, one result a scope, in the order in which the answers came. */
export type Ledger = {
  /**
   * Reads one scope and writes down how it went; never throws. Gives what there is of the scope now: the answer, an
   * earlier pass's where the read failed, nothing where it was refused.
   */
  readonly read: (service: string, scope: CoverageScope, run: () => Promise<ScopeObjects>) => Promise<ScopeResult>;
  readonly results: () => readonly ScopeResult[];
  /** Scopes that are known of, done or not. */
  readonly scopes: () => readonly CoverageScope[];
  /** Ends when the next scope is done. */
  readonly whenChanged: () => Promise<void>;
};

export type LedgerOptions = {
  readonly lanes: Lanes;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** What an earlier pass read: shown on where a scope fails now, never where it is refused. */
  readonly previous: readonly ScopeResult[];
};

const countOf = (objects: ScopeObjects): number =>
  Object.values(objects).reduce((sum: number, value) => sum + (Array.isArray(value) ? value.length : 1), 0);

/** How a read that threw is written down. */
export function failureOf(thrown: unknown, operation: string): Pick<CoverageEntry, "outcome" | "problem"> {
  const { code, message, opcRequestId } = ociErrorFrom(thrown, { operation, isWrite: false, wasSent: true });
  return { outcome: refusals.includes(code) ? "refused" : "failed", problem: { code, message, opcRequestId } };
}

function keptOf(earlier: ScopeResult | undefined): Pick<ScopeResult, "objects"> & Pick<CoverageEntry, "keptFrom"> {
  if (!earlier || Object.keys(earlier.objects).length === 0) return { objects: {} };
  return { objects: earlier.objects, keptFrom: earlier.entry.keptFrom ?? earlier.entry.readAt };
}

/** Makes an empty ledger. */
export function makeLedger({ lanes, now, previous }: LedgerOptions): Ledger {
  const results: ScopeResult[] = [];
  const scopes: CoverageScope[] = [];
  const previousByKey = new Map(previous.map((result) => [scopeKey(result.entry), result]));
  let waiting: (() => void)[] = [];

  const writeDown = (result: ScopeResult): ScopeResult => {
    results.push(result);
    const woken = waiting;
    waiting = [];
    for (const wake of woken) wake();
    return result;
  };

  return {
    async read(service, scope, run) {
      scopes.push(scope);
      let startedMs = now();
      const measured = () => ({ ...scope, readAt: new Date(startedMs).toISOString(), durationMs: now() - startedMs });
      try {
        const objects = await lanes.run(service, scope.region, () => {
          startedMs = now();
          return run();
        });
        return writeDown({
          entry: { ...measured(), outcome: "read", count: countOf(objects), problem: null },
          objects,
        });
      } catch (thrown) {
        const failure = failureOf(thrown, scope.operation);
        const { objects, ...kept } = keptOf(
          failure.outcome === "failed" ? previousByKey.get(scopeKey(scope)) : undefined,
        );
        return writeDown({ entry: { ...measured(), ...failure, count: 0, ...kept }, objects });
      }
    },
    results: () => results,
    scopes: () => scopes,
    whenChanged: () => new Promise((wake) => waiting.push(wake)),
  };
}
