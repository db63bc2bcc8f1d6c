import "server-only";
import pLimit, { type LimitFunction } from "p-limit";
import { OciRequestError } from "@/lib/oci/errors";

/** A little more than the gateway sends at once, so that its line never runs dry. */
const lanePlaces = 12;
/** Failures in a row, each after the gateway's own attempts, after which a service of a region is not asked any more. */
const failuresInARow = 6;

type Lane = { readonly limit: LimitFunction; inARow: number; lastFailure: OciRequestError | null };

/** Runs reads side by side, each in the lane of its service and region. */
export type Lanes = { readonly run: <T>(service: string, region: string, read: () => Promise<T>) => Promise<T> };

/** Being told to slow down is no outage: the gateway waits as long as the service asks. */
const isOutage = (thrown: unknown): thrown is OciRequestError =>
  thrown instanceof OciRequestError && thrown.isTransient && thrown.code !== "TooManyRequests";

const notTried = (failure: OciRequestError): OciRequestError =>
  new OciRequestError({
    code: failure.code,
    message: `Not tried: ${failuresInARow} reads of this service in a row failed. The last one: ${failure.message}`,
    operation: failure.operation,
    status: failure.status,
    opcRequestId: failure.opcRequestId,
  });

/**
 * Makes the lanes of one pass. A service that is down in one region holds up nobody else, and is given up soon: what
 * is left of its reads then fails at once, saying why.
 */
export function makeLanes(): Lanes {
  const lanes = new Map<string, Lane>();
  const laneOf = (service: string, region: string): Lane => {
    const key = `${service}/${region}`;
    const lane = lanes.get(key) ?? { limit: pLimit(lanePlaces), inARow: 0, lastFailure: null };
    lanes.set(key, lane);
    return lane;
  };
  return {
    run(service, region, read) {
      const lane = laneOf(service, region);
      return lane.limit(async () => {
        if (lane.lastFailure && lane.inARow >= failuresInARow) throw notTried(lane.lastFailure);
        try {
          const answer = await read();
          lane.inARow = 0;
          return answer;
        } catch (thrown) {
          lane.inARow = isOutage(thrown) ? lane.inARow + 1 : 0;
          lane.lastFailure = isOutage(thrown) ? thrown : null;
          throw thrown;
        }
      });
    },
  };
}
