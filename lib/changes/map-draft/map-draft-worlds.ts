import "server-only";
import type { StoredDraft } from "@/lib/changes/map-draft/map-draft-store";
import { stagesOfEdit } from "@/lib/changes/stages-of-edit";
import type { EffectDetails } from "@/lib/contract/effect";
import type { MapAnswer } from "@/lib/contract/map";
import type { Inventory } from "@/lib/inventory/inventory";
import { indexOf } from "@/lib/inventory/projections/inventory-index";
import type { OciContext } from "@/lib/oci/clients";
import type { MapWorlds } from "@/lib/oke/map/map-nodes";
import type { ProtectedResource } from "@/lib/oke/protected-resource";
import { resourceKindFacts } from "@/lib/oke/resource-kind";
import { assessSecurityAttributes } from "@/lib/zpr/attribute-verdict";
import { type CompiledWorld, compileWorld } from "@/lib/zpr/reach/compile-world";

/** A draft as the worlds before and after it. */
export type DraftWorlds = {
  readonly worlds: MapWorlds;
  /** The resources of the world after, by id. */
  readonly resources: ReadonlyMap<string, ProtectedResource>;
  readonly draft: NonNullable<MapAnswer["draft"]>;
};

type Made = { readonly of: CompiledWorld; readonly inventory: Inventory; readonly result: DraftWorlds };
const made = new WeakMap<StoredDraft, Made>();

const editsOf = (details: EffectDetails) =>
  details.type === "policy" ? [] : details.type === "plan" ? details.changes : [details];

function titleOf(inventory: Inventory, details: EffectDetails): string {
  if (details.type === "policy")
    return details.statements === null ? `Deletion of policy ${details.name}` : `Policy ${details.name}`;
  const [first, ...more] = editsOf(details);
  if (more.length > 0) return `Change plan of ${more.length + 1} resources`;
  const resource = first && indexOf(inventory).resources.get(first.resourceId);
  return resource === undefined
    ? "Edit of one resource"
    : `Edit of ${resource.displayName}, ${resourceKindFacts[resource.kind].label}`;
}

function resourcesAfter(inventory: Inventory, details: EffectDetails): ReadonlyMap<string, ProtectedResource> {
  const after = new Map(indexOf(inventory).resources);
  for (const { resourceId, after: wanted } of editsOf(details)) {
    const resource = after.get(resourceId);
    if (resource === undefined) continue;
    const securityAttributes = assessSecurityAttributes(wanted, inventory.catalog);
    after.set(resourceId, { ...resource, securityAttributes, differingVnics: null });
  }
  return after;
}

/**
 * Works out the worlds of a draft from a fresh read of what it edits, once for an inventory and its policies; `null`
 * when something of it is no longer there. Of an edit of node pools the world after is that in which all nodes have been
 * replaced. Throws `OciRequestError` when a resource cannot be read.
 */
export async function mapDraftWorlds(
  ociContext: OciContext,
  inventory: Inventory,
  compiled: CompiledWorld,
  stored: StoredDraft,
): Promise<DraftWorlds | null> {
  const known = made.get(stored);
  if (known !== undefined && known.of === compiled && known.inventory === inventory) return known.result;
  const { id, details, storedAt } = stored;
  const last = (await stagesOfEdit({ ociContext, inventory }, compiled.world, details))?.stages.at(-1);
  if (last === undefined) return null;
  const before = compileWorld(last.before, compiled);
  const result: DraftWorlds = {
    worlds: { before, after: compileWorld(last.after, before) },
    resources: resourcesAfter(inventory, details),
    draft: { id, title: titleOf(inventory, details), storedAt, isLater: last.stage === "after" },
  };
  made.set(stored, { of: compiled, inventory, result });
  return result;
}
