import { mapDraftStoreOf } from "@/lib/changes/map-draft/map-draft-store";
import { type DraftWorlds, mapDraftWorlds } from "@/lib/changes/map-draft/map-draft-worlds";
import type { Inventory } from "@/lib/inventory/inventory";
import { Problem } from "@/lib/server/problem";
import type { Session } from "@/lib/server/session";
import type { CompiledWorld } from "@/lib/zpr/reach/compile-world";

/** The worlds of a draft that is kept. Throws 410 when it is kept no longer, 409 when it no longer fits. */
export async function mapDraftNow(
  { ociContext, principal }: Session,
  inventory: Inventory,
  compiled: CompiledWorld,
  id: string,
): Promise<DraftWorlds> {
  const stored = mapDraftStoreOf(principal).get(id, Date.now());
  if (stored === null) {
    const message = "This draft is no longer kept: it is older than eight hours, or the console was started anew.";
    throw new Problem(410, { code: "DraftExpired", message });
  }
  const worlds = await mapDraftWorlds(ociContext, inventory, compiled, stored);
  if (worlds !== null) return worlds;
  const message = "What this draft edits is not among what was read: it is gone, or it cannot be read.";
  throw new Problem(409, { code: "IncorrectState", message });
}
