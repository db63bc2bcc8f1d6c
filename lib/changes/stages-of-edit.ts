import "server-only";
import type { EffectAnswer, EffectDetails } from "@/lib/contract/effect";
import { type FreshlyRead, readFresh } from "@/lib/inventory/fresh-resource";
import type { Inventory } from "@/lib/inventory/inventory";
import { currentNodeReadings } from "@/lib/inventory/nodes/current-node-readings";
import type { Stage } from "@/lib/inventory/projections/effect";
import { poolTruths } from "@/lib/inventory/projections/node-pool-nodes";
import type { OciContext } from "@/lib/oci/clients";
import type { FreshResource } from "@/lib/oke/protected-resource";
import { resourceKindFacts } from "@/lib/oke/resource-kind";
import { runningNodesBySet, type RunningNodes } from "@/lib/oke/running-nodes";
import { assessSecurityAttributes } from "@/lib/zpr/attribute-verdict";
import { withAttributes, withNewNodes, withoutPolicy, withPolicy } from "@/lib/zpr/reach/edit-world";
import {
  reachAttributesFrom,
  type ReachAttribute,
  type ReachPolicy,
  type ReachWorld,
} from "@/lib/zpr/reach/reach-world";

type Of<T extends EffectDetails["type"]> = Extract<EffectDetails, { type: T }>;

/** An edit as the worlds before and after it. */
export type EditStages = {
  readonly stages: readonly Stage[];
  /** Whether the resource gets its first attribute or loses its last. */
  readonly edge: "first" | "last" | null;
  readonly runningNodeCount: number | null;
  readonly runningBasis: Extract<EffectAnswer, { state: "known" }>["runningBasis"];
};

/** A policy that was refused or not applied is judged as if the edit puts that right. */
const stateAfter = (state: ReachPolicy["lifecycleState"]): ReachPolicy["lifecycleState"] =>
  state === "CREATING" || state === "UPDATING" ? state : "ACTIVE";

function policyStages(world: ReachWorld, { policyId, name, statements }: Of<"policy">): EditStages | null {
  const known = world.policies.find(({ id }) => id === policyId);
  if (policyId !== null && known === undefined) return null;
  const id = policyId ?? "";
  const lifecycleState = stateAfter(known?.lifecycleState ?? "ACTIVE");
  const after =
    statements === null ? withoutPolicy(world, id) : withPolicy(world, { id, name, lifecycleState, statements });
  return { stages: [{ stage: "now", before: world, after }], edge: null, runningNodeCount: null, runningBasis: null };
}

/** What the worlds of an edit are read from. */
export type EditReadings = {
  readonly ociContext: OciContext;
  readonly inventory: Inventory;
  /** A resource of the edit that was read for it already. */
  readonly justRead?: FreshlyRead;
};

type AttributeEdit = Pick<Of<"attributes">, "resourceId" | "after">;
type ReadEdit = {
  readonly resource: FreshResource["resource"];
  readonly runningNodeCount: number | null;
  /** `null` where nobody has read the nodes of the pool. */
  readonly running: { readonly readAt: string; readonly nodes: readonly RunningNodes[] } | null;
  readonly attributes: readonly ReachAttribute[];
  readonly edge: EditStages["edge"];
};

/** What the nodes of a pool carry, as somebody had them read. */
function runningOf(
  { principal }: OciContext,
  inventory: Inventory,
  { kind, ocid }: FreshResource["resource"],
): ReadEdit["running"] {
  if (kind !== "node-pool-primary-vnic" && kind !== "node-pool-secondary-vnics") return null;
  const { reading } = currentNodeReadings().pool(principal, ocid);
  const read = reading && poolTruths(inventory, reading);
  if (reading === null || read === null) return null;
  const surface = kind === "node-pool-primary-vnic" ? "primary" : "secondary";
  const nodes = runningNodesBySet(read.truths, surface, inventory.catalog);
  return nodes.length === 0 ? null : { readAt: reading.readAt, nodes };
}

