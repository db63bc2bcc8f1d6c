import type { ClusterGuardsView, GuardEvaluationView, GuardFileView, GuardsAnswer } from "@/lib/contract/guards";
import type { GuardFileState } from "@/lib/guard-file/guard-file-store";
import type { Inventory } from "@/lib/inventory/inventory";
import { completenessOf, concernsOfKinds } from "@/lib/inventory/projections/completeness";
import { guardExample } from "@/lib/inventory/projections/guard-example";
import { guardLineView, neededFlowView } from "@/lib/inventory/projections/guard-views";
import { guardedClustersOf, type InventoryGuardedCluster } from "@/lib/inventory/projections/guarded-clusters";
import { readingState } from "@/lib/inventory/projections/list-zpr-policies";
import { compiledWorldOf } from "@/lib/inventory/projections/reach-world";
import { notAsked, type Reading } from "@/lib/oke/readiness/reading";
import { resourceKinds } from "@/lib/oke/resource-kind";
import { type ClusterResult, evaluateClusters } from "@/lib/zpr/guards/evaluate-clusters";
import { evaluateGuards, type GuardResult } from "@/lib/zpr/guards/evaluate-guards";
import type { GuardFile } from "@/lib/zpr/guards/guard-file";
import type { CompiledWorld } from "@/lib/zpr/reach/compile-world";
import type { ZprPolicy } from "@/lib/zpr/zpr-policy";

export type Policies = Reading<readonly ZprPolicy[]> | null;

/** What a guard file says of a world. */
export type GuardEvaluation = {
  readonly file: GuardFile;
  readonly lines: readonly GuardResult[];
  readonly clusters: readonly ClusterResult<InventoryGuardedCluster>[];
};

/** Goes by nothing that people declared; the clusters are looked at all the same. */
const noGuards: GuardFile = { adminSources: [], lines: [] };

/** What can be gone by: nothing of a file that has mistakes or cannot be read. */
export const guardsOf = (state: GuardFileState): GuardFile => (state.state === "read" ? state.file : noGuards);

const made = new WeakMap<CompiledWorld, GuardEvaluation>();

/** Holds a guard file against what was read; for the same file and the same world only once. */
export function evaluationOf(inventory: Inventory, policies: Policies, file: GuardFile): GuardEvaluation {
  const compiled = compiledWorldOf(inventory, policies);
  const known = made.get(compiled);
  if (known?.file === file) return known;
  const evaluation = {
    file,
    lines: evaluateGuards(compiled, file.lines),
    clusters: evaluateClusters(compiled, file.adminSources, guardedClustersOf(inventory)),
  };
  made.set(compiled, evaluation);
  return evaluation;
}

const mostPools = 5;

const clusterView = ({ cluster, access, join }: GuardEvaluation["clusters"][number]): ClusterGuardsView => ({
  clusterId: cluster.clusterId,
  name: cluster.name,
  region: cluster.region,
  endpointId: cluster.endpointId,
  access: access && { verdict: access.verdict, sources: access.sources.map(neededFlowView) },
  join: join && {
    verdict: join.verdict,
    poolCount: cluster.pools.length,
    openPoolCount: join.openPools.length,
    pools: join.openPools.slice(0, mostPools).map((pool) => ({ ...pool, flows: pool.flows.map(neededFlowView) })),
  },
});

/** What a text of a guard file says of what was read. */
export function guardEvaluationView(inventory: Inventory, policies: Policies, file: GuardFile): GuardEvaluationView {
  const { lines, clusters } = evaluationOf(inventory, policies, file);
  return {
    adminSources: file.adminSources.map(({ text }) => text),
    lines: lines.map(guardLineView),
    clusters: clusters.map(clusterView),
  };
}

/** A guard file as the editor takes it. */
export const guardFileView = (state: GuardFileState): GuardFileView => ({
  state: state.state,
  path: state.path,
  text: "text" in state ? state.text : null,
  hash: "hash" in state ? state.hash : null,
  mistakes: "mistakes" in state ? state.mistakes : [],
  message: "message" in state ? state.message : null,
});

/** Answers `GET /api/guards`. */
export const guardsAnswer = (inventory: Inventory, policies: Policies, state: GuardFileState): GuardsAnswer => ({
  file: guardFileView(state),
  evaluation: guardEvaluationView(inventory, policies, guardsOf(state)),
  example: guardExample(inventory, policies?.state === "read" ? policies.value : []),
  policies: readingState(policies ?? notAsked),
  completeness: completenessOf(inventory, concernsOfKinds(resourceKinds)),
});
