import "server-only";
import { growingWait } from "@/lib/changes/change-clock";
import { workRequestError } from "@/lib/changes/follow-work-request";
import { formatNodes, goneWords } from "@/lib/changes/node-replacement/node-words";
import { countOfState, readyCount } from "@/lib/changes/node-replacement/pool-progress";
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
import { troubleFrom } from "@/lib/changes/oci-trouble";
import type { ReplacedNode } from "@/lib/contract/node-replacements";
import { OciRequestError } from "@/lib/oci/errors";
import { deleteNodeForReplacement } from "@/lib/oci/replace-nodes";
import type { NodePool } from "@/lib/oke/node-pool";
import { isSameSecurityAttributes } from "@/lib/zpr/security-attributes";

/** How long a node may stay untouched after a deletion whose answer was lost. */
const lostAnswerMilliseconds = 60_000;

const untouched = ({ progress: { nodes } }: RunningReplacement): string => {
  const left = countOfState(nodes, "waiting");
  return `${formatNodes(left)} not touched.${goneWords(countOfState(nodes, "gone"))}`;
};

/** Which new node came for which old one is not known: of two that went, the one that was deleted last may count as gone. */
const hasGone = (state: ReplacedNode["state"] | undefined): boolean => state === "gone" || state === "replaced";

/** Whether the pool still gives to new nodes what it gave when the replacement was reviewed. */
function isAsReviewed({ plan: { pool: before } }: RunningReplacement, now: NodePool): boolean {
  const setsOf = ({ primaryVnic, secondaryVnics }: NodePool) => [
    primaryVnic?.securityAttributes ?? [],
    ...secondaryVnics.map(({ createVnicDetails }) => createVnicDetails.securityAttributes),
  ];
  const [old, present] = [setsOf(before), setsOf(now)];
  return (
    old.length === present.length && old.every((set, index) => isSameSecurityAttributes(set, present[index] ?? []))
  );
}

/** The pool once it takes another change; how the replacement ends when that takes too long. */
async function idlePool(running: RunningReplacement): Promise<{ pool: NodePool; etag: string } | ReplacementEnding> {
  const wait = growingWait(running.clock);
  const deadline = running.clock.now() + patienceMilliseconds(running);
  for (;;) {
    const { pool, etag } = await look(running, null);
    if (pool !== null && etag !== null && isIdle(pool)) return { pool, etag };
    if (running.clock.now() >= deadline) {
      const message = `The node pool could not be read, or takes no change. ${untouched(running)}`;
      return { state: "failed", message, error: null };
    }
    await wait();
  }
}

type Deletion = { readonly workRequestId: string | null; readonly isLost: boolean };

async function deleteOne(
  running: RunningReplacement,
  nodeId: string,
  etag: string,
): Promise<Deletion | ReplacementEnding> {
  const { ociContext, plan } = running;
  try {
    const { workRequestId } = await deleteNodeForReplacement(ociContext, {
      region: plan.region,
      nodePoolId: plan.pool.id,
      etag,
      nodeId,
    });
    return { workRequestId, isLost: false };
  } catch (thrown) {
    const error = troubleFrom(thrown);
    if (thrown instanceof OciRequestError && thrown.isAmbiguous) return { workRequestId: null, isLost: true };
    const message = `OKE refused to delete a node. ${untouched(running)}`;
    return { state: "failed", message, error };
  }
}

function endingOf(running: RunningReplacement, { workRequest }: Look): ReplacementEnding | null {
  if (workRequest === null || !isEndedBadly(workRequest)) return null;
  const message = `OKE could not replace a node. ${untouched(running)}`;
  return { state: "failed", message, error: workRequestError(workRequest, null) };
}

type Expected = { readonly nodeId: string; readonly deletion: Deletion; readonly ready: number };

/** Waits until a deleted node is gone and another is ready in its place; gives how the replacement ends otherwise. */
async function untilReplaced(running: RunningReplacement, { nodeId, deletion, ready }: Expected) {
  const { publish } = running;
  const still = stillness(running);
  for (;;) {
    const seen = await look(running, deletion.workRequestId);
    const ending = endingOf(running, seen);
    if (ending !== null) return ending;
    const { nodes, newNodes } = running.progress;
    const state = nodes.find(({ id }) => id === nodeId)?.state;
    const isDone = seen.workRequest === null || seen.workRequest.status === "SUCCEEDED";
    if (isDone && hasGone(state) && readyCount(newNodes) >= ready && seen.pool !== null && isIdle(seen.pool)) {
      return null;
    }
    const stillMs = still();
    if (deletion.isLost && state === "waiting" && stillMs >= lostAnswerMilliseconds) {
      const message = `The answer to a deletion was lost, and the node is still there. Nothing more is sent. ${untouched(running)}`;
      return { state: "unknown", message, error: null } satisfies ReplacementEnding;
    }
    if (stillMs >= patienceMilliseconds(running)) {
      const message = `${holdUp(running, stillMs)} ${untouched(running)}`;
      return { state: "stuck", message, error: null } satisfies ReplacementEnding;
    }
    publish({ message: `Replaced ${countOfState(nodes, "replaced")} of ${nodes.length} nodes.` });
    await waitFor(running, stillMs);
  }
}

/** Replaces one node; `null` once another is ready in its place. */
async function replaceOne(running: RunningReplacement, nodeId: string): Promise<ReplacementEnding | null> {
  const idle = await idlePool(running);
  if ("state" in idle) return idle;
  if (!isAsReviewed(running, idle.pool)) {
    const message = `The node pool was given other security attributes since the review. ${untouched(running)}`;
    return { state: "failed", message, error: null };
  }
  const { nodes, newNodes } = running.progress;
  // It went by itself: there is nothing to delete, and OKE has its own reasons for what comes instead.
  if (hasGone(nodes.find(({ id }) => id === nodeId)?.state)) return null;
  const ready = readyCount(newNodes) + 1;
  const deletion = await deleteOne(running, nodeId, idle.etag);
  if ("state" in deletion) return deletion;
  return untilReplaced(running, { nodeId, deletion, ready });
}

/**
 * Deletes the nodes of a pool one after the other without shrinking it, each once the one before is replaced and ready.
 * A node that does not come back stops the rest, and so does a person, between two nodes.
 */
export async function runOneByOne(running: RunningReplacement): Promise<ReplacementEnding> {
  running.publish({ state: "replacing", message: `Replaced 0 of ${running.progress.nodes.length} nodes.` });
  for (const { id } of running.progress.nodes) {
    if (running.isStopAsked()) {
      return { state: "stopped", message: `Stopped between two nodes. ${untouched(running)}`, error: null };
    }
    const ending = await replaceOne(running, id);
    if (ending !== null) return ending;
  }
  return { state: "replaced", message: "Every node was replaced.", error: null };
}