async function readEdit(
  { ociContext, inventory, justRead }: EditReadings,
  world: ReachWorld,
  { resourceId, after: wanted }: AttributeEdit,
): Promise<ReadEdit | null> {
  const freshlyRead =
    justRead?.fresh.resource.id === resourceId ? justRead : await readFresh(ociContext, inventory, resourceId);
  const isThere = [...world.endpoints, ...world.vcns].some(({ id }) => id === resourceId);
  if (freshlyRead === null || !isThere) return null;
  const { resource } = freshlyRead.fresh;
  const stored = resource.securityAttributes;
  return {
    resource,
    runningNodeCount: freshlyRead.read.runningNodeCount,
    running: runningOf(ociContext, inventory, resource),
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

function basisOf(edits: readonly ReadEdit[]): NonNullable<EditStages["runningBasis"]> {
  const read = edits.flatMap(({ running }) => running ?? []);
  return {
    readAt: read.map(({ readAt }) => readAt).toSorted()[0] ?? null,
    unreadNodes: read
      .flatMap(({ nodes }) => nodes.filter(({ attributes }) => attributes === null))
      .reduce((sum, { nodeCount }) => sum + nodeCount, 0),
    assumed: edits.flatMap(({ resource, running }) => (running === null ? [resource.displayName] : [])),
  };
}

type During = { readonly stage: Stage; readonly runningBasis: EditStages["runningBasis"] };

/** While nodes that run keep what they carry and new ones have the new set: `null` where no edit is of running nodes. */
function duringStage(before: ReachWorld, edits: readonly ReadEdit[]): During | null {
  const now = edits.filter(({ resource }) => resourceKindFacts[resource.kind].takesEffect === "now");
  const later = edits.filter((edit) => !now.includes(edit) && edit.runningNodeCount !== 0);
  let mixed = before;
  const changes: { readonly id: string; readonly attributes: readonly ReachAttribute[] }[] = [];
  for (const { resource, running, attributes } of later) {
    const split = withNewNodes(mixed, resource.id, running?.nodes);
    if (split === null) continue;
    mixed = split.world;
    changes.push({ id: split.id, attributes });
  }
  if (changes.length === 0) return null;
  const after = changes.reduce((so, { id, attributes }) => withAttributes(so, id, attributes), allMade(mixed, now));
  return { stage: { stage: "during", before: mixed, after }, runningBasis: basisOf(later) };
}

/** Reads what edits are of, in their order; `null` when one of it is not in the world. */
async function readEdits(
  readings: EditReadings,
  world: ReachWorld,
  wanted: readonly AttributeEdit[],
): Promise<readonly ReadEdit[] | null> {
  const read = await Promise.all(wanted.map((edit) => readEdit(readings, world, edit)));
  const edits = read.filter((edit) => edit !== null);
  return edits.length < wanted.length ? null : edits;
}

function attributeStages(before: ReachWorld, edits: readonly ReadEdit[]): EditStages {
  const after = allMade(before, edits);
  const later = edits.filter(({ resource }) => resourceKindFacts[resource.kind].takesEffect !== "now");
  const edge = edits.length === 1 ? (edits[0]?.edge ?? null) : null;
  const counts = (later.length > 0 ? later : edits).map(({ runningNodeCount }) => runningNodeCount);
  const runningNodeCount = counts.reduce((sum, count) => (sum === null || count === null ? null : sum + count), 0);
  const shared = { edge, runningNodeCount };
  if (later.length === 0) return { stages: [{ stage: "now", before, after }], ...shared, runningBasis: null };
  const during = duringStage(before, edits);
  const stages = [...(during === null ? [] : [during.stage]), { stage: "after", before, after } as const];
  return { stages, ...shared, runningBasis: during?.runningBasis ?? null };
}

const attributeEditsOf = (details: Of<"attributes"> | Of<"plan">): readonly AttributeEdit[] =>
  details.type === "plan" ? details.changes : [details];

/**
 * The worlds that an edit leads through, from a fresh read of every resource that it changes; `null` when one of them,
 * or its policy, is not in the world. Throws `OciRequestError` when a resource cannot be read.
 */
export async function stagesOfEdit(
  readings: EditReadings,
  world: ReachWorld,
  details: EffectDetails,
): Promise<EditStages | null> {
  if (details.type === "policy") return policyStages(world, details);
  const edits = await readEdits(readings, world, attributeEditsOf(details));
  return edits && attributeStages(asRead(world, edits), edits);
}

/**
 * As `stagesOfEdit`, for an edit of many resources after each of its steps: they are made one by one, and every world on
 * the way is one that people have to live in.
 */
export async function stagesOfSteps(
  readings: EditReadings,
  world: ReachWorld,
  details: EffectDetails,
): Promise<readonly Stage[] | null> {
  if (details.type === "policy") return policyStages(world, details)?.stages ?? null;
  const edits = await readEdits(readings, world, attributeEditsOf(details));
  if (edits === null) return null;
  const before = asRead(world, edits);
  return edits.flatMap((_, index) => attributeStages(before, edits.slice(0, index + 1)).stages);
}
