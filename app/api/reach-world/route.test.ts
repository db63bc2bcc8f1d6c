import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { startEmulator, type RunningEmulator } from "@/emulator/server";
import { setOciHttpOptions } from "@/lib/oci/clients";
import { parseWorldFile } from "@/lib/zpr/reach/world-file";

vi.stubEnv("PORT", "3100");
vi.stubEnv("ZPR_LOG_LEVEL", "silent");

const host = "127.0.0.1:3100";

let emulator: RunningEmulator;
beforeAll(async () => {
  emulator = await startEmulator();
  vi.stubEnv("ZPR_EMULATOR_URL", emulator.url);
});
afterAll(() => emulator.close());

const inventory = await import("@/app/api/inventory/route");
const reachWorld = await import("@/app/api/reach-world/route");

const get = (path: string) => new Request(`http://${host}${path}`, { headers: { host } });

const signInTo = async (seed: string, user?: string): Promise<void> => {
  setOciHttpOptions({ delay: () => Promise.resolve() });
  globalThis.zprConsoleInventories = undefined;
  globalThis.zprConsoleReadings = undefined;
  Object.assign(globalThis, { zprSession: undefined });
  const tenancy = await emulator.createTenancy(seed, user === undefined ? {} : { user });
  vi.stubEnv("OCI_CONFIG_FILE", tenancy.configFile);
  vi.stubEnv("OCI_CLI_PROFILE", tenancy.profile);
  await vi.waitFor(
    async () => expect(await (await inventory.GET(get("/api/inventory"))).json()).toMatchObject({ state: "ready" }),
    { timeout: 30_000, interval: 20 },
  );
};

it("gives the world as a file that the command line reads, with every policy and resource", async () => {
  await signInTo("acme");
  const response = await reachWorld.GET(get("/api/reach-world"));
  expect(response.status).toBe(200);
  expect(response.headers.get("content-disposition")).toContain("zpr-world.json");
  const parsed = parseWorldFile(await response.json());
  if (!parsed.ok) throw new Error(parsed.message);
  const { policies, endpoints, vcns } = parsed.file.world;
  expect(policies.length).toBeGreaterThan(10);
  expect(endpoints.length).toBeGreaterThan(50);
  expect(vcns.length).toBeGreaterThan(2);
  const nameOf = new Map(vcns.map(({ id, name }) => [id, name]));
  const peered = parsed.file.peerings?.map((group) => group.map((id) => nameOf.get(id) ?? id).toSorted());
  expect(peered).toEqual([
    ["cardholder-iad", "prod-iad"],
    ["data-iad", "prod-iad", "shared-iad"],
  ]);
});

it("gives no world without the policies, because none would look like a tenancy that has none", async () => {
  await signInTo("acme", "storefront-developer");
  const response = await reachWorld.GET(get("/api/reach-world"));
  expect(response.status).toBe(503);
  expect(JSON.stringify(await response.json())).toContain("The ZPR policies");
});
