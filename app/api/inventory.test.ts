import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { EmulatedTenancy } from "@/emulator/control-client";
import { startEmulator, type RunningEmulator } from "@/emulator/server";
import { setOciHttpOptions } from "@/lib/oci/clients";

vi.stubEnv("PORT", "3100");
vi.stubEnv("ZPR_LOG_LEVEL", "silent");

const origin = "http://127.0.0.1:3100";
const host = "127.0.0.1:3100";

let emulator: RunningEmulator;
beforeAll(async () => {
  emulator = await startEmulator();
  vi.stubEnv("ZPR_EMULATOR_URL", emulator.url);
});
afterAll(() => emulator.close());

/** A tenancy of its own for a console as it is before its first request. */
const signInTo = async (seed: string): Promise<EmulatedTenancy> => {
  setOciHttpOptions({ delay: () => Promise.resolve() });
  globalThis.zprConsoleInventories = undefined;
  Object.assign(globalThis, { zprSession: undefined });
  const tenancy = await emulator.createTenancy(seed);
  vi.stubEnv("OCI_CONFIG_FILE", tenancy.configFile);
  vi.stubEnv("OCI_CLI_PROFILE", tenancy.profile);
  return tenancy;
};

type Handler = (request: Request, context?: { params: Promise<unknown> }) => Promise<Response>;

const get = async (handler: Handler, path: string, params: unknown = {}) => {
  const response = await handler(new Request(`${origin}${path}`, { headers: { host } }), {
    params: Promise.resolve(params),
  });
  return { status: response.status, body: await response.json() };
};

const inventory = await import("@/app/api/inventory/route");
const clusters = await import("@/app/api/clusters/route");
const cluster = await import("@/app/api/clusters/[clusterId]/route");
const nodePool = await import("@/app/api/node-pools/[nodePoolId]/route");
const resources = await import("@/app/api/resources/route");
const resource = await import("@/app/api/resources/[resourceId]/route");
const attributes = await import("@/app/api/security-attributes/route");
const selectable = await import("@/app/api/security-attributes/selectable/route");
const { pageToken } = await import("@/lib/server/page-token");

const untilRead = async () => {
  await vi.waitFor(
    async () => expect((await get(inventory.GET, "/api/inventory")).body).toMatchObject({ state: "ready" }),
    { timeout: 30_000, interval: 20 },
  );
};

describe("a console just started", () => {
  it("answers at once that it is starting, with lists that are empty and not complete", async () => {
    await signInTo("acme");
    const started = await get(inventory.GET, "/api/inventory");
    expect(started).toMatchObject({ status: 200, body: { state: "starting", isEmulatedTenancy: true, tenancy: null } });
    for (const [handler, path] of [
      [clusters.GET, "/api/clusters"],
      [resources.GET, "/api/resources"],
      [attributes.GET, "/api/security-attributes"],
    ] as const) {
      const { status, body } = await get(handler, path);
      expect([path, status]).toEqual([path, 200]);
      expect(body).toMatchObject({ items: [], total: 0, completeness: { isComplete: false } });
    }
    await untilRead();
  });

  it("waits for a cluster, a pool or a resource that the pass has yet to come upon", async () => {
    const tenancy = await signInTo("scale:1");
    const { body } = await get(selectable.GET, "/api/security-attributes/selectable");
    expect(body).toMatchObject({ isComplete: true });
    await untilRead();
    const { items } = (await get(resources.GET, "/api/resources?kind=node-pool-primary-vnic")).body;
    const { ocid, cluster: match } = items[0];
    globalThis.zprConsoleInventories = undefined;
    await tenancy.addFault({ operation: "listNodePools", effect: { kind: "latency", ms: 200 } });
    const [ofCluster, ofPool, ofResource] = await Promise.all([
      get(cluster.GET, "/api/clusters/x", { clusterId: match.clusterId }),
      get(nodePool.GET, "/api/node-pools/x", { nodePoolId: ocid }),
      get(resource.GET, "/api/resources/x", { resourceId: encodeURIComponent(`${ocid}:primary-vnic`) }),
    ]);
    expect(ofCluster).toMatchObject({ status: 200, body: { cluster: { id: match.clusterId } } });
    expect(ofPool).toMatchObject({ status: 200, body: { nodePool: { id: ocid } } });
    expect(ofResource).toMatchObject({
      status: 200,
      body: { resource: { ocid }, cap: 5, takesEffect: "new-nodes-only" },
    });
    expect(ofResource.body.etag).toMatch(/\S/);
    await untilRead();
  });

  it("whose key is refused says so with Oracle's code, and every list with it", async () => {
    const tenancy = await signInTo("empty");
    await tenancy.addFault({ effect: { kind: "error", status: 401, code: "NotAuthenticated" } });
    await vi.waitFor(
      async () => expect((await get(inventory.GET, "/api/inventory")).body).toMatchObject({ state: "failed" }),
      { timeout: 10_000, interval: 20 },
    );
    const { body } = await get(inventory.GET, "/api/inventory");
    expect(body.error).toMatchObject({ code: "NotAuthenticated" });
    expect(await get(clusters.GET, "/api/clusters")).toMatchObject({ status: 503, body: { code: "NotAuthenticated" } });
  });
});

