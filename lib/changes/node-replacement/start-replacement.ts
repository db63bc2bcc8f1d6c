import "server-only";
import { systemClock, type ChangeClock } from "@/lib/changes/change-clock";
import { refusal, type ChangeRefusal } from "@/lib/changes/change-refusal";
import { changeStoreOf } from "@/lib/changes/change-store";
import { goneWords } from "@/lib/changes/node-replacement/node-words";
import { countOfState, keepRest } from "@/lib/changes/node-replacement/pool-progress";
import { planReplacement, type ReplacementPlan } from "@/lib/changes/node-replacement/replacement-plan";
import { replacementStoreOf, type ReplacementStore } from "@/lib/changes/node-replacement/replacement-store";
import { runCycling } from "@/lib/changes/node-replacement/run-cycling";
import { runOneByOne } from "@/lib/changes/node-replacement/run-one-by-one";
import type { ReplacementEnding, RunningReplacement } from "@/lib/changes/node-replacement/running-replacement";
import type { CreateNodeReplacementDetails, NodeReplacement } from "@/lib/contract/node-replacements";
import type { Inventory } from "@/lib/inventory/inventory";
import type { OciContext } from "@/lib/oci/clients";
import type { NodeCounts } from "@/lib/oke/node-counts";

/** What a replacement happens in. */
export type ReplacementEnvironment = {
  readonly ociContext: OciContext;
  readonly inventory: Inventory;
  readonly clock?: ChangeClock;
  /** Reads what the pool's nodes carry now; `null` when that could not be read. */
  readonly readCounts: (nodePoolId: string) => Promise<NodeCounts | null>;
  /** Gets what should not have been thrown; the replacement then ends as unknown. */
  readonly onBug: (thrown: unknown) => void;
};

/** `ended` resolves when the replacement has; it never rejects. */
export type StartedReplacement = {
  readonly ok: true;
  readonly replacement: NodeReplacement;
  readonly ended: Promise<void>;
};

const busy = refusal(409, {
  code: "IncorrectState",
  message: "A change of this node pool is under way. OKE takes one at a time; wait until it has ended.",
  field: "nodePoolId",
});

function refusalOf(plan: ReplacementPlan, details: CreateNodeReplacementDetails): ChangeRefusal | null {
  const ids = new Set(plan.nodes.map(({ id }) => id));
  const areNodesAsSeen = details.nodeIds.length === ids.size && details.nodeIds.every((id) => ids.has(id));
  if (plan.etag !== details.etag || !areNodesAsSeen) {
    const message = "The node pool is not as the review showed it. No node was replaced; review it again.";
    return refusal(409, { code: "ResourceChanged", message, field: "etag" });
  }
  if (plan.nodeJoin.state === "present" || plan.nodeJoin.state === "not-needed") return null;
  if (details.overrideReason !== null) return null;
  const message =
    plan.nodeJoin.state === "missing"
      ? "ZPR policies that let nodes with these attributes join the cluster are missing. Say why the nodes are to be replaced all the same."
      : "Whether ZPR policies let nodes with these attributes join the cluster cannot be told. Say why the nodes are to be replaced all the same.";
  return refusal(409, { code: "NodeJoinPoliciesMissing", message, field: "overrideReason" });
}

function replacementFrom(
  plan: ReplacementPlan,
  { overrideReason }: CreateNodeReplacementDetails,
  clock: ChangeClock,
): NodeReplacement {
  const { pool, region, method, nodes, nodeJoin } = plan;
  const isOverridden = nodeJoin.state === "missing" || nodeJoin.state === "unknown";
  return {
    id: clock.newId(),
    nodePoolId: pool.id,
    nodePoolName: pool.name ?? pool.id,
    region,
    clusterId: pool.clusterId,
    method,
    state: "sending",
    isFinished: false,
    isStopping: false,
    nodes: nodes.map(({ id, name }) => ({ id, name: name ?? id, state: "waiting" })),
    newNodes: [],
    overrideReason: isOverridden ? overrideReason : null,
    startedAt: new Date(clock.now()).toISOString(),
    finishedAt: null,
    message: "The replacement is being sent.",
    error: null,
    workRequest: null,
    counts: null,
  };
}

