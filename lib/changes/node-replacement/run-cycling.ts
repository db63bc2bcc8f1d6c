import "server-only";
import { growingWait } from "@/lib/changes/change-clock";
import { workRequestError } from "@/lib/changes/follow-work-request";
import { formatNodes, goneWords } from "@/lib/changes/node-replacement/node-words";
import { countOfState } from "@/lib/changes/node-replacement/pool-progress";
import {
  holdUp,
  isEndedBadly,
  isIdle,
  look,
  patienceMilliseconds,
  stillness,
  waitFor,
  type Look,
  type ReplacementEnding,
  type RunningReplacement,
} from "@/lib/changes/node-replacement/running-replacement";
import { troubleFrom, tryRead } from "@/lib/changes/oci-trouble";
import { OciRequestError } from "@/lib/oci/errors";
import { listWorkRequests } from "@/lib/oci/list-work-requests";
import { cycleNodes } from "@/lib/oci/replace-nodes";
import { replacementLabelValue, withReplacementLabel } from "@/lib/oke/node-replacement";

export type CyclingNumbers = { readonly maximumSurge: string; readonly maximumUnavailable: string };

/** How long the work request of a write whose answer was lost may take to show. */
const lostAnswerMilliseconds = 30_000;
const longestMilliseconds = 12 * 60 * 60_000;

const workRequestsOf = ({ ociContext, plan: { region, compartmentId, pool } }: RunningReplacement) =>
  tryRead(() =>
    listWorkRequests(ociContext, { service: "containerengine", region, compartmentId, resourceId: pool.id }),
  );

/** The id of the work request that the write began although no answer came; `null` when none shows. */
async function lostWorkRequest(running: RunningReplacement, earlier: ReadonlySet<string>): Promise<string | null> {
  const { clock } = running;
  const wait = growingWait(clock);
  for (const deadline = clock.now() + lostAnswerMilliseconds; clock.now() < deadline; await wait()) {
    const begun = (await workRequestsOf(running))?.find(
      ({ id, operationType }) => operationType === "NODEPOOL_CYCLING" && !earlier.has(id),
    );
    if (begun !== undefined) return begun.id;
  }
  return null;
}

/** Sends the write once. Gives the work request that carries it out, or how it ended instead. */
async function send(running: RunningReplacement, numbers: CyclingNumbers): Promise<string | ReplacementEnding> {
  const { ociContext, plan, clock } = running;
  const { pool, etag, region } = plan;
  const earlier = await workRequestsOf(running);
  try {
    const { workRequestId } = await cycleNodes(ociContext, {
      region,
      nodePoolId: pool.id,
      etag,
      initialNodeLabels: withReplacementLabel(pool.initialNodeLabels, replacementLabelValue(clock.now())),
      ...numbers,
    });
    if (workRequestId !== null) return workRequestId;
    return { state: "unknown", message: "OKE accepted the cycling without naming a work request.", error: null };
  } catch (thrown) {
    const error = troubleFrom(thrown);
    if (!(thrown instanceof OciRequestError && thrown.isAmbiguous)) {
      const isChanged = error.code === "NoEtagMatch";
      const message = isChanged
        ? "The node pool was changed by somebody else while this was sent. No node was replaced."
        : "OKE refused the cycling. No node was replaced.";
      return { state: "failed", message, error: isChanged ? { ...error, code: "ResourceChanged" } : error };
    }
    const begun = earlier && (await lostWorkRequest(running, new Set(earlier.map(({ id }) => id))));
    if (begun !== null) return begun;
    const message = "The answer was lost, and no work request shows that OKE replaces nodes. Look at the pool again.";
    return { state: "unknown", message, error };
  }
}

function endingOf(running: RunningReplacement, { workRequest, pool }: Look): ReplacementEnding | null {
  const { nodes } = running.progress;
  if (workRequest !== null && isEndedBadly(workRequest)) {
    const gone = countOfState(nodes, "gone");
    const kept = nodes.length - countOfState(nodes, "replaced");
    const message = `OKE ended the cycling before its end. ${formatNodes(kept)} not replaced.${goneWords(gone)}`;
    return { state: "failed", message, error: workRequestError(workRequest, null) };
  }
  const areAllReplaced = nodes.every(({ state }) => state === "replaced");
  if (workRequest === null) {
    // A work request that cannot be read says nothing; the pool itself may.
    return pool !== null && isIdle(pool) && areAllReplaced ? replaced : null;
  }
  if (workRequest.status !== "SUCCEEDED" || pool === null) return null;
  if (areAllReplaced) return replaced;
  const left = nodes.length - countOfState(nodes, "replaced");
  return {
    state: "not-applied",
    message: `OKE reported success. ${formatNodes(left)} not replaced.${goneWords(countOfState(nodes, "gone"))}`,
    error: null,
  };
}

const replaced: ReplacementEnding = { state: "replaced", message: "OKE replaced every node.", error: null };

function progressMessage({ progress: { nodes } }: RunningReplacement): string {
  return `OKE has replaced ${countOfState(nodes, "replaced")} of ${nodes.length} nodes.${goneWords(countOfState(nodes, "gone"))}`;
}

/**
 * Has OKE cycle the nodes of a pool and follows it: OKE works through them by itself and waits for each batch, so that a
 * node that does not come up stops the rest. Nothing but OKE can end it.
 */
export async function runCycling(running: RunningReplacement, numbers: CyclingNumbers): Promise<ReplacementEnding> {
  const { clock, publish } = running;
  const sent = await send(running, numbers);
  if (typeof sent !== "string") return sent;
  const still = stillness(running);
  for (const deadline = clock.now() + longestMilliseconds; clock.now() < deadline;) {
    const ending = endingOf(running, await look(running, sent));
    if (ending !== null) return ending;
    const stillMs = still();
    const isStuck = stillMs >= patienceMilliseconds(running);
    publish({
      state: isStuck ? "stuck" : "replacing",
      message: isStuck
        ? `${holdUp(running, stillMs)} OKE replaces no further node before it has. ${progressMessage(running)}`
        : progressMessage(running),
    });
    await waitFor(running, stillMs);
  }
  return {
    state: "unknown",
    message: "The cycling has not ended within 12 hours. Look at the pool in OCI.",
    error: null,
  };
}
