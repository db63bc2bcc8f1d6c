import { expect, test } from "vitest";
import { acmeSeed } from "@/emulator/seeds/acme/acme";
import { ocidOf } from "@/emulator/seeds/builders/ocid";
import { hostileSeed } from "@/emulator/seeds/hostile";
import { hostileStrings } from "@/emulator/seeds/hostile-strings";
import { useEmulator } from "@/emulator/testing/emulator";
import {
  bearerToken,
  callKubernetes,
  clusterAddress,
  type KubernetesCall,
  type TokenOptions,
} from "@/emulator/testing/kubernetes";

const emulator = useEmulator();
const payments = ocidOf("cluster", "acme/payments-prod", "iad");
const service = "/api/v1/namespaces/ledger/services/ledger-grpc";
const mergePatch = "application/merge-patch+json";

type Setting = Partial<TokenOptions>;

async function cluster({ clusterId = payments, ...options }: Setting = {}) {
  const { tenancy, sdk } = await emulator.tenancy(acmeSeed());
  const address = await clusterAddress(emulator.url(), tenancy, clusterId, options.region);
  const token = await bearerToken(tenancy, { ...options, clusterId });
  const call = (one: KubernetesCall) => callKubernetes(address, { token, ...one });
  const patch = (path: string, body: unknown) => call({ method: "PATCH", path, contentType: mergePatch, body });
  return { tenancy, sdk, address, call, patch };
}

const itemsOf = (reply: { readonly body: { readonly [member: string]: unknown } }) =>
  reply.body["items"] as readonly { readonly metadata: { readonly name: string } }[];

test("an API key and a session token get in, each as its own user, under either name of the service's host", async () => {
  const host = "containerengine.us-ashburn-1.oci.oraclecloud.com";
  for (const options of [{}, { isSession: true }, { user: "reviewer" }, { host }]) {
    const { tenancy, call } = await cluster(options);
    expect(await call({ path: "/api/v1/services" })).toMatchObject({ status: 200, body: { kind: "ServiceList" } });
    const [request] = await tenancy.requests("list services");
    expect(request).toMatchObject({ service: "kubernetes", status: 200, user: options.user ?? "operator" });
  }
});

test.each([
  ["an old date", { at: Date.now() - 6 * 60_000 }, "clock skew above five minutes"],
  ["a date to come", { at: Date.now() + 6 * 60_000 }, "clock skew above five minutes"],
  [
    "another region",
    { host: "containerengine.eu-frankfurt-1.oraclecloud.com" },
    /^the token is for containerengine.eu/,
  ],
  ["another host", { host: "containerengine.us-ashburn-1.oraclecloud.com.example" }, /^the token is for /],
])("a token with %s is 401, and only the log says why", async (_what, options, note) => {
  const { tenancy, call } = await cluster(options);
  expect(await call({ path: "/api/v1/services" })).toEqual({
    status: 401,
    body: {
      kind: "Status",
      apiVersion: "v1",
      metadata: {},
      status: "Failure",
      message: "Unauthorized",
      reason: "Unauthorized",
      code: 401,
    },
  });
  expect((await tenancy.requests()).at(-1)).toMatchObject({
    status: 401,
    user: null,
    note: expect.stringMatching(note),
  });
});

test("a token of another tenancy of the same seed is 401, and so is one of a user who may not see the cluster", async () => {
  const one = await cluster();
  const { tenancy } = await emulator.tenancy(acmeSeed());
  const path = "/api/v1/services";
  const foreign = await bearerToken(tenancy, { clusterId: payments });
  expect(await one.call({ path, token: foreign })).toMatchObject({ status: 401 });
  const hidden = await bearerToken(one.tenancy, { clusterId: payments, user: "storefront-developer" });
  expect(await one.call({ path, token: hidden })).toMatchObject({ status: 401 });
});

test("RBAC refuses what the settings name, and nothing else", async () => {
  const { tenancy, call, patch } = await cluster();
  await tenancy.setSettings({
    kubernetesRefusals: [
      { user: "operator", clusterId: payments, verb: "patch", resource: "services", namespace: "ledger" },
    ],
  });
  const body = { metadata: { annotations: { a: "b" } } };
  const refused = await patch(service, body);
  expect(refused).toMatchObject({ status: 403, body: { reason: "Forbidden", details: { name: "ledger-grpc" } } });
  expect(refused.body["message"]).toMatch(
    /cannot patch resource "services" in API group "" in the namespace "ledger"$/,
  );
  expect(await patch("/api/v1/namespaces/gateway/services/public", body)).toMatchObject({ status: 200 });
  expect(await call({ path: service })).toMatchObject({ status: 200 });
});

