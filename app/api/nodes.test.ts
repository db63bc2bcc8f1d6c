import * as v from "valibot";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { startEmulator, type RunningEmulator } from "@/emulator/server";
import { clusterNodesSchema, nodePoolNodesSchema } from "@/lib/contract/nodes";
import { makeTestTenancy, type TestTenancy } from "@/lib/inventory/testing/read-tenancy";
import { pageToken } from "@/lib/server/page-token";

vi.stubEnv("PORT", "3100");
vi.stubEnv("ZPR_LOG_LEVEL", "silent");

const ofPool = await import("@/app/api/node-pools/[nodePoolId]/nodes/route");
const ofCluster = await import("@/app/api/clusters/[clusterId]/nodes/route");

let emulator: RunningEmulator;
let acme: TestTenancy;
let nodePoolId: string;
let clusterId: string;

beforeAll(async () => {
  emulator = await startEmulator();
  acme = await makeTestTenancy(emulator, "acme");
  vi.stubEnv("OCI_CONFIG_FILE", acme.tenancy.configFile);
  vi.stubEnv("OCI_CLI_PROFILE", acme.tenancy.profile);
  vi.stubEnv("ZPR_EMULATOR_URL", emulator.url);
  const { clusters, nodePools } = await acme.read();
  clusterId = clusters.find(({ name }) => name === "payments-prod")?.id ?? "";
  nodePoolId = nodePools.find((pool) => pool.clusterId === clusterId && pool.name === "gateway")?.id ?? "";
});
afterAll(() => emulator.close());

const origin = "http://127.0.0.1:3100";
const request = (method: "GET" | "POST") =>
  new Request(`${origin}/api/x`, {
    method,
    headers: {
      host: "127.0.0.1:3100",
      origin,
      "sec-fetch-site": "same-origin",
      ...(method === "POST" && { "content-type": "application/json", "x-zpr-page-token": pageToken() }),
    },
    ...(method === "POST" && { body: "{}" }),
  });
const pool = async (method: "GET" | "POST", id = nodePoolId) => {
  const answer = await ofPool[method](request(method), { params: Promise.resolve({ nodePoolId: id }) });
  return { status: answer.status, body: await answer.json() };
};
const cluster = async (method: "GET" | "POST") => {
  const answer = await ofCluster[method](request(method), { params: Promise.resolve({ clusterId }) });
  return { status: answer.status, body: v.parse(clusterNodesSchema, await answer.json()) };
};

test("GET asks OCI for no VNIC, POST has them read, and GET then tells what they carry", async () => {
  const before = v.parse(nodePoolNodesSchema, (await pool("GET")).body);
  expect(before).toMatchObject({ reading: { state: "unread" }, counts: null });
  expect(await acme.tenancy.requests("getVnic")).toEqual([]);
  const started = await pool("POST");
  expect(started.status).toBe(202);
  expect(v.parse(nodePoolNodesSchema, started.body).reading.state).toBe("reading");
  const look = async () => v.parse(nodePoolNodesSchema, (await pool("GET")).body);
  await expect.poll(async () => (await look()).reading.state, { timeout: 10_000 }).toBe("read");
  expect((await look()).counts).toMatchObject({ nodes: 12, inStep: 7 });
});

test("the cluster's answer has the pool's counts, and its own nodes once they were asked for", async () => {
  expect((await cluster("GET")).body).toMatchObject({ pools: [{ nodePoolId }], unpooled: null });
  expect((await cluster("POST")).status).toBe(202);
  await expect.poll(async () => (await cluster("GET")).body.unpooled, { timeout: 10_000 }).toEqual([]);
  expect((await cluster("GET")).body.pools).toHaveLength(4);
});

test("a pool that is not there is 404, whether it is looked at or read", async () => {
  expect((await pool("GET", "ocid1.nodepool.oc1.iad.none")).status).toBe(404);
  expect((await pool("POST", "ocid1.nodepool.oc1.iad.none")).status).toBe(404);
});
