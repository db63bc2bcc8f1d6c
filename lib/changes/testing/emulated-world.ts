import type { EmulatedTenancy } from "@/emulator/control-client";
import type { RunningEmulator } from "@/emulator/server";
import type { ChangeClock } from "@/lib/changes/change-clock";
import { startChange, type ChangeEnvironment } from "@/lib/changes/start-change";
import { makeTestGuards } from "@/lib/changes/testing/test-guards";
import type { CreateChangeDetails } from "@/lib/contract/create-change";
import { readFreshResource } from "@/lib/inventory/fresh-resource";
import { makeInventories } from "@/lib/inventory/inventories";
import type { Inventory } from "@/lib/inventory/inventory";
import { setOciHttpOptions, type OciContext } from "@/lib/oci/clients";
import { loadPrincipal } from "@/lib/oci/principal";
import type { FreshResource, ProtectedResource } from "@/lib/oke/protected-resource";
import { protectedResourcesFrom } from "@/lib/oke/protected-resources";
import type { ChangeOperation } from "@/lib/zpr/change-operation";

/** A tenancy of the emulator, its inventory, and a clock that both the console's waits and the tenancy go by. */
export type EmulatedWorld = {
  readonly tenancy: EmulatedTenancy;
  readonly ociContext: OciContext;
  readonly inventory: Inventory;
  readonly environment: ChangeEnvironment;
  /** Resources as they were read after changes of them ended. */
  readonly replaced: FreshResource[];
  readonly bugs: unknown[];
  /** The guard file that edits are held against, and the overrides that were made. */
  readonly held: ReturnType<typeof makeTestGuards>["held"];
  /** The one resource of that name and kind. */
  readonly resource: (kind: ProtectedResource["kind"], displayName: string) => ProtectedResource;
  /** What a form would send: the resource read now, with these steps. */
  readonly detailsFor: (
    resource: ProtectedResource,
    ...operations: readonly ChangeOperation[]
  ) => Promise<CreateChangeDetails>;
  readonly fresh: (resource: ProtectedResource) => Promise<FreshResource>;
  /** Starts the change and waits for its end. Throws when it is refused. */
  readonly change: (details: CreateChangeDetails) => ReturnType<typeof ended>;
  /** Writes that reached the emulator. */
  readonly writes: () => ReturnType<EmulatedTenancy["requests"]>;
};

const ended = async (environment: ChangeEnvironment, details: CreateChangeDetails) => {
  const started = await startChange(environment, details);
  if (!started.ok) throw new Error(`The change was refused: ${JSON.stringify(started.body)}`);
  await started.ended;
  return started.change.id;
};

/** A clock that moves the tenancy's instead of waiting. */
function clockOf(tenancy: EmulatedTenancy): ChangeClock {
  let now = Date.now();
  let made = 0;
  return {
    now: () => now,
    sleep: async (milliseconds) => {
      now += milliseconds;
      await tenancy.advance(milliseconds);
    },
    newId: () => `change-${(made += 1)}`,
  };
}

/** Reads to the end what one user of a new tenancy may see. */
export async function makeWorld(emulator: RunningEmulator, seed: string, user?: string): Promise<EmulatedWorld> {
  setOciHttpOptions({ delay: () => Promise.resolve() });
  const tenancy = await emulator.createTenancy(seed, { ...(user !== undefined && { user }) });
  await tenancy.setClock({ mode: "manual" });
  const principal = loadPrincipal({
    NODE_ENV: "test",
    OCI_CONFIG_FILE: tenancy.configFile,
    OCI_CLI_PROFILE: tenancy.profile,
    ZPR_EMULATOR_URL: emulator.url,
  });
  const ociContext: OciContext = { principal };
  const inventories = makeInventories({ derive: protectedResourcesFrom, now: Date.now });
  const view = await inventories.viewWhen(ociContext, ({ finishedAt }) => finishedAt !== null, 30_000);
  const { inventory } = view;
  if (inventory === null) throw new Error(`Nothing could be read: ${JSON.stringify(view.problem)}`);
  const replaced: FreshResource[] = [];
  const bugs: unknown[] = [];
  const { held, guards } = makeTestGuards(ociContext, inventory.homeRegion);
  const environment: ChangeEnvironment = {
    ociContext,
    inventory,
    guards,
    clock: clockOf(tenancy),
    onFreshResource: (fresh) => replaced.push(fresh),
    onBug: (thrown) => bugs.push(thrown),
  };
  const fresh = async (resource: ProtectedResource): Promise<FreshResource> => {
    const read = await readFreshResource(ociContext, inventory, resource.id);
    if (read === null) throw new Error(`${resource.id} is not in the inventory.`);
    return read;
  };
  await tenancy.clearRequests();
  return {
    tenancy,
    ociContext,
    inventory,
    environment,
    replaced,
    bugs,
    held,
    resource(kind, displayName) {
      const [found, ...others] = inventory.resources.filter((r) => r.kind === kind && r.displayName === displayName);
      if (found === undefined || others.length > 0) throw new Error(`Not one ${kind} is named ${displayName}.`);
      return found;
    },
    async detailsFor(resource, ...operations) {
      const { resource: now, etag } = await fresh(resource);
      const seenSecurityAttributes = now.securityAttributes.map(({ verdict: _verdict, ...attribute }) => attribute);
      return { resourceId: resource.id, etag, seenSecurityAttributes, operations };
    },
    fresh,
    change: (details) => ended(environment, details),
    // A kubeconfig is asked for by POST, and nothing is written by it.
    writes: async () =>
      (await tenancy.requests()).filter(
        ({ method, operation }) => method !== "GET" && operation !== "createKubeconfig",
      ),
  };
}
