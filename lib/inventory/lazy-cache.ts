import "server-only";
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
};

export type LazyCacheOptions<Place extends { readonly region: string }, T> = {
  readonly service: string;
  /** The SDK's name of the operation. */
  readonly operation: string;
  readonly read: (ociContext: OciContext, place: Place) => Promise<T>;
  /** Epoch milliseconds. */
  readonly now: () => number;
};

type Held<T> = { reading: Reading<T>; pending: Promise<Reading<T>> | null };

/** Makes an empty cache, one reading a principal and place. */
export function makeLazyCache<Place extends { readonly region: string }, T>({
  service,
  operation,
  read,
  now,
}: LazyCacheOptions<Place, T>): LazyCache<Place, T> {
  const all = new Map<string, Held<T>>();
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
      const held: Held<T> = all.get(key) ?? { reading: notAsked, pending: null };
      all.set(key, held);
      if (held.pending !== null) return held.pending;
      if (!isAnew && isGood(held.reading)) return Promise.resolve(held.reading);
      held.pending = readNow(ociContext, place).then((reading) => {
        held.reading = reading;
        held.pending = null;
        return reading;
      });
      return held.pending;
    },
  };
}
