import * as v from "valibot";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { startEmulator, type RunningEmulator } from "@/emulator/server";
import {
  listNodeReplacementsResponseSchema,
  nodeReplacementPreviewSchema,
  nodeReplacementSchema,
} from "@/lib/contract/node-replacements";
import { apiErrorBodySchema } from "@/lib/contract/page";
import { makeTestTenancy, type TestTenancy } from "@/lib/inventory/testing/read-tenancy";
import { pageToken } from "@/lib/server/page-token";

vi.stubEnv("PORT", "3100");
vi.stubEnv("ZPR_LOG_LEVEL", "silent");

const replacements = await import("@/app/api/node-replacements/route");
const { POST: preview } = await import("@/app/api/node-replacements/preview/route");
const { POST: stop } = await import("@/app/api/node-replacements/[replacementId]/stop/route");

let emulator: RunningEmulator;
let acme: TestTenancy;
let nodePoolId: string;

beforeAll(async () => {
  emulator = await startEmulator();
  acme = await makeTestTenancy(emulator, "acme");
  vi.stubEnv("OCI_CONFIG_FILE", acme.tenancy.configFile);
  vi.stubEnv("OCI_CLI_PROFILE", acme.tenancy.profile);
  vi.stubEnv("ZPR_EMULATOR_URL", emulator.url);
  await acme.tenancy.setSettings({ acceptedMs: 0, drainMs: 0, launchMs: 0 });
  const { clusters, nodePools } = await acme.read();
  const clusterId = clusters.find(({ name }) => name === "observability")?.id;
  nodePoolId = nodePools.find((pool) => pool.clusterId === clusterId && pool.name === "logs")?.id ?? "";
});
afterAll(() => emulator.close());

const origin = "http://127.0.0.1:3100";
const headers = { host: "127.0.0.1:3100", origin, "sec-fetch-site": "same-origin" };
const get = () => new Request(`${origin}/api/x`, { headers });
const post = (body: unknown) =>
  new Request(`${origin}/api/x`, {
    method: "POST",
    headers: { ...headers, "content-type": "application/json", "x-zpr-page-token": pageToken() },
    body: JSON.stringify(body),
  });

const review = async () => {
  const answer = await preview(post({ nodePoolId }));
  expect(answer.status).toBe(200);
  return v.parse(nodeReplacementPreviewSchema, await answer.json());
};
const details = async () => {
  const { etag, nodes } = await review();
  const nodeIds = nodes.map(({ id }) => id);
  return { nodePoolId, etag, nodeIds, maximumSurge: "1", maximumUnavailable: "0", overrideReason: null };
};
const list = async () =>
  v.parse(listNodeReplacementsResponseSchema, await (await replacements.GET(get())).json()).items;

test("the review says how, and what of the nodes; a pool without primary attributes needs no policies", async () => {
  expect(await review()).toMatchObject({
    method: "one-by-one",
    nodeJoin: { state: "not-needed" },
    nodes: [{ isInStep: null }, { isInStep: null }, { isInStep: null }],
    labelKey: null,
  });
});

test.each([
  ["nodeIds", { nodeIds: [] }],
  ["maximumSurge", { maximumSurge: "0" }],
  ["maximumUnavailable", { maximumUnavailable: "many" }],
  ["overrideReason", { overrideReason: "  because " }],
])("what is wrong with %s is named, and nothing is written", async (field, change) => {
  const answer = await replacements.POST(post({ ...(await details()), ...change }));
  expect(answer.status).toBe(400);
  expect(v.parse(apiErrorBodySchema, await answer.json()).field).toBe(field);
  expect(await acme.tenancy.requests("deleteNode")).toEqual([]);
});

test("a replacement is made, followed in the list, and read back", async () => {
  const body = await details();
  const answer = await replacements.POST(post(body));
  expect(answer.status).toBe(201);
  const { id } = v.parse(nodeReplacementSchema, await answer.json());
  expect((await replacements.POST(post(body))).status).toBe(409);
  await expect.poll(async () => (await list())[0]?.isFinished, { timeout: 30_000 }).toBe(true);
  expect((await list())[0]).toMatchObject({ id, state: "verified", counts: { nodes: 3, inStep: 3 } });
  const stopped = await stop(post({}), { params: Promise.resolve({ replacementId: id }) });
  expect(stopped.status).toBe(409);
}, 60_000);

test("what there is none of cannot be stopped or replaced", async () => {
  const none = await stop(post({}), { params: Promise.resolve({ replacementId: "none" }) });
  expect(none.status).toBe(404);
  expect((await preview(post({ nodePoolId: "ocid1.nodepool.oc1.iad.none" }))).status).toBe(404);
});
