import "server-only";
import pLimit from "p-limit";
import { replaceResource } from "@/lib/inventory/current-inventories";
import type { ClusterDeclaration } from "@/lib/inventory/declaration";
import { readFreshResource } from "@/lib/inventory/fresh-resource";
import type { Inventory } from "@/lib/inventory/inventory";
import { readDeclared } from "@/lib/inventory/read-declared";
import type { OciContext } from "@/lib/oci/clients";

type Cluster = Inventory["clusters"][number];

/** After so long a declaration is read anew behind the one that is shown. */
const maxAgeMs = 5 * 60_000;
/** Clusters whose declarations are kept; the one that was asked for longest ago goes first. */
const maxClusters = 200;
/** Clusters that are read at one time. */
const concurrency = 4;

/** What there is to show of a cluster's manifests now. */
export type DeclarationView = {
  /** `null` until the first read is done. */
  readonly declaration: ClusterDeclaration | null;
  readonly isReading: boolean;
};

export type Declarations = {
  /** What is there now, at once. Starts a read when there is nothing, or when it is older than five minutes. */
  readonly view: (context: OciContext, inventory: Inventory, cluster: Cluster) => DeclarationView;
  /** What is there now, whatever its age. Starts nothing. */
  readonly peek: (context: OciContext, cluster: Cluster) => ClusterDeclaration | null;
  /** What there is of every cluster that was looked at. Starts nothing. */
  readonly peekAll: (context: OciContext) => readonly ClusterDeclaration[];
  /** Starts a read unless one is under way; what is there stays until it is done. */
  readonly refresh: (context: OciContext, inventory: Inventory, cluster: Cluster) => void;
};

type Held = {
  /** The principal's key. */
  readonly owner: string;
  declaration: ClusterDeclaration | null;
  isReading: boolean;
  crash: { readonly thrown: unknown } | null;
};

export type DeclarationsOptions = {
  readonly read: (context: OciContext, inventory: Inventory, cluster: Cluster) => Promise<ClusterDeclaration>;
  /** Epoch milliseconds. */
  readonly now: () => number;
};

/** Makes the place where declarations are kept, one a principal and cluster. */
export function makeDeclarations({ read, now }: DeclarationsOptions): Declarations {
  const all = new Map<string, Held>();
  const limit = pLimit(concurrency);

  const heldFor = ({ principal }: OciContext, { id }: Cluster): Held => {
    const key = `${principal.cacheKey} ${id}`;
    const held = all.get(key) ?? { owner: principal.cacheKey, declaration: null, isReading: false, crash: null };
    all.delete(key);
    all.set(key, held);
    for (const oldest of [...all.keys()].slice(0, -maxClusters)) all.delete(oldest);
    return held;
  };

  const start = (held: Held, { principal }: OciContext, inventory: Inventory, cluster: Cluster): void => {
    if (held.isReading) return;
    held.isReading = true;
    // Without the request's signal: others look at the same answer.
    limit(() => read({ principal }, inventory, cluster))
      .then((declaration) => (held.declaration = declaration))
      .catch((thrown: unknown) => (held.crash = { thrown }))
      .finally(() => (held.isReading = false));
  };

  const isDue = ({ declaration }: Held, { finishedAt }: Inventory): boolean =>
    declaration === null ||
    (!declaration.isOfWholeInventory && finishedAt !== null) ||
    now() - Date.parse(declaration.finishedAt) >= maxAgeMs;

  return {
    view(context, inventory, cluster) {
      const held = heldFor(context, cluster);
      if (held.crash !== null) {
        const { thrown } = held.crash;
        held.crash = null;
        throw thrown;
      }
      if (isDue(held, inventory)) start(held, context, inventory, cluster);
      return { declaration: held.declaration, isReading: held.isReading };
    },
    peek: ({ principal }, { id }) => all.get(`${principal.cacheKey} ${id}`)?.declaration ?? null,
    peekAll: ({ principal }) =>
      [...all.values()].flatMap(({ owner, declaration }) =>
        declaration !== null && owner === principal.cacheKey ? [declaration] : [],
      ),
    refresh: (context, inventory, cluster) => start(heldFor(context, cluster), context, inventory, cluster),
  };
}

declare global {
  /** Pages and route handlers have separate copies of this module; what was read is the process's. */
  var zprConsoleDeclarations: Declarations | undefined;
}

/** Where a resource cannot be read, the inventory's older word stands. */
async function readStored(context: OciContext, inventory: Inventory, resourceId: string): Promise<void> {
  const fresh = await readFreshResource(context, inventory, resourceId).catch(() => null);
  if (fresh !== null) replaceResource(context.principal, fresh);
}

/** The declarations of this process. */
export const currentDeclarations = (): Declarations =>
  (globalThis.zprConsoleDeclarations ??= makeDeclarations({
    read: (context, inventory, cluster) => readDeclared(context, inventory, cluster, { now: Date.now, readStored }),
    now: Date.now,
  }));
