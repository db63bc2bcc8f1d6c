import "server-only";
import { systemClock } from "@/lib/changes/change-clock";
import type { EffectDetails } from "@/lib/contract/effect";
import type { Principal } from "@/lib/oci/principal";

/** How many drafts are kept for one principal, and for how long: a link to one is for now, not for a report. */
const mostDrafts = 20;
const keptForMs = 8 * 60 * 60_000;

export type StoredDraft = { readonly id: string; readonly details: EffectDetails; readonly storedAt: string };

/** The drafts that one principal looks at on the map. In memory: a draft is no change. */
export class MapDraftStore {
  readonly #drafts = new Map<string, StoredDraft>();

  add(draft: StoredDraft): void {
    this.#drafts.set(draft.id, draft);
    const surplus = Math.max(0, this.#drafts.size - mostDrafts);
    for (const id of [...this.#drafts.keys()].slice(0, surplus)) this.#drafts.delete(id);
  }

  /** `null` when it was never there, or is too old, or made room for others. */
  get(id: string, nowMs: number): StoredDraft | null {
    const draft = this.#drafts.get(id);
    if (draft === undefined) return null;
    if (nowMs - Date.parse(draft.storedAt) <= keptForMs) return draft;
    this.#drafts.delete(id);
    return null;
  }
}

const holder: typeof globalThis & { zprMapDrafts?: Map<string, MapDraftStore> } = globalThis;

/** The drafts of a principal; pages and route handlers share them. */
export function mapDraftStoreOf({ cacheKey }: Principal): MapDraftStore {
  holder.zprMapDrafts ??= new Map();
  const store = holder.zprMapDrafts.get(cacheKey) ?? new MapDraftStore();
  holder.zprMapDrafts.set(cacheKey, store);
  return store;
}

/** Keeps an edit that has not been sent for a principal. Nothing is sent to OCI. */
export function storeMapDraft(principal: Principal, details: EffectDetails, { newId, now } = systemClock): StoredDraft {
  const draft = { id: newId(), details, storedAt: new Date(now()).toISOString() };
  mapDraftStoreOf(principal).add(draft);
  return draft;
}
