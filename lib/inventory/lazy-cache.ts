import "server-only";
import type { CoverageEntry } from "@/lib/inventory/inventory";
import { makeLanes } from "@/lib/inventory/lanes";
import { failureOf } from "@/lib/inventory/ledger";
import type { OciContext } from "@/lib/oci/clients";
import type { Principal } from "@/lib/oci/principal";
import { notAsked, type Reading } from "@/lib/oke/readiness/reading";

/** As old as a part of the inventory may become before it is read anew. */
const maxAgeMs = 5 * 60_000;
/** A read that failed, not one that was refused, is tried again after so long. */
const retryAfterMs = 15_000;

/** Things of one kind that are read when a page asks for them, beside the pass over the tenancy. */
export type LazyCache<Place, T> = {
  /** What is known of it now. Reads nothing. */
  readonly peek: (principal: Principal, place: Place) => Reading<T>;
  /**
   * What is known of it, read unless that was done in the last five minutes; two who ask at once are given one answer.
   * Never throws: why nothing came stands in the reading.
   */
  readonly read: (ociContext: OciContext, place: Place, options?: { readonly isAnew?: boolean }) => Promise<Reading<T>>;
  /** A line for each place that was read, with how its last read ended. */
  readonly ledger: (principal: Principal) => readonly CoverageEntry[];
};

/** Where something is read: in a region, and perhaps of one compartment, or of one thing. */
type Somewhere = {
  readonly region: string;
  readonly compartmentId?: string;
  readonly clusterId?: string;
  readonly privateIpId?: string;
  readonly userId?: string;
  readonly kubernetesVersion?: string;
};

export type LazyCacheOptions<Place extends Somewhere, T> = {
  readonly service: string;
  /** The SDK's name of the operation. */
  readonly operation: string;
  readonly read: (ociContext: OciContext, place: Place) => Promise<T>;
  /** Epoch milliseconds. */
  readonly now: () => number;
};

type Held<Place, T> = {
  readonly owner: string;
  readonly place: Place;
  reading: Reading<T>;
  durationMs: number;
  pending: Promise<Reading<T>> | null;
};

function ledgerLine<T>(
  operation: string,
  { place, reading, durationMs }: Held<Somewhere, T>,
): readonly CoverageEntry[] {
  if (reading.state === "not-asked") return [];
  const { state, readAt } = reading;
  const { region, compartmentId = null } = place;
  const target = place.clusterId ?? place.privateIpId ?? place.userId ?? place.kubernetesVersion ?? null;
  const isRead = state === "read";
  const count = !isRead ? 0 : Array.isArray(reading.value) ? reading.value.length : 1;
  const problem = isRead
    ? null
    : { code: reading.code ?? "Unknown", message: reading.message, opcRequestId: reading.opcRequestId };
  return [{ operation, region, compartmentId, target, outcome: state, readAt, durationMs, count, problem }];
}

/** Makes an empty cache, one reading a principal and place. */
export function makeLazyCache<Place extends Somewhere, T>({
  service,
  operation,
  read,
  now,
}: LazyCacheOptions<Place, T>): LazyCache<Place, T> {
  const all = new Map<string, Held<Place, T>>();
  const lanes = makeLanes();

  const keyOf = ({ cacheKey }: Principal, place: Place) =>
    JSON.stringify([cacheKey, ...Object.entries(place).toSorted(([a], [b]) => (a < b ? -1 : 1))]);

  const readNow = async (ociContext: OciContext, place: Place): Promise<Reading<T>> => {
    const readAt = () => new Date(now()).toISOString();
    try {
      const value = await lanes.run(service, place.region, () => read(ociContext, place));
      return { state: "read", value, readAt: readAt() };
    } catch (thrown) {
      const { outcome, problem } = failureOf(thrown, operation);
      return {
        state: outcome === "refused" ? "refused" : "failed",
        message: problem?.message ?? "OCI gave no reason.",
        code: problem?.code ?? null,
        opcRequestId: problem?.opcRequestId ?? null,
        readAt: readAt(),
      };
    }
  };

  const isGood = (reading: Reading<T>): boolean => {
    if (reading.state === "not-asked") return false;
    return now() - Date.parse(reading.readAt) < (reading.state === "failed" ? retryAfterMs : maxAgeMs);
  };

  return {
    peek: (principal, place) => all.get(keyOf(principal, place))?.reading ?? notAsked,
    read(ociContext, place, { isAnew = false } = {}) {
      const key = keyOf(ociContext.principal, place);
      const held: Held<Place, T> = all.get(key) ?? {
        owner: ociContext.principal.cacheKey,
        place,
        reading: notAsked,
        durationMs: 0,
        pending: null,
      };
      all.set(key, held);
      if (held.pending !== null) return held.pending;
      if (!isAnew && isGood(held.reading)) return Promise.resolve(held.reading);
      const startedMs = now();
      held.pending = readNow(ociContext, place).then((reading) => {
        held.reading = reading;
        held.durationMs = now() - startedMs;
        held.pending = null;
        return reading;
      });
      return held.pending;
    },
    ledger: ({ cacheKey }) =>
      [...all.values()].filter(({ owner }) => owner === cacheKey).flatMap((held) => ledgerLine(operation, held)),
  };
}
