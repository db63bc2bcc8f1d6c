import "server-only";
import { notJudgedReason, reasonOfStop, unreadableReason } from "@/lib/changes/guards/hold-reasons";
import { nameToType } from "@/lib/changes/guards/name-to-type";
import { type EditReadings, stagesOfSteps } from "@/lib/changes/stages-of-edit";
import type { EditHoldAnswer, HoldReason } from "@/lib/contract/edit-hold";
import type { EffectDetails } from "@/lib/contract/effect";
import type { GuardFileState } from "@/lib/guard-file/guard-file-store";
import type { Inventory } from "@/lib/inventory/inventory";
import type { Stage } from "@/lib/inventory/projections/effect";
import { guardedClustersOf } from "@/lib/inventory/projections/guarded-clusters";
import { guardsOf } from "@/lib/inventory/projections/guards";
import { indexOf } from "@/lib/inventory/projections/inventory-index";
import { compiledWorldOf } from "@/lib/inventory/projections/reach-world";
import type { Reading } from "@/lib/oke/readiness/reading";
import type { GuardedCluster } from "@/lib/zpr/guards/cluster-access";
import { guardLineText } from "@/lib/zpr/guards/guard-line-text";
import { type EditHold, holdEdit } from "@/lib/zpr/guards/hold-edit";
import { type CompiledWorld, compileWorld } from "@/lib/zpr/reach/compile-world";
import { newNodesId } from "@/lib/zpr/reach/edit-world";
import type { ZprPolicy } from "@/lib/zpr/zpr-policy";

/** What an edit is held against: the guard file as it is, and the policies as they were read for it. */
export type GuardReadings = {
  readonly guardFile: GuardFileState;
  readonly policies: Reading<readonly ZprPolicy[]>;
};

/** While old and new nodes run side by side it is the new ones that have to join. */
function clustersIn(clusters: readonly GuardedCluster[], compiled: CompiledWorld): readonly GuardedCluster[] {
  const idIn = (id: string) => (compiled.classOf.has(newNodesId(id)) ? newNodesId(id) : id);
  return clusters.map((cluster) => ({
    ...cluster,
    pools: cluster.pools.map((pool) => ({ ...pool, id: idIn(pool.id) })),
  }));
}

function holdStage(inventory: Inventory, like: CompiledWorld, guardFile: GuardFileState, stage: Stage): EditHold {
  const before = stage.before === like.world ? like : compileWorld(stage.before, like);
  const after = compileWorld(stage.after, before);
  return holdEdit({ before, after }, guardsOf(guardFile), clustersIn(guardedClustersOf(inventory), before));
}

const unsureEnding = "/unknown";

/** One reason for what stands against several steps or stages, the certain ones first. */
function withoutRepeats(reasons: readonly HoldReason[]): readonly HoldReason[] {
  const byId = new Map<string, HoldReason>();
  for (const reason of reasons) {
    // New nodes stand for their pool.
    const id = reason.id.replace(":new-nodes", "");
    if (!byId.has(id)) byId.set(id, { ...reason, id });
  }
  return [...byId.values()]
    .filter(({ id }) => !id.endsWith(unsureEnding) || !byId.has(id.slice(0, -unsureEnding.length)))
    .toSorted((a, b) => Number(b.isCertain) - Number(a.isCertain));
}

/** API endpoints and the VNICs by which nodes join are guarded whatever is declared. */
function isOfGuardedKind({ resources }: ReturnType<typeof indexOf>, details: EffectDetails): boolean {
  if (details.type === "policy") return true;
  const ids = details.type === "plan" ? details.changes.map(({ resourceId }) => resourceId) : [details.resourceId];
  return ids.some((id) => {
    const kind = resources.get(id)?.kind;
    return kind === "cluster-endpoint" || kind === "node-pool-primary-vnic";
  });
}

type Judged = { readonly holds: readonly EditHold[] } | { readonly cause: string; readonly isReading: boolean };

async function judge(
  editReadings: EditReadings,
  { guardFile, policies }: GuardReadings,
  details: EffectDetails,
): Promise<Judged> {
  if (policies.state === "not-asked") return { cause: "The ZPR policies are still being read.", isReading: true };
  if (policies.state !== "read") {
    return { cause: `The ZPR policies could not be read: ${policies.message}`, isReading: false };
  }
  const compiled = compiledWorldOf(editReadings.inventory, policies);
  const stages = await stagesOfSteps(editReadings, compiled.world, details);
  if (stages === null) {
    const cause = "What it changes is not among what ZPR's reach is worked out for.";
    return { cause, isReading: false };
  }
  return { holds: stages.map((stage) => holdStage(editReadings.inventory, compiled, guardFile, stage)) };
}

/**
 * What guards say of an edit, from a fresh read of every resource that it changes: every world that it leads through is
 * held against the one before it. Throws `OciRequestError` when a resource cannot be read.
 */
export async function judgeEdit(
  editReadings: EditReadings,
  readings: GuardReadings,
  details: EffectDetails,
): Promise<EditHoldAnswer> {
  const { inventory } = editReadings;
  const { adminSources, lines } = guardsOf(readings.guardFile);
  const unreadable = unreadableReason(readings.guardFile);
  const hasGuards = adminSources.length + lines.length > 0;
  const judged = await judge(editReadings, readings, details);
  const isUnjudged = "cause" in judged && (hasGuards || isOfGuardedKind(indexOf(inventory), details));
  const reasons = withoutRepeats([
    ...(unreadable === null ? [] : [unreadable]),
    ...("cause" in judged
      ? isUnjudged
        ? [notJudgedReason(judged.cause)]
        : []
      : judged.holds.flatMap(({ stops }) => stops.map(reasonOfStop))),
  ]);
  const last = "holds" in judged ? judged.holds.at(-1) : undefined;
  return {
    isReading: "isReading" in judged && judged.isReading,
    declared: unreadable !== null ? "unreadable" : hasGuards ? "some" : "none",
    reasons,
    lines: {
      passCount: last?.assertions.passCount ?? 0,
      lineCount: lines.length,
      failing: (last?.assertions.failing ?? []).map(guardLineText),
    },
    access: last?.access ?? null,
    nameToType: reasons.length === 0 ? null : nameToType(inventory, reasons, details),
  };
}
