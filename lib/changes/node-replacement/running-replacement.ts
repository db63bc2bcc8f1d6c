import "server-only";
import type { ChangeClock } from "@/lib/changes/change-clock";
import {
  progressFrom,
  progressKey,
  startingNode,
  type NodesProgress,
} from "@/lib/changes/node-replacement/pool-progress";
import type { ReplacementPlan } from "@/lib/changes/node-replacement/replacement-plan";
import type { ReplacementProgress } from "@/lib/changes/node-replacement/replacement-store";
import { tryRead } from "@/lib/changes/oci-trouble";
import type { NodeReplacement, NodeReplacementState } from "@/lib/contract/node-replacements";
import type { OciContext } from "@/lib/oci/clients";
import { getNodePool } from "@/lib/oci/node-pools";
import { getWorkRequest } from "@/lib/oci/work-requests";
import type { NodePool } from "@/lib/oke/node-pool";
import { evictionGraceOf } from "@/lib/oke/node-replacement";
import type { WorkRequest } from "@/lib/oke/work-request";

/** How a replacement of all its nodes ended; `replaced` still has to be read back. */
export type ReplacementEnding = {
  readonly state: Exclude<NodeReplacementState, "sending" | "replacing" | "reading-back"> | "replaced";
  readonly message: string;
  readonly error: NodeReplacement["error"];
};

/** A replacement under way: its plan, what is known of its nodes, and whom it tells. */
export type RunningReplacement = {
  readonly ociContext: OciContext;
  readonly plan: ReplacementPlan;
  readonly clock: ChangeClock;
  readonly publish: (progress: ReplacementProgress) => void;
  /** Whether a person asked it to stop. */
  readonly isStopAsked: () => boolean;
  /** The nodes that the pool had when it began. */
  readonly known: ReadonlySet<string>;
  progress: NodesProgress;
};

/** Beyond the eviction grace of a node, so long may it take until anything moves. */
const launchPatienceMinutes = 20;

/** After so long without anything moving a replacement is stuck, milliseconds. */
export const patienceMilliseconds = ({ plan }: RunningReplacement): number =>
  ((evictionGraceOf(plan.pool).minutes ?? 60) + launchPatienceMinutes) * 60_000;

/** One look at the pool and the work request; either is `null` when it could not be read. */
export type Look = {
  readonly pool: NodePool | null;
  readonly etag: string | null;
  readonly workRequest: WorkRequest | null;
};

/** Looks once, and tells what is seen. */
export async function look(running: RunningReplacement, workRequestId: string | null): Promise<Look> {
  const { ociContext, plan, clock, publish } = running;
  const { region, compartmentId } = plan;
  const workRequest =
    workRequestId === null
      ? null
      : await tryRead(() =>
          getWorkRequest(ociContext, { service: "containerengine", region, workRequestId, compartmentId }),
        );
  // Only then the pool: a work request that has succeeded must not be judged by nodes as they were before its end.
  const read = await tryRead(() => getNodePool(ociContext, { region, nodePoolId: plan.pool.id }));
  if (read !== null) {
    running.progress = progressFrom(
      running.progress,
      running.known,
      read.nodePool,
      new Date(clock.now()).toISOString(),
    );
  }
  publish({ ...running.progress, ...(workRequest !== null && { workRequest }) });
  return { pool: read?.nodePool ?? null, etag: read?.etag ?? null, workRequest };
}

/** Watches whether anything moves: gives how long nothing has, milliseconds, each time it is asked. */
export function stillness(running: RunningReplacement): () => number {
  let key = progressKey(running.progress);
  let since = running.clock.now();
  return () => {
    const now = progressKey(running.progress);
    if (now !== key) {
      key = now;
      since = running.clock.now();
    }
    return running.clock.now() - since;
  };
}

const shortestWaitMilliseconds = 1_000;
const longestWaitMilliseconds = 60_000;

/** Waits before the next look: a tenth of the time for which nothing has moved, a minute at most. */
export const waitFor = ({ clock }: RunningReplacement, stillMilliseconds: number): Promise<void> =>
  clock.sleep(
    Math.min(Math.max(Math.round(stillMilliseconds / 10), shortestWaitMilliseconds), longestWaitMilliseconds),
  );

/** What holds a replacement up, as far as the nodes tell. */
export function holdUp({ progress }: RunningReplacement, milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000);
  const starting = startingNode(progress.newNodes);
  if (starting !== null) return `${starting.name} has not become ready for ${minutes} minutes.`;
  const leaving = progress.nodes.find(({ state }) => state === "leaving");
  if (leaving !== undefined) return `${leaving.name} has not gone for ${minutes} minutes.`;
  return `No node has gone or come for ${minutes} minutes.`;
}

export const isEndedBadly = ({ status }: WorkRequest): boolean => status === "FAILED" || status === "CANCELED";

export const isIdle = ({ lifecycleState }: Pick<NodePool, "lifecycleState">): boolean =>
  lifecycleState === "ACTIVE" || lifecycleState === "NEEDS_ATTENTION";