test("pages hold what the list holds; a broken token is 400, and one that is too old is 410", async () => {
  const { tenancy, call } = await cluster();
  const path = "/api/v1/nodes?limit=8";
  const first = await call({ path });
  const metadata = first.body["metadata"] as { readonly continue: string };
  expect(first.body["metadata"]).toMatchObject({ remainingItemCount: 13 });
  const next = await call({ path: `${path}&continue=${metadata.continue}` });
  const whole = await call({ path: "/api/v1/nodes" });
  expect([...itemsOf(first), ...itemsOf(next)]).toEqual(itemsOf(whole).slice(0, 16));
  expect(await call({ path: `${path}&continue=bm9uc2Vuc2U` })).toMatchObject({ status: 400 });
  await tenancy.advance(6 * 60_000);
  const late = await call({ path: `${path}&continue=${metadata.continue}` });
  expect(late).toMatchObject({ status: 410, body: { reason: "Expired", code: 410 } });
});

test("a list can be made to repeat its first page, and never to end", async () => {
  const { tenancy, call } = await cluster();
  await tenancy.addFault({ operation: "list nodes", effect: { kind: "endless-pages" } });
  const whole = await call({ path: "/api/v1/nodes" });
  const { continue: token } = whole.body["metadata"] as { readonly continue: string };
  const after = await call({ path: `/api/v1/nodes?continue=${encodeURIComponent(token)}` });
  expect(itemsOf(after)).toEqual([]);
  expect(after.body["metadata"]).toHaveProperty("continue");
});

test("a merge patch changes one annotation, gives the next resourceVersion, and null takes the annotation away", async () => {
  const { call, patch } = await cluster();
  const before = (await call({ path: service })).body["metadata"] as { readonly resourceVersion: string };
  const { resourceVersion } = before;
  const changed = await patch(service, { metadata: { resourceVersion, annotations: { "a.example/b": "c" } } });
  expect(changed.body["metadata"]).toMatchObject({ annotations: { "a.example/b": "c" } });
  const stale = await patch(service, { metadata: { resourceVersion, annotations: { "a.example/b": "d" } } });
  expect(stale).toMatchObject({ status: 409, body: { reason: "Conflict" } });
  const removed = await patch(service, { metadata: { annotations: { "a.example/b": null } } });
  expect(removed.body["metadata"]).not.toHaveProperty(["annotations", "a.example/b"]);
  const same = await patch(service, { metadata: { annotations: { "a.example/b": null } } });
  expect(same.body).toEqual(removed.body);
});

test("a dry run is checked as the write would be, and changes nothing", async () => {
  const { call, patch } = await cluster();
  const before = await call({ path: service });
  const path = `${service}?dryRun=All&fieldManager=console`;
  const dry = await patch(path, { metadata: { annotations: { "a.example/b": "c" } } });
  expect(dry).toMatchObject({ status: 200, body: { metadata: { annotations: { "a.example/b": "c" } } } });
  const stale = await patch(path, { metadata: { resourceVersion: "1" } });
  expect(stale).toMatchObject({ status: 409 });
  expect(await patch(`${service}?dryRun=Some`, {})).toMatchObject({ status: 422 });
  expect(await call({ path: service })).toEqual(before);
});

test("what cannot be is refused: too large, no text, a bad name, another name, another format", async () => {
  const { call, patch } = await cluster();
  const annotated = (annotations: unknown) => patch(service, { metadata: { annotations } });
  const large = await annotated({ "a.example/b": "x".repeat(256 * 1024) });
  expect(large).toMatchObject({ status: 422, body: { reason: "Invalid" } });
  expect(large.body["message"]).toContain("Too long");
  expect(await annotated({ "a.example/b": 3 })).toMatchObject({ status: 400 });
  expect(await annotated({ "a b": "c" })).toMatchObject({ status: 422 });
  expect(await patch(service, { metadata: { name: "other" } })).toMatchObject({ status: 400 });
  const format = { method: "PATCH", path: service, contentType: "application/json-patch+json", body: [] };
  expect(await call(format)).toMatchObject({ status: 415 });
});

test("an annotation may have any of the names that every object of JavaScript has", async () => {
  const { patch } = await cluster();
  const { body } = await patch(service, { metadata: { annotations: { constructor: "x" } } });
  expect(Object.entries((body["metadata"] as { readonly annotations: object }).annotations)).toContainEqual([
    "constructor",
    "x",
  ]);
});

