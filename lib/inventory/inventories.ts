import "server-only";
import { withFreshResources, type SeenResource } from "@/lib/inventory/fresh-overlay";
import type { CoverageEntry, CoverageScope, Inventory } from "@/lib/inventory/inventory";
import { startPass, type Pass } from "@/lib/inventory/pass";
import type { ScopeResult } from "@/lib/inventory/scope-result";
import type { Derive } from "@/lib/inventory/snapshot";
import type { OciContext } from "@/lib/oci/clients";
import type { Principal } from "@/lib/oci/principal";

type ReadProblem = NonNullable<CoverageEntry["problem"]>;

/** After so long an inventory is read anew behind the one that is shown. */
const maxAgeMs = 5 * 60_000;
/** After a pass that could not even read the tenancy, so long before another begins by itself. */
const retryAfterMs = 15_000;
/** A snapshot of a pass under way is made at most so often, and never for more than a tenth of the time. */
const minSnapshotAgeMs = 250;

/** What there is to show of a tenancy now. */
export type InventoryView = {
  /** `null` while there is nothing to see yet. Of an unfinished first pass it is what has been read so far. */
  readonly inventory: Inventory | null;
  /** The pass under way. */
  readonly pass: {
    readonly startedAt: string;
    readonly scopesDone: number;
    readonly scopes: readonly CoverageScope[];
  } | null;
  /** Why the last pass could not read the tenancy at all. */
  readonly problem: ReadProblem | null;
};

export type Inventories = {
  /** What is there now, at once. Starts a pass when there is no inventory, or when it is older than five minutes. */
  readonly view: (ociContext: OciContext) => InventoryView;
  /** Starts a pass unless one is under way; the present inventory stays until it is done. */
  readonly refresh: (ociContext: OciContext) => void;
  /** The view once it is good enough, or once nothing more will come, or after `timeoutMs`. */
  readonly viewWhen: (
    ociContext: OciContext,
    isGoodEnough: (inventory: Inventory) => boolean,
    timeoutMs: number,
  ) => Promise<InventoryView>;
  /** Puts a resource that was read singly, after a write, in its place. */
  readonly replaceResource: (principal: Principal, fresh: SeenResource) => void;
};

type Held = {
  inventory: Inventory | null;
  revision: number;
  pass: Pass | null;
  /** Of the last pass that came to its end. */
  results: readonly ScopeResult[];
  snapshot: { readonly madeMs: number; readonly costMs: number; readonly resultCount: number } | null;
  problem: { readonly problem: ReadProblem; readonly atMs: number } | null;
  crash: { readonly thrown: unknown } | null;
  fresh: readonly SeenResource[];
};

export type InventoriesOptions = {
  /** Gets the principal besides: what else was read in its name may tell more of a resource. */
  readonly derive: (read: Parameters<Derive>[0], principal: Principal) => ReturnType<Derive>;
  /** Epoch milliseconds. */
  readonly now: () => number;
};

/** Makes the place where inventories are kept, one a principal. */
export function makeInventories({ derive, now }: InventoriesOptions): Inventories {
  const all = new Map<string, Held>();

  const heldFor = ({ cacheKey }: Principal): Held => {
    const held: Held = all.get(cacheKey) ?? {
      inventory: null,
      revision: 0,
      pass: null,
      results: [],
      snapshot: null,
      problem: null,
      crash: null,
      fresh: [],
    };
    all.set(cacheKey, held);
    return held;
  };

  const publish = (held: Held, pass: Pass): void => {
    const madeMs = now();
    const made = pass.snapshot(held.revision + 1);
    if (made === null) return;
    const { inventory, stillNeeded } = withFreshResources(made, held.fresh);
    held.inventory = inventory;
    held.revision = inventory.revision;
    if (inventory.finishedAt !== null) held.fresh = stillNeeded;
    held.snapshot = { madeMs, costMs: now() - madeMs, resultCount: pass.results().length };
  };

  const finish = (held: Held, pass: Pass, problem: ReadProblem | null): void => {
    held.problem = problem === null ? null : { problem, atMs: now() };
    held.pass = null;
    if (problem !== null) return;
    publish(held, pass);
    held.results = pass.results();
  };

  const start = (held: Held, ociContext: OciContext): void => {
    if (held.pass !== null) return;
    const { principal } = ociContext;
    const pass = startPass({
      ociContext,
      derive: (read) => derive(read, principal),
      now,
      previous: held.results,
    });
    held.pass = pass;
    pass.done
      .then((problem) => finish(held, pass, problem))
      .catch((thrown: unknown) => {
        held.pass = null;
        held.crash = { thrown };
      });
  };

  const isDue = ({ inventory, problem, pass }: Held): boolean => {
    if (pass !== null) return false;
    if (problem !== null) return now() - problem.atMs >= retryAfterMs;
    return inventory?.finishedAt == null || now() - Date.parse(inventory.finishedAt) >= maxAgeMs;
  };

  const isSnapshotDue = ({ pass, snapshot }: Held): boolean =>
    snapshot === null ||
    (pass?.results().length !== snapshot.resultCount &&
      now() - snapshot.madeMs >= Math.max(minSnapshotAgeMs, snapshot.costMs * 10));

  const look = (held: Held): InventoryView => {
    const { pass } = held;
    // While an inventory that was read to its end is shown, a refresh stays behind it.
    if (pass !== null && held.inventory?.finishedAt == null && isSnapshotDue(held)) publish(held, pass);
    return {
      inventory: held.inventory,
      pass: pass && { startedAt: pass.startedAt, scopesDone: pass.results().length, scopes: pass.scopes() },
      problem: held.problem?.problem ?? null,
    };
  };

  const view = (ociContext: OciContext): InventoryView => {
    const held = heldFor(ociContext.principal);
    if (held.crash !== null) {
      const { thrown } = held.crash;
      held.crash = null;
      throw thrown;
    }
    if (isDue(held)) start(held, ociContext);
    return look(held);
  };

  return {
    view,
    refresh: (ociContext) => start(heldFor(ociContext.principal), ociContext),
    async viewWhen(ociContext, isGoodEnough, timeoutMs) {
      const held = heldFor(ociContext.principal);
      const timeout = AbortSignal.timeout(timeoutMs);
      const timedOut = new Promise((resolve) => timeout.addEventListener("abort", resolve, { once: true }));
      for (;;) {
        const present = view(ociContext);
        const isThere = present.inventory !== null && isGoodEnough(present.inventory);
        if (isThere || held.pass === null || timeout.aborted) return present;
        await Promise.race([timedOut, held.pass.whenChanged(), held.pass.done.catch(() => {})]);
      }
    },
    replaceResource(principal, fresh) {
      const held = heldFor(principal);
      held.fresh = [...held.fresh.filter(({ resource }) => resource.id !== fresh.resource.id), fresh];
      if (held.inventory === null) return;
      held.revision += 1;
      held.inventory = {
        ...withFreshResources(held.inventory, held.fresh).inventory,
        revision: held.revision,
      };
    },
  };
}