const endedByBug: ReplacementEnding = {
  state: "unknown",
  message: "The console failed while it followed the replacement. Its log says why. Read the nodes again.",
  error: { code: "InternalServerError", message: "The console failed. Its log says why.", opcRequestId: null },
};

type Following = {
  readonly environment: ReplacementEnvironment;
  readonly details: CreateNodeReplacementDetails;
  readonly running: RunningReplacement;
  readonly id: string;
  readonly store: ReplacementStore;
};

async function run({ environment, details, running }: Following): Promise<ReplacementEnding> {
  try {
    return running.plan.method === "cycling" ? await runCycling(running, details) : await runOneByOne(running);
  } catch (thrown) {
    environment.onBug(thrown);
    return endedByBug;
  }
}

/** No old node is left; whether the new ones carry the present set only a reading of their VNICs tells. */
function readBackEnding(counts: NodeCounts | null, gone: number): Pick<NodeReplacement, "state" | "message"> {
  const replaced = gone === 0 ? "Every node was replaced." : `No old node is left.${goneWords(gone)}`;
  if (counts === null) return { state: "unknown", message: `${replaced} What they carry could not be read.` };
  const { nodes, inStep, notReadable } = counts;
  if (inStep === nodes) return { state: "verified", message: `${replaced} All ${nodes} carry the present set.` };
  const message = `${replaced} ${inStep} of ${nodes} carry the present set.`;
  return inStep + notReadable >= nodes
    ? { state: "unknown", message: `${message} What the others carry could not be read.` }
    : { state: "not-applied", message };
}

async function follow(following: Following): Promise<void> {
  const { environment, running, id, store } = following;
  const { ociContext, readCounts, onBug } = environment;
  const { pool } = running.plan;
  const ending = await run(following);
  changeStoreOf(ociContext.principal).release(pool.id);
  const update = (progress: Parameters<ReplacementStore["update"]>[1]) => store.update(id, progress);
  if (ending.state === "replaced") update({ state: "reading-back", message: "Reading what the new nodes carry." });
  let counts: NodeCounts | null = null;
  try {
    if (running.progress.nodes.some(({ state: each }) => each === "replaced" || each === "gone"))
      counts = await readCounts(pool.id);
  } catch (thrown) {
    onBug(thrown);
  }
  const { state, message } =
    ending.state === "replaced" ? readBackEnding(counts, countOfState(running.progress.nodes, "gone")) : ending;
  update({
    nodes: keepRest(running.progress.nodes),
    state: state === "replaced" ? "unknown" : state,
    message,
    error: ending.error,
    counts,
    isFinished: true,
    isStopping: false,
    finishedAt: new Date(running.clock.now()).toISOString(),
  });
}

/**
 * Checks a replacement against a fresh read of its pool and, if it may be made, begins to make it. Refuses without having
 * written anything: when the pool is not as the person saw it, while another change of it runs, and while the policies
 * that let nodes join were not found and nobody said why that does not matter. Throws `OciRequestError` when the pool
 * cannot be read.
 */
export async function startReplacement(
  environment: ReplacementEnvironment,
  details: CreateNodeReplacementDetails,
): Promise<StartedReplacement | ChangeRefusal> {
  const { ociContext, inventory, clock = systemClock } = environment;
  const { principal } = ociContext;
  const { nodePoolId } = details;
  const changes = changeStoreOf(principal);
  if (!changes.reserve(nodePoolId)) return busy;
  let replacement: NodeReplacement | null = null;
  try {
    const plan = await planReplacement(ociContext, inventory, nodePoolId);
    const refused = plan.ok ? refusalOf(plan, details) : plan;
    if (!plan.ok || refused !== null) return refused ?? busy;
    const made = replacementFrom(plan, details, clock);
    replacement = made;
    const store = replacementStoreOf(principal);
    store.add(made);
    const running: RunningReplacement = {
      ociContext,
      plan,
      clock,
      publish: (progress) => store.update(made.id, progress),
      isStopAsked: () => store.get(made.id)?.isStopping === true,
      known: new Set((plan.pool.nodes ?? []).flatMap(({ id }) => id ?? [])),
      progress: { nodes: made.nodes, newNodes: [] },
    };
    const ended = follow({ environment, details, running, id: made.id, store });
    return { ok: true, replacement: made, ended };
  } finally {
    if (replacement === null) changes.release(nodePoolId);
  }
}