test("objects with slashes and markup in their names have addresses too", async () => {
  const { tenancy } = await emulator.tenancy(hostileSeed());
  const clusterId = ocidOf("cluster", `hostile/${hostileStrings.script}`, "iad");
  const address = await clusterAddress(emulator.url(), tenancy, clusterId);
  const token = await bearerToken(tenancy, { clusterId });
  const path = `/api/v1/namespaces/${encodeURIComponent(hostileStrings.script)}/services/${encodeURIComponent(hostileStrings.image)}`;
  const reply = await callKubernetes(address, { token, path });
  expect(reply).toMatchObject({
    status: 200,
    body: { metadata: { name: hostileStrings.image, namespace: hostileStrings.script } },
  });
});

test("what is not there is 404, what cannot be done 405, both as a Status, and logged", async () => {
  const { tenancy, call } = await cluster();
  const missing = await call({ path: "/api/v1/namespaces/ledger/services/nothing" });
  expect(missing).toMatchObject({ status: 404, body: { message: 'services "nothing" not found', reason: "NotFound" } });
  expect(await call({ path: "/apis/apps/v1/deployments" })).toMatchObject({ status: 404, body: { kind: "Status" } });
  expect(await call({ path: service, method: "DELETE" })).toMatchObject({ status: 405, body: { kind: "Status" } });
  const logged = (await tenancy.requests()).filter((request) => request.service === "kubernetes");
  expect(logged.map(({ operation, status }) => ({ operation, status }))).toEqual([
    { operation: "get services", status: 404 },
    { operation: null, status: 404 },
    { operation: "delete services", status: 405 },
  ]);
});

test("an API that cannot be reached resets the connection or never answers, until the setting says otherwise", async () => {
  const unreachable = ocidOf("cluster", "acme/payments-eu", "eu-frankfurt-1");
  const { tenancy, call } = await cluster({ clusterId: unreachable, region: "eu-frankfurt-1" });
  const path = "/api/v1/services";
  await expect(call({ path })).rejects.toThrow();
  await tenancy.setSettings({ kubernetesAccess: [{ clusterId: unreachable, access: "hang" }] });
  await expect(call({ path, timeoutMs: 200 })).rejects.toThrow("no answer");
  await tenancy.setSettings({ kubernetesAccess: [] });
  expect(await call({ path })).toMatchObject({ status: 200 });
});

test("a cluster that is still being created has no API", async () => {
  const { call } = await cluster({ clusterId: ocidOf("cluster", "acme/sandbox-new", "iad") });
  await expect(call({ path: "/version" })).rejects.toThrow();
});

test("faults strike by the name of the operation", async () => {
  const { tenancy, call } = await cluster();
  await tenancy.addFault({
    operation: "list services",
    count: 1,
    effect: { kind: "error", status: 503, code: "ServiceUnavailable" },
  });
  expect(await call({ path: "/api/v1/services" })).toMatchObject({
    status: 503,
    body: { reason: "ServiceUnavailable" },
  });
  expect(await call({ path: "/api/v1/services" })).toMatchObject({ status: 200 });
});

test("Nodes are what the node pools say: a replaced one has another address and another instance", async () => {
  const { tenancy, sdk, call } = await cluster();
  const idsOf = async () =>
    (itemsOf(await call({ path: "/api/v1/nodes" })) as readonly unknown[]).map(
      (node) => (node as { readonly spec: { readonly providerID: string } }).spec.providerID,
    );
  const nodePoolId = ocidOf("nodepool", "acme/payments-prod/ledger", "iad");
  const { nodePool } = await sdk.containerEngine.getNodePool({ nodePoolId });
  const nodeId = nodePool.nodes?.[0]?.id ?? "";
  const before = await idsOf();
  expect(before).toContain(nodeId);
  await sdk.containerEngine.deleteNode({ nodePoolId, nodeId, isDecrementSize: false });
  await tenancy.advance(60_000);
  const after = await idsOf();
  expect(after).not.toContain(nodeId);
  expect(after).toHaveLength(before.length);
});

test("self-managed nodes are Nodes too, tagged or not", async () => {
  const { call } = await cluster({ clusterId: ocidOf("cluster", "acme/ml-training", "iad") });
  expect(itemsOf(await call({ path: "/api/v1/nodes" }))).toHaveLength(7);
});
