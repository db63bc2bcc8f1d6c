import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { startEmulator, type RunningEmulator } from "@/emulator/server";
import { scopedCountsSchema } from "@/lib/contract/inventory";
import { setOciHttpOptions } from "@/lib/oci/clients";

vi.stubEnv("PORT", "3100");
vi.stubEnv("ZPR_LOG_LEVEL", "silent");

let emulator: RunningEmulator;
beforeAll(async () => {
  emulator = await startEmulator();
  vi.stubEnv("ZPR_EMULATOR_URL", emulator.url);
  setOciHttpOptions({ delay: () => Promise.resolve() });
  const tenancy = await emulator.createTenancy("acme");
  await tenancy.addFault({
    operation: "listLoadBalancers",
    region: "eu-frankfurt-1",
    effect: { kind: "error", status: 503, code: "ServiceUnavailable" },
  });
  vi.stubEnv("OCI_CONFIG_FILE", tenancy.configFile);
  vi.stubEnv("OCI_CLI_PROFILE", tenancy.profile);
});
afterAll(() => emulator.close());

const clusters = await import("@/app/api/clusters/route");
const counts = await import("@/app/api/inventory/counts/route");
const findings = await import("@/app/api/findings/route");
const inventory = await import("@/app/api/inventory/route");
const resources = await import("@/app/api/resources/route");

const get = async (handler: (request: Request) => Promise<Response>, path: string, scope = "") => {
  const request = new Request(`http://127.0.0.1:3100${path}?${scope}`, { headers: { host: "127.0.0.1:3100" } });
  return (await handler(request)).json();
};
const countsOf = async (scope: string) =>
  v.parse(scopedCountsSchema, await get(counts.GET, "/api/inventory/counts", scope));

describe("the counts of a scope", () => {
  it("are nought and not complete before anything was read", async () => {
    expect(await countsOf("region=us-ashburn-1")).toMatchObject({
      counts: { clusters: 0, resources: 0 },
      completeness: { isComplete: false },
    });
  });

  it("are those of the lists, for regions, for a compartment with all below it, and for both", async () => {
    await vi.waitFor(async () => expect(await get(inventory.GET, "/api/inventory")).toMatchObject({ state: "ready" }), {
      timeout: 80_000,
      interval: 200,
    });
    const status = await get(inventory.GET, "/api/inventory");
    const idOf = (name: string) => status.compartments.find((each: { name: string }) => each.name === name).id;
    const scopes = [
      "region=us-ashburn-1",
      `compartmentId=${idOf("payments")}`,
      `region=eu-frankfurt-1&compartmentId=${idOf("payments")}`,
    ];
    for (const scope of scopes) {
      const { counts: counted } = await countsOf(scope);
      const listed = await get(resources.GET, "/api/resources", scope);
      const wrong = await get(findings.GET, "/api/findings", scope);
      expect([scope, counted]).toEqual([
        scope,
        expect.objectContaining({
          clusters: (await get(clusters.GET, "/api/clusters", scope)).total,
          resources: listed.total,
          protectedResources: listed.protectedTotal,
          findings: wrong.counts,
          nodePools: (await get(resources.GET, "/api/resources", `${scope}&kind=node-pool-primary-vnic`)).total,
        }),
      ]);
      expect(counted.resources).toBeGreaterThan(0);
      expect(counted.resources).toBeLessThan(status.counts.resources);
    }
    expect((await countsOf("")).counts).toEqual(status.counts);
  }, 100_000);

  it("say what could not be read of the scope, and nothing of a region outside it", async () => {
    expect((await countsOf("region=us-ashburn-1")).completeness).toEqual({ isComplete: true, gaps: [], gapCount: 0 });
    expect((await countsOf("region=eu-frankfurt-1")).completeness).toMatchObject({
      isComplete: false,
      gaps: [{ operation: "listLoadBalancers", region: "eu-frankfurt-1", code: "ServiceUnavailable" }],
    });
  });
});
