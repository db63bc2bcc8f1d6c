import type { EmulatedTenancy } from "@/emulator/control-client";
import type { RunningEmulator } from "@/emulator/server";
import { makeInventories, type Inventories } from "@/lib/inventory/inventories";
import type { Inventory } from "@/lib/inventory/inventory";
import { setOciHttpOptions, type OciContext } from "@/lib/oci/clients";
import { loadPrincipal } from "@/lib/oci/principal";
import { protectedResourcesFrom } from "@/lib/oke/protected-resources";

/** A tenancy of the emulator as one of its users, with inventories that nobody else uses. */
export type TestTenancy = {
  readonly tenancy: EmulatedTenancy;
  readonly ociContext: OciContext;
  readonly inventories: Inventories;
  /** Moves the clock by which inventories age. */
  readonly pass: (milliseconds: number) => void;
  /** The inventory once a pass is at its end. Throws when the tenancy cannot be read. */
  readonly read: () => Promise<Inventory>;
};

/** Makes a tenancy from a seed; `env` is what the console's environment says besides. */
export async function makeTestTenancy(
  emulator: RunningEmulator,
  seed: string,
  user?: string,
  env: Readonly<Record<string, string>> = {},
): Promise<TestTenancy> {
  setOciHttpOptions({ delay: () => Promise.resolve() });
  const tenancy = await emulator.createTenancy(seed, { ...(user !== undefined && { user }) });
  const principal = loadPrincipal({
    NODE_ENV: "test",
    OCI_CONFIG_FILE: tenancy.configFile,
    OCI_CLI_PROFILE: tenancy.profile,
    ZPR_EMULATOR_URL: emulator.url,
    ...env,
  });
  const ociContext: OciContext = { principal };
  let passed = 0;
  const inventories = makeInventories({ derive: protectedResourcesFrom, now: () => Date.now() + passed });
  return {
    tenancy,
    ociContext,
    inventories,
    pass: (milliseconds) => void (passed += milliseconds),
    async read() {
      const isDone = ({ finishedAt }: Inventory) => finishedAt !== null;
      const { inventory, problem } = await inventories.viewWhen(ociContext, isDone, 30_000);
      if (inventory === null) throw new Error(`Nothing could be read: ${JSON.stringify(problem)}`);
      return inventory;
    },
  };
}
