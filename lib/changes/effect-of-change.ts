import "server-only";
import type { EffectAnswer, EffectDetails } from "@/lib/contract/effect";
import { readFresh } from "@/lib/inventory/fresh-resource";
import type { Inventory } from "@/lib/inventory/inventory";
import { effectAnswer, type Stage } from "@/lib/inventory/projections/effect";
import { compiledWorldOf } from "@/lib/inventory/projections/reach-world";
import type { OciContext } from "@/lib/oci/clients";
import type { Reading } from "@/lib/oke/readiness/reading";
import { resourceKindFacts } from "@/lib/oke/resource-kind";
import { assessSecurityAttributes } from "@/lib/zpr/attribute-verdict";
import { withAttributes, withNewNodes, withoutPolicy, withPolicy } from "@/lib/zpr/reach/edit-world";
import { reachAttributesFrom, type ReachPolicy, type ReachWorld } from "@/lib/zpr/reach/reach-world";
import type { ZprPolicy } from "@/lib/zpr/zpr-policy";

type Of<T extends EffectDetails["type"]> = Extract<EffectDetails, { type: T }>;
type Planned = {
  readonly stages: readonly Stage[];
  readonly edge: "first" | "last" | null;
  readonly runningNodeCount: number | null;
};

const unknown = (cause: string): EffectAnswer => ({ state: "unknown", cause });

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

async function attributeStages(
  ociContext: OciContext,
  inventory: Inventory,
  world: ReachWorld,
  { resourceId, after: wanted }: Of<"attributes">,
): Promise<Planned | null> {
  const freshlyRead = await readFresh(ociContext, inventory, resourceId);
  const isThere = [...world.endpoints, ...world.vcns].some(({ id }) => id === resourceId);
  if (freshlyRead === null || !isThere) return null;
  const { resource } = freshlyRead.fresh;
  const { runningNodeCount } = freshlyRead.read;
  const stored = resource.securityAttributes;
  // VNICs that disagree stand in the world with what all of them carry, and what only some do.
  const before =
    resource.differingVnics === null ? withAttributes(world, resourceId, reachAttributesFrom(stored)) : world;
  const attributes = reachAttributesFrom(assessSecurityAttributes(wanted, inventory.catalog));
  const edge =
    stored.length === 0 && wanted.length > 0 ? "first" : wanted.length === 0 && stored.length > 0 ? "last" : null;
  const after = withAttributes(before, resourceId, attributes);
  if (resourceKindFacts[resource.kind].takesEffect === "now") {
    return { stages: [{ stage: "now", before, after }], edge, runningNodeCount };
  }
  const mixed = runningNodeCount === 0 ? null : withNewNodes(before, resourceId);
  const during: readonly Stage[] =
    mixed === null
      ? []
      : [{ stage: "during", before: mixed.world, after: withAttributes(mixed.world, mixed.id, attributes) }];
  return { stages: [...during, { stage: "after", before, after }], edge, runningNodeCount };
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
  if (policies.state === "not-asked") return unknown("The ZPR policies are still being read.");
  if (policies.state !== "read") return unknown(`The ZPR policies could not be read: ${policies.message}`);
  const compiled = compiledWorldOf(inventory, policies);
  const { world } = compiled;
  const planned =
    details.type === "policy"
      ? policyStages(world, details)
      : await attributeStages(ociContext, inventory, world, details);
  if (planned === null) {
    return unknown(
      details.type === "policy"
        ? "The policy is not among those that were read."
        : "The resource is not among those that ZPR's reach is worked out for: it is gone, or where it is could not be read.",
    );
  }
  return effectAnswer(inventory, compiled, { ...planned, policiesReadAt: policies.readAt });
}
