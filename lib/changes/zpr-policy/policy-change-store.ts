import "server-only";
import type { ZprPolicyChange } from "@/lib/contract/zpr-policy-changes";
import type { Principal } from "@/lib/oci/principal";

/** How many changes are remembered for one principal; the oldest finished ones are forgotten first. */
const historyLength = 100;

/** What a running change tells while it runs. */
export type PolicyChangeProgress = Partial<
  Pick<
    ZprPolicyChange,
    | "policyId"
    | "state"
    | "isFinished"
    | "isLongWatch"
    | "actual"
    | "finishedAt"
    | "message"
    | "error"
    | "workRequest"
    | "opcRequestId"
  >
>;

/** The policy changes of one principal since the console started. In memory: OCI itself keeps what was done. */
export class PolicyChangeStore {
  readonly #changes = new Map<string, ZprPolicyChange>();
  /** OCIDs of policies that are being changed, and names of those that are being made. */
  readonly #busy = new Set<string>();

  /** Marks a policy as being changed. False when it is already: then nothing may be written. */
  reserve(key: string): boolean {
    if (this.#busy.has(key)) return false;
    this.#busy.add(key);
    return true;
  }

  release(key: string): void {
    this.#busy.delete(key);
  }

  add(change: ZprPolicyChange): void {
    this.#changes.set(change.id, change);
    const surplus = this.#changes.size - historyLength;
    const oldest = [...this.#changes.values()].filter(({ isFinished }) => isFinished).slice(0, Math.max(0, surplus));
    for (const { id } of oldest) this.#changes.delete(id);
  }

  update(id: string, progress: PolicyChangeProgress): void {
    const change = this.#changes.get(id);
    if (change !== undefined) this.#changes.set(id, { ...change, ...progress });
  }

  get(id: string): ZprPolicyChange | null {
    return this.#changes.get(id) ?? null;
  }

  /** Whether a change of this policy that was begun after that one may have written to it. */
  hasLaterOf(id: string): boolean {
    const changes = [...this.#changes.values()];
    const index = changes.findIndex((change) => change.id === id);
    const { policyId, policyName } = changes[index] ?? {};
    return changes
      .slice(index + 1)
      .filter(({ state }) => state !== "failed")
      .some((change) => (policyId != null && change.policyId === policyId) || change.policyName === policyName);
  }

  /** Newest first. */
  list(): readonly ZprPolicyChange[] {
    return [...this.#changes.values()].toReversed();
  }
}

const holder: typeof globalThis & { zprPolicyChanges?: Map<string, PolicyChangeStore> } = globalThis;

/** The policy changes of a principal; pages and route handlers share them. */
export function policyChangeStoreOf({ cacheKey }: Principal): PolicyChangeStore {
  holder.zprPolicyChanges ??= new Map();
  const store = holder.zprPolicyChanges.get(cacheKey) ?? new PolicyChangeStore();
  holder.zprPolicyChanges.set(cacheKey, store);
  return store;
}
