import "server-only";
import type { EffectAnswer, EffectDetails } from "@/lib/contract/effect";
import { readFresh } from "@/lib/inventory/fresh-resource";
import type { Inventory } from "@/lib/inventory/inventory";
import { effectAnswer, type Stage } from "@/lib/inventory/projections/effect";
import { compiledWorldOf } from "@/lib/inventory/projections/reach-world";
import type { OciContext } from "@/lib/oci/clients";
import type { FreshResource } from "@/lib/oke/protected-resource";
import type { Reading } from "@/lib/oke/readiness/reading";
import { resourceKindFacts } from "@/lib/oke/resource-kind";
import { assessSecurityAttributes } from "@/lib/zpr/attribute-verdict";
import { withAttributes, withNewNodes, withoutPolicy, withPolicy } from "@/lib/zpr/reach/edit-world";
import {
  reachAttributesFrom,
  type ReachAttribute,
  type ReachPolicy,
  type ReachWorld,
} from "@/lib/zpr/reach/reach-world";
import type { ZprPolicy } from "@/lib/zpr/zpr-policy";

type Of<T extends EffectDetails["type"]> = Extract<EffectDetails, { type: T }>;
type Planned = {
  readonly stages: readonly Stage[];
  readonly edge: "first" | "last" | null;
  readonly runningNodeCount: number | null;
};

const unknown = (cause: string, { isReading = false } = {}): EffectAnswer => ({ state: "unknown", cause, isReading });

/** A policy that was refused or not applied is judged as if the edit puts that right. */
const stateAfter = (state: ReachPolicy["lifecycleState"]): ReachPolicy["lifecycleState"] =>
  state === "CREATING" || state === "UPDATING" ? state : "ACTIVE";

function policyStages(world: ReachWorld, { policyId, name, statements }: Of<"policy">): Planned | null {
  const known = world.policies.find(({ id }) => id === policyId);
  if (policyId !== null && known === undefined) return null;
  const id = policyId ?? "";
  const lifecycleState = stateAfter(known?.lifecycleState ?? "ACTIVE");
  const after =
    statements === null ? withoutPolicy(world, id) : withPolicy(world, { id, name, lifecycleState, statements });
  return { stages: [{ stage: "now", before: world, after }], edge: null, runningNodeCount: null };
}

type AttributeEdit = Pick<Of<"attributes">, "resourceId" | "after">;
type ReadEdit = {
  readonly resource: FreshResource["resource"];
  readonly runningNodeCount: number | null;
  readonly attributes: readonly ReachAttribute[];
  readonly edge: Planned["edge"];
};

async function readEdit(
  ociContext: OciContext,
  inventory: Inventory,
  world: ReachWorld,
  { resourceId, after: wanted }: AttributeEdit,
): Promise<ReadEdit | null> {
  const freshlyRead = await readFresh(ociContext, inventory, resourceId);
  const isThere = [...world.endpoints, ...world.vcns].some(({ id }) => id === resourceId);
  if (freshlyRead === null || !isThere) return null;
  const { resource } = freshlyRead.fresh;
  const stored = resource.securityAttributes;
  return {
    resource,
    runningNodeCount: freshlyRead.read.runningNodeCount,
    attributes: reachAttributesFrom(assessSecurityAttributes(wanted, inventory.catalog)),
    edge: stored.length === 0 && wanted.length > 0 ? "first" : wanted.length === 0 && stored.length > 0 ? "last" : null,
  };
}

/** The world as the edits found their resources. VNICs that disagree stand in it with what all carry, and what some do. */
const asRead = (world: ReachWorld, edits: readonly ReadEdit[]): ReachWorld =>
  edits.reduce(
    (so, { resource }) =>
      resource.differingVnics === null
        ? withAttributes(so, resource.id, reachAttributesFrom(resource.securityAttributes))
        : so,
    world,
  );

const allMade = (world: ReachWorld, edits: readonly ReadEdit[]): ReachWorld =>
  edits.reduce((so, { resource: { id }, attributes }) => withAttributes(so, id, attributes), world);

/** While nodes that run keep the old set and new ones have the new: `null` where no edit is of running nodes. */
function duringStage(before: ReachWorld, edits: readonly ReadEdit[]): Stage | null {
  const now = edits.filter(({ resource }) => resourceKindFacts[resource.kind].takesEffect === "now");
  const later = edits.filter((edit) => !now.includes(edit) && edit.runningNodeCount !== 0);
  let mixed = before;
  const changes: { readonly id: string; readonly attributes: readonly ReachAttribute[] }[] = [];
  for (const { resource, attributes } of later) {
    const split = withNewNodes(mixed, resource.id);
    if (split === null) continue;
    mixed = split.world;
    changes.push({ id: split.id, attributes });
  }
  if (changes.length === 0) return null;
  const after = changes.reduce((so, { id, attributes }) => withAttributes(so, id, attributes), allMade(mixed, now));
  return { stage: "during", before: mixed, after };
}

async function attributeStages(
  ociContext: OciContext,
  inventory: Inventory,
  world: ReachWorld,
  wanted: readonly AttributeEdit[],
): Promise<Planned | null> {
  const read = await Promise.all(wanted.map((edit) => readEdit(ociContext, inventory, world, edit)));
  const edits = read.filter((edit) => edit !== null);
  if (edits.length < wanted.length) return null;
  const before = asRead(world, edits);
  const after = allMade(before, edits);
  const later = edits.filter(({ resource }) => resourceKindFacts[resource.kind].takesEffect !== "now");
  const edge = edits.length === 1 ? (edits[0]?.edge ?? null) : null;
  const counts = (later.length > 0 ? later : edits).map(({ runningNodeCount }) => runningNodeCount);
  const runningNodeCount = counts.reduce((sum, count) => (sum === null || count === null ? null : sum + count), 0);
  if (later.length === 0) return { stages: [{ stage: "now", before, after }], edge, runningNodeCount };
  const during = duringStage(before, edits);
  return { stages: [...(during === null ? [] : [during]), { stage: "after", before, after }], edge, runningNodeCount };
}

/**
 * What an edit would change about what ZPR allows. Without the policies that is not known, and it says why. Throws
 * `OciRequestError` when the resource cannot be read.
 */
export async function effectOfChange(
  ociContext: OciContext,
  inventory: Inventory,
  policies: Reading<readonly ZprPolicy[]>,
  details: EffectDetails,
): Promise<EffectAnswer> {
  if (policies.state === "not-asked") return unknown("The ZPR policies are still being read.", { isReading: true });
  if (policies.state !== "read") return unknown(`The ZPR policies could not be read: ${policies.message}`);
  const compiled = compiledWorldOf(inventory, policies);
  const { world } = compiled;
  const planned =
    details.type === "policy"
      ? policyStages(world, details)
      : await attributeStages(ociContext, inventory, world, details.type === "plan" ? details.changes : [details]);
  if (planned === null) {
    return unknown(
      details.type === "policy"
        ? "The policy is not among those that were read."
        : `${details.type === "plan" ? "A" : "The"} resource is not among those that ZPR's reach is worked out for: it is gone, or where it is could not be read.`,
    );
  }
  return effectAnswer(inventory, compiled, { ...planned, policiesReadAt: policies.readAt });
}
