import * as v from "valibot";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { startEmulator, type RunningEmulator } from "@/emulator/server";
import { effectAnswerSchema } from "@/lib/contract/effect";
import { listResourcesResponseSchema } from "@/lib/contract/resources";
import { traceSchema } from "@/lib/contract/trace";
import { setOciHttpOptions } from "@/lib/oci/clients";
import { pageToken } from "@/lib/server/page-token";

vi.stubEnv("PORT", "3100");
vi.stubEnv("ZPR_LOG_LEVEL", "silent");

const host = "127.0.0.1:3100";
const origin = `http://${host}`;

let emulator: RunningEmulator;
beforeAll(async () => {
  emulator = await startEmulator();
  vi.stubEnv("ZPR_EMULATOR_URL", emulator.url);
  setOciHttpOptions({ delay: () => Promise.resolve() });
  const tenancy = await emulator.createTenancy("acme", {});
  vi.stubEnv("OCI_CONFIG_FILE", tenancy.configFile);
  vi.stubEnv("OCI_CLI_PROFILE", tenancy.profile);
  await vi.waitFor(
    async () => expect(await (await inventory.GET(get("/api/inventory"))).json()).toMatchObject({ state: "ready" }),
    { timeout: 30_000, interval: 20 },
  );
});
afterAll(() => emulator.close());

const inventory = await import("@/app/api/inventory/route");
const trace = await import("@/app/api/trace/route");
const effect = await import("@/app/api/changes/effect/route");
const resources = await import("@/app/api/resources/route");

const get = (path: string) => new Request(`${origin}${path}`, { headers: { host, "sec-fetch-site": "same-origin" } });
const post = (path: string, body: unknown) =>
  new Request(`${origin}${path}`, {
    method: "POST",
    headers: {
      host,
      origin,
      "sec-fetch-site": "same-origin",
      "content-type": "application/json",
      "x-zpr-page-token": pageToken(),
    },
    body: JSON.stringify(body),
  });

async function resourceNamed(kind: string, name: string) {
  const answer = await resources.GET(get(`/api/resources?kind=${kind}&limit=100`));
  const { items } = v.parse(listResourcesResponseSchema, await answer.json());
  const found = items.find(({ displayName }) => displayName === name);
  if (found === undefined) throw new Error(`There is no ${kind} ${name}.`);
  return found;
}

const traced = (params: Record<string, string>) =>
  trace.GET(get(`/api/trace?${new URLSearchParams(params).toString()}`));

it("traces a flow to a protected resource", async () => {
  const { id } = await resourceNamed("mount-target", "settlement-reports");
  const response = await traced({ source: "203.0.113.9", destination: id, protocol: "tcp/2049" });
  expect(response.status).toBe(200);
  const answer = v.parse(traceSchema, await response.json());
  expect([answer.verdict, answer.destination.resource?.displayName]).toEqual(["blocked", "settlement-reports"]);
  expect(answer.policies.state).toBe("read");
});

it.each([
  ["protocol", { source: "10.0.0.1", destination: "10.0.0.2", protocol: "nonsense" }],
  ["source", { source: " ", destination: "10.0.0.2" }],
  ["destination", { source: "10.0.0.1" }],
])("a trace names what is wrong with its %s", async (parameter, params) => {
  const response = await traced(params);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ code: "InvalidParameter", field: parameter });
});

it("tells the effect of an edit and sends nothing", async () => {
  const { id } = await resourceNamed("mount-target", "settlement-reports");
  const response = await effect.POST(post("/api/changes/effect", { type: "attributes", resourceId: id, after: [] }));
  expect(response.status).toBe(200);
  const answer = v.parse(effectAnswerSchema, await response.json());
  expect(answer).toMatchObject({ state: "known", edge: "last", forecasts: [{ stage: "now" }] });
});

it("the effect on what is not there is unknown, with the cause", async () => {
  const details = { type: "policy", policyId: "ocid1.zprpolicy.oc1..none", name: "none", statements: null };
  const response = await effect.POST(post("/api/changes/effect", details));
  expect(await response.json()).toMatchObject({ state: "unknown", isReading: false });
});

it("an effect of no known kind of edit is refused with the field", async () => {
  const response = await effect.POST(post("/api/changes/effect", { type: "wish" }));
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ code: "InvalidParameter", field: "type" });
});
