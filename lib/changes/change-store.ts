import "server-only";
import type { ChangeProgress } from "@/lib/changes/change-progress";
import type { Change } from "@/lib/contract/changes";
import type { Principal } from "@/lib/oci/principal";

/** How many changes are remembered for one principal; the oldest finished ones are forgotten first. */
const historyLength = 200;

type StoredProgress = ChangeProgress & Partial<Pick<Change, "isFinished" | "finishedAt" | "isLongWatch">>;

/** Whether a change is of this object: both surfaces of a node pool are one object to OCI. */
export const isOf = ({ resourceId }: Pick<Change, "resourceId">, ocid: string): boolean =>
  resourceId === ocid || resourceId.startsWith(`${ocid}:`);

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

  isReserved(ocid: string): boolean {
    return this.#busy.has(ocid);
  }

  /** Whether a change of this object that was made after that one may have written to it. */
  wasChangedAfter(id: string, ocid: string): boolean {
    const changes = [...this.#changes.values()];
    const later = changes.slice(changes.findIndex((change) => change.id === id) + 1);
    return later.some((change) => isOf(change, ocid) && change.state !== "failed");
  }

  add(change: Change): void {
    this.#changes.set(change.id, change);
    const surplus = this.#changes.size - historyLength;
    const oldest = [...this.#changes.values()].filter(({ isFinished }) => isFinished).slice(0, Math.max(0, surplus));
    for (const { id } of oldest) this.#changes.delete(id);
  }

  update(id: string, progress: StoredProgress): void {
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
