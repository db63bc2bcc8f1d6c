import "server-only";
import type { NodeReplacement } from "@/lib/contract/node-replacements";
import type { Principal } from "@/lib/oci/principal";

/** How many replacements are remembered for one principal; the oldest finished ones are forgotten first. */
const historyLength = 50;

export type ReplacementProgress = Partial<
  Pick<
    NodeReplacement,
    | "state"
    | "isFinished"
    | "isStopping"
    | "nodes"
    | "newNodes"
    | "finishedAt"
    | "message"
    | "error"
    | "workRequest"
    | "counts"
  >
>;

/** The node replacements of one principal since the console started. In memory: OCI itself keeps what was done. */
export class ReplacementStore {
  readonly #replacements = new Map<string, NodeReplacement>();

  add(replacement: NodeReplacement): void {
    this.#replacements.set(replacement.id, replacement);
    const surplus = this.#replacements.size - historyLength;
    const oldest = this.list()
      .toReversed()
      .filter(({ isFinished }) => isFinished)
      .slice(0, Math.max(0, surplus));
    for (const { id } of oldest) this.#replacements.delete(id);
  }

  update(id: string, progress: ReplacementProgress): void {
    const replacement = this.#replacements.get(id);
    if (replacement !== undefined) this.#replacements.set(id, { ...replacement, ...progress });
  }

  get(id: string): NodeReplacement | null {
    return this.#replacements.get(id) ?? null;
  }

  /** Newest first. */
  list(): readonly NodeReplacement[] {
    return [...this.#replacements.values()].toReversed();
  }
}

const holder: typeof globalThis & { zprNodeReplacements?: Map<string, ReplacementStore> } = globalThis;

/** The node replacements of a principal; pages and route handlers share them. */
export function replacementStoreOf({ cacheKey }: Principal): ReplacementStore {
  holder.zprNodeReplacements ??= new Map();
  const store = holder.zprNodeReplacements.get(cacheKey) ?? new ReplacementStore();
  holder.zprNodeReplacements.set(cacheKey, store);
  return store;
}