describe("a console that has read its tenancy", () => {
  beforeAll(async () => {
    await signInTo("scale:2");
    await untilRead();
  }, 60_000);

  it("pages through a list to the last row, with the filtered total on each page", async () => {
    const seen: string[] = [];
    let page = "";
    do {
      const { body } = await get(
        resources.GET,
        `/api/resources?kind=load-balancer,network-load-balancer&limit=3${page}`,
      );
      expect(body.total).toBe(10);
      seen.push(...body.items.map(({ id }: { id: string }) => id));
      page = body.opcNextPage === null ? "" : `&page=${body.opcNextPage}`;
    } while (page !== "");
    expect(new Set(seen).size).toBe(10);
    expect(seen).toHaveLength(10);
  });

  it.each([
    [clusters.GET, "/api/clusters?limit=0", "limit"],
    [clusters.GET, "/api/clusters?sortBy=password", "sortBy"],
    [clusters.GET, "/api/clusters?page=nonsense", "page"],
    [resources.GET, "/api/resources?kind=vcn,cluster", "kind"],
    [resources.GET, "/api/resources?protected=maybe", "protected"],
    [attributes.GET, "/api/security-attributes?state=broken", "state"],
  ])("refuses a bad query and names the member: %#", async (handler, path, field) => {
    const { status, body } = await get(handler, path);
    expect([path, status, body.code]).toEqual([path, 400, "InvalidParameter"]);
    expect(body.field).toContain(field);
    expect(body.message).toMatch(/\S/);
  });

  it("passes over members of a query that it does not know", async () => {
    expect((await get(clusters.GET, "/api/clusters?utm_source=mail&theme=dark")).status).toBe(200);
  });

  it.each([
    [cluster.GET, "clusterId"],
    [nodePool.GET, "nodePoolId"],
    [resource.GET, "resourceId"],
  ])("says of an unknown OCID what Oracle says: %#", async (handler, name) => {
    const { status, body } = await get(handler, "/api/x", { [name]: "ocid1.x.oc1..nobody" });
    expect([status, body.code]).toEqual([404, "NotAuthorizedOrNotFound"]);
    expect((await get(handler, "/api/x", { [name]: "../../etc/passwd" })).status).toBe(400);
  });

  it("reads it anew when a page of its own asks, and nobody else", async () => {
    const post = (headers: Record<string, string>) =>
      inventory.POST(
        new Request(`${origin}/api/inventory`, { method: "POST", headers: { host, ...headers }, body: "{}" }),
      );
    expect((await post({})).status).toBe(403);
    const ours = {
      origin,
      "sec-fetch-site": "same-origin",
      "content-type": "application/json",
      "x-zpr-page-token": pageToken(),
    };
    const answer = await post(ours);
    expect(answer.status).toBe(202);
    expect(await answer.json()).toMatchObject({ state: "ready", isRefreshing: true });
    await vi.waitFor(
      async () => expect((await get(inventory.GET, "/api/inventory")).body).toMatchObject({ isRefreshing: false }),
      { timeout: 30_000, interval: 20 },
    );
  });
});
