import { isoTime, type Call } from "@/emulator/core/call";
import { invalidParameter } from "@/emulator/core/errors";
import type { NodePool, PoolNode } from "@/emulator/core/tenancy";
import { WorkRequestFailure, type WorkReport } from "@/emulator/core/work-requests";
import { launchNode, terminateNode } from "@/emulator/services/node-launch";

/** Which nodes of a pool go, and how many at once. */
export type ReplacementPlan = {
  readonly nodePoolId: string;
  readonly nodeIds: readonly string[];
  /** False when the pool shall shrink. */
  readonly isReplaced: boolean;
  /** So many nodes are launched beside those that they replace. */
  readonly surge: number;
  /** So many nodes go before those that replace them are launched. */
  readonly unavailable: number;
};

type Replacing = ReplacementPlan & {
  readonly call: Call;
  readonly report: WorkReport;
  /** Nodes that go, as they were: what replaces them is launched in the same place. */
  readonly former: ReadonlyMap<string, PoolNode>;
  /** How many have begun to be replaced. */
  begun: number;
};

/** A number of nodes out of Oracle's text, which is a number or a percentage of the pool. Throws 400 for another. */
export function nodeCountFrom(text: string | null | undefined, nodes: number, without: number, name: string): number {
  if (text === null || text === undefined) return without;
  const match = /^(\d{1,4})(%?)$/.exec(text);
  if (!match) throw invalidParameter(`Invalid ${name}: ${text} is neither a number nor a percentage.`);
  const value = Number(match[1]);
  if (match[2] === "") return value;
  return name === "maximumSurge" ? Math.ceil((value * nodes) / 100) : Math.floor((value * nodes) / 100);
}

/** Replaces nodes a batch after the other; the next begins once every node of the one before is ACTIVE. */
export function replaceInBatches(call: Call, plan: ReplacementPlan, started: number, report: WorkReport): void {
  const nodes = call.region.nodePools.get(plan.nodePoolId)?.value.nodes ?? [];
  const former = new Map(nodes.map((node) => [node.id ?? "", node]));
  nextBatch({ ...plan, call, report, former, begun: 0 }, plan.nodeIds, started);
}

function nextBatch(replacing: Replacing, waiting: readonly string[], at: number): void {
  const { surge, unavailable, report } = replacing;
  if (waiting.length === 0) {
    report.finish(null, at);
    return;
  }
  const size = Math.max(surge + unavailable, 1);
  let inWork = Math.min(size, waiting.length);
  const ended = (when: number) => {
    inWork -= 1;
    if (inWork === 0) nextBatch(replacing, waiting.slice(size), when);
  };
  for (const [index, nodeId] of waiting.slice(0, size).entries()) {
    const one = { nodeId, number: replacing.begun };
    replacing.begun += 1;
    if (index < surge && replacing.isReplaced) {
      launch(replacing, one, at, (ready) => drain(replacing, one, ready, ended));
    } else {
      drain(replacing, one, at, (gone) => (replacing.isReplaced ? launch(replacing, one, gone, ended) : ended(gone)));
    }
  }
}

/** A node to be replaced, and how many were begun before it. */
type One = { readonly nodeId: string; readonly number: number };

function launch(replacing: Replacing, { nodeId, number }: One, at: number, then: (ready: number) => void): void {
  const { call, report } = replacing;
  const pool = poolOf(replacing);
  const old = replacing.former.get(nodeId);
  if (pool === null || old === undefined) return;
  const node = launchNode(call, pool, old, isoTime(at));
  const isFailing = node.lifecycleState === "FAILING";
  amendNodes(replacing, (nodes) => [...nodes, isFailing ? node : { ...node, lifecycleState: "CREATING" }]);
  report.log(`Launching ${node.name ?? ""} in place of ${old.name ?? nodeId}`, at);
  if (isFailing) {
    fail(replacing, "InvalidParameter", `A node was not launched: ${node.nodeError?.message ?? ""}`, at);
    return;
  }
  const isHanging = call.faults.some((fault) => fault.kind === "replacement-hangs" && number >= fault.afterNodes);
  if (isHanging) return;
  call.tenancy.clock.at(at + call.tenancy.settings.launchMs, (ready) => {
    setNode(replacing, node.id ?? "", { lifecycleState: "ACTIVE" });
    report.log(`${node.name ?? ""} is ACTIVE`, ready);
    then(ready);
  });
}

function drain(replacing: Replacing, { nodeId, number }: One, at: number, then: (gone: number) => void): void {
  const { call, report } = replacing;
  const name = replacing.former.get(nodeId)?.name ?? nodeId;
  const isFailing = call.faults.some((fault) => fault.kind === "drain-fails" && number >= fault.afterNodes);
  setNode(replacing, nodeId, { lifecycleState: "DELETING" });
  report.log(`Draining ${name}`, at);
  call.tenancy.clock.at(at + call.tenancy.settings.drainMs, (gone) => {
    if (isFailing) {
      setNode(replacing, nodeId, { lifecycleState: "ACTIVE" });
      fail(replacing, "InternalError", `${name} could not be drained within its eviction grace period.`, gone);
      return;
    }
    terminateNode(call, nodeId);
    amendNodes(replacing, (nodes) => nodes.filter(({ id }) => id !== nodeId));
    report.log(`${name} is gone`, gone);
    then(gone);
  });
}

function fail(replacing: Replacing, code: string, message: string, at: number): void {
  const { nodePools } = replacing.call.region;
  const pool = poolOf(replacing);
  if (pool !== null) nodePools.amend({ ...pool, lifecycleState: "NEEDS_ATTENTION", lifecycleDetails: message });
  replacing.report.finish(new WorkRequestFailure(code, message), at);
}

const poolOf = ({ call, nodePoolId }: Replacing): NodePool | null =>
  call.region.nodePools.get(nodePoolId)?.value ?? null;

type Nodes = NonNullable<NodePool["nodes"]>;

function amendNodes(replacing: Replacing, change: (nodes: Nodes) => Nodes): void {
  const pool = poolOf(replacing);
  if (pool !== null) replacing.call.region.nodePools.amend({ ...pool, nodes: change(pool.nodes ?? []) });
}

const setNode = (replacing: Replacing, nodeId: string, members: Partial<PoolNode>): void =>
  amendNodes(replacing, (nodes) => nodes.map((node) => (node.id === nodeId ? { ...node, ...members } : node)));
