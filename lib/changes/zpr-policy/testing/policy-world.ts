import type { EmulatedTenancy } from "@/emulator/control-client";
import type { RunningEmulator } from "@/emulator/server";
import type { ChangeClock } from "@/lib/changes/change-clock";
import { makeTestGuards } from "@/lib/changes/testing/test-guards";
import { getPolicyChange } from "@/lib/changes/zpr-policy/list-policy-changes";
import { textOf } from "@/lib/changes/zpr-policy/policy-reading";
import { startPolicyChange, type PolicyChangeEnvironment } from "@/lib/changes/zpr-policy/start-policy-change";
import type { CreateZprPolicyChangeDetails, ZprPolicyChange } from "@/lib/contract/zpr-policy-changes";
import { makeInventories } from "@/lib/inventory/inventories";
import type { Inventory } from "@/lib/inventory/inventory";
import { setOciHttpOptions, type OciContext } from "@/lib/oci/clients";
import { loadPrincipal } from "@/lib/oci/principal";
import { getZprPolicy } from "@/lib/oci/write-zpr-policy";
import { listZprPolicies } from "@/lib/oci/zpr";
import { protectedResourcesFrom } from "@/lib/oke/protected-resources";
import type { ZprPolicyText } from "@/lib/zpr/zpr-policy-write";

export const region = "us-ashburn-1";

let inventoryOfSeed: Promise<Inventory> | null = null;

/** Every tenancy of a seed has the same resources, so they are read once. */
async function readInventory(ociContext: OciContext): Promise<Inventory> {
  const inventories = makeInventories({ derive: protectedResourcesFrom, now: Date.now });
  const view = await inventories.viewWhen(ociContext, ({ finishedAt }) => finishedAt !== null, 30_000);
  if (view.inventory === null) throw new Error(`Nothing could be read: ${JSON.stringify(view.problem)}`);
  return view.inventory;
}

/** A tenancy of the emulator with its policies, and a clock that both the console's waits and the tenancy go by. */
export async function makePolicyWorld(emulator: RunningEmulator, user?: string) {
  setOciHttpOptions({ delay: () => Promise.resolve() });
  const tenancy: EmulatedTenancy = await emulator.createTenancy("acme", { ...(user !== undefined && { user }) });
  await tenancy.setClock({ mode: "manual" });
  const principal = loadPrincipal({
    NODE_ENV: "test",
    OCI_CONFIG_FILE: tenancy.configFile,
    OCI_CLI_PROFILE: tenancy.profile,
    ZPR_EMULATOR_URL: emulator.url,
  });
  const ociContext: OciContext = { principal };
  const bugs: unknown[] = [];
  let now = Date.now();
  let made = 0;
  const clock: ChangeClock = {
    now: () => now,
    sleep: async (milliseconds) => {
      now += milliseconds;
      await tenancy.advance(milliseconds);
    },
    newId: () => `change-${(made += 1)}`,
  };
  const { held, guards } = makeTestGuards(ociContext, region);
  inventoryOfSeed ??= readInventory(ociContext);
  const environment: PolicyChangeEnvironment = {
    ociContext,
    inventory: await inventoryOfSeed,
    guards,
    clock,
    onEnded: () => Promise.resolve(),
    onBug: (thrown) => bugs.push(thrown),
  };
  const read = async (name: string) => {
    const policies = await listZprPolicies(ociContext, { region });
    const found = policies.find((policy) => policy.name === name && policy.lifecycleState !== "DELETED");
    if (found === undefined) throw new Error(`No policy is named ${name}.`);
    const { zprPolicy, etag } = await getZprPolicy(ociContext, { region, zprPolicyId: found.id });
    return { policy: zprPolicy, etag: etag ?? "" };
  };
  return {
    tenancy,
    ociContext,
    environment,
    held,
    bugs,
    read,
    /** What a form would send: the policy read now, with this text instead. */
    async updateOf(name: string, text: ZprPolicyText) {
      const { policy, etag } = await read(name);
      return { action: "update", policyId: policy.id, etag, seen: textOf(policy), text } as const;
    },
    async deletionOf(name: string) {
      const { policy, etag } = await read(name);
      return { action: "delete", policyId: policy.id, etag, seen: textOf(policy) } as const;
    },
    /** Starts the change and waits for its end. Throws when it is refused. */
    async change(details: CreateZprPolicyChangeDetails): Promise<ZprPolicyChange> {
      const started = await startPolicyChange(environment, details);
      if (!started.ok) throw new Error(`The change was refused: ${JSON.stringify(started.body)}`);
      await started.ended;
      const ended = getPolicyChange(ociContext, started.change.id);
      if (ended === null) throw new Error("The change is not remembered.");
      return ended;
    },
    /** Writes that reached the emulator. */
    writes: async () => (await tenancy.requests()).filter(({ method }) => method !== "GET"),
  };
}

export type PolicyWorld = Awaited<ReturnType<typeof makePolicyWorld>>;
