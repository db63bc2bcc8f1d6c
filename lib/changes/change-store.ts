import "server-only";
import type { ChangeProgress } from "@/lib/changes/change-progress";
import type { Change } from "@/lib/contract/changes";
import type { Principal } from "@/lib/oci/principal";

/** How many changes are remembered for one principal; the oldest finished ones are forgotten first. */
const historyLength = 200;

/** The changes of one principal since the console started. In memory: OCI itself keeps what was done. */
export class ChangeStore {
  readonly #changes = new Map<string, Change>();
  /** OCIDs that are being changed or checked for a change: OKE takes one work request at a time on each. */
  readonly #busy = new Set<string>();

  /** Marks the object as being changed. False when it is already: then nothing may be written. */
  reserve(ocid: string): boolean {
    if (this.#busy.has(ocid)) return false;
    this.#busy.add(ocid);
    return true;
  }

  release(ocid: string): void {
    this.#busy.delete(ocid);
  }

  add(change: Change): void {
    this.#changes.set(change.id, change);
    const surplus = this.#changes.size - historyLength;
    const oldest = [...this.#changes.values()].filter(({ isFinished }) => isFinished).slice(0, Math.max(0, surplus));
    for (const { id } of oldest) this.#changes.delete(id);
  }

  update(id: string, progress: ChangeProgress & Partial<Pick<Change, "isFinished" | "finishedAt">>): void {
    const change = this.#changes.get(id);
    if (change !== undefined) this.#changes.set(id, { ...change, ...progress });
  }

  get(id: string): Change | null {
    return this.#changes.get(id) ?? null;
  }

  /** Newest first. */
  list(): readonly Change[] {
    return [...this.#changes.values()].toReversed();
  }
}

const holder: typeof globalThis & { zprChanges?: Map<string, ChangeStore> } = globalThis;

/** The changes of a principal; pages and route handlers share them. */
export function changeStoreOf({ cacheKey }: Principal): ChangeStore {
  holder.zprChanges ??= new Map();
  const store = holder.zprChanges.get(cacheKey) ?? new ChangeStore();
  holder.zprChanges.set(cacheKey, store);
  return store;
}
