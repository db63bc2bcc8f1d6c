import { describe, expect, test } from "vitest";
import type { FaultInput } from "@/emulator/core/faults";
import { finishWork, useEmulator } from "@/emulator/testing/emulator";
import { refusal, type Sdk } from "@/emulator/testing/sdk";
import { appsCompartment, attribute, ids, secretCompartment } from "@/emulator/testing/small-ids";

const emulator = useEmulator();
const clusterId = ids.cluster;
const inApps = { compartmentId: appsCompartment };

const list = (sdk: Sdk) => sdk.containerEngine.listClusters(inApps);
const setEndpoint = (sdk: Sdk) =>
  sdk.containerEngine.updateClusterEndpointConfig({
    clusterId,
    updateClusterEndpointConfigDetails: { securityAttributes: attribute() },
  });
const endpointOf = async (sdk: Sdk) =>
  (await sdk.containerEngine.getCluster({ clusterId })).cluster.endpointConfig?.securityAttributes;
const workRequestOf = async (sdk: Sdk, workRequestId: string) =>
  (await sdk.containerEngine.getWorkRequest({ workRequestId })).workRequest;

async function tenancyWith(fault: FaultInput) {
  const made = await emulator.tenancy();
  await made.tenancy.addFault(fault);
  return made;
}

describe("which calls a fault strikes", () => {
  const effect = { kind: "error", status: 503, code: "ServiceUnavailable" } as const;

  test("as many as it counts, after those it lets pass, and then no more", async () => {
    const { tenancy, sdk } = await tenancyWith({ operation: "listClusters", count: 2, skip: 1, effect });
    await list(sdk);
    expect(await refusal(list(sdk))).toMatchObject({ status: 503, code: "ServiceUnavailable" });
    expect(await refusal(list(sdk))).toMatchObject({ status: 503 });
    await list(sdk);
    expect(await tenancy.faults()).toMatchObject([{ hits: 2 }]);
  });
  test("only those of its operation, region or compartment, until it is cleared", async () => {
    const { tenancy, sdk, sdkAs } = await tenancyWith({ region: "eu-frankfurt-1", effect });
    await list(sdk);
    const frankfurt = sdkAs({ region: "eu-frankfurt-1" });
    expect(await refusal(list(frankfurt))).toMatchObject({ status: 503 });
    await tenancy.clearFaults();
    await list(frankfurt);

    await tenancy.addFault({ compartmentId: secretCompartment, effect });
    await list(sdk);
    const inSecret = sdk.containerEngine.listClusters({ compartmentId: secretCompartment });
    expect(await refusal(inSecret)).toMatchObject({ status: 503 });
    const byId = sdk.containerEngine.getCluster({ clusterId: ids.secretCluster });
    expect(await refusal(byId)).toMatchObject({ status: 503 });
  });
  test("only those of one tenancy", async () => {
    await tenancyWith({ effect });
    const { sdk } = await emulator.tenancy();
    await list(sdk);
  });
});

describe("what the client gets", () => {
  const answered = async (fault: FaultInput["effect"]) => {
    const { sdk } = await tenancyWith({ operation: "listClusters", effect: fault });
    const outcome: unknown = await list(sdk).then(
      () => "an answer",
      (error: unknown) => error,
    );
    return outcome;
  };

  test("an error with its code, and Retry-After", async () => {
    const effect = {
      kind: "error",
      status: 429,
      code: "TooManyRequests",
      message: "Slow down",
      retryAfterSeconds: 7,
    } as const;
    const { sdk } = await tenancyWith({ effect });
    expect(await refusal(list(sdk))).toEqual({ status: 429, code: "TooManyRequests", message: "Slow down" });
  });
  test.each<[string, FaultInput["effect"]]>([
    ["JSON cut in the middle", { kind: "truncated-json" }],
    ["JSON that is none", { kind: "invalid-json" }],
    ["a web page", { kind: "html" }],
    ["nothing", { kind: "empty" }],
  ])("%s, which the SDK cannot parse", async (_name, effect) => {
    expect(await answered(effect)).toBeInstanceOf(SyntaxError);
  });
  test("a web page with an error status", async () => {
    expect(await answered({ kind: "html", status: 502 })).toMatchObject({ statusCode: 502 });
  });
  test("a connection that is closed", async () => {
    expect(await answered({ kind: "reset" })).toMatchObject({ message: expect.stringContaining("fetch failed") });
  });
  test("a redirect, which plain fetch can be told not to follow", async () => {
    const { tenancy, sdk } = await tenancyWith({
      effect: { kind: "redirect", location: "http://127.0.0.1:1/elsewhere" },
    });
    expect(await list(sdk).catch(() => "not followed to an answer")).toBe("not followed to an answer");
    expect((await tenancy.requests()).map(({ status }) => status)).toEqual([302]);
  });
  test("an answer that is late", async () => {
    const { sdk } = await tenancyWith({ effect: { kind: "latency", ms: 60 } });
    const start = performance.now();
    await list(sdk);
    expect(performance.now() - start).toBeGreaterThanOrEqual(59);
  });
  test("no answer at all, until the client gives up", async () => {
    const { tenancy, sdk } = await tenancyWith({ operation: "listClusters", effect: { kind: "hang" } });
    const pending = list(sdk).then(
      () => "answered",
      () => "failed",
    );
    const winner = await Promise.race([pending, sdk.containerEngine.listNodePools(inApps).then(() => "another call")]);
    expect(winner).toBe("another call");
    expect((await tenancy.requests("listClusters")).map(({ status }) => status)).toEqual([null]);
  });
  test("the same page for ever", async () => {
    const { sdk } = await tenancyWith({ effect: { kind: "repeating-page" } });
    const first = await list(sdk);
    const second = await sdk.containerEngine.listClusters({ ...inApps, page: first.opcNextPage });
    expect(second.opcNextPage).toBe(first.opcNextPage);
    expect(second.items.map(({ id }) => id)).toEqual(first.items.map(({ id }) => id));
  });
  test("always one more page", async () => {
    const { sdk } = await tenancyWith({ effect: { kind: "endless-pages" } });
    const tokens = new Set<string>();
    let page: string | undefined;
    for (let index = 0; index < 5; index += 1) {
      const answer = await sdk.containerEngine.listClusters({ ...inApps, ...(page !== undefined && { page }) });
      page = answer.opcNextPage;
      tokens.add(page);
    }
    expect(tokens.size).toBe(5);
  });
});

describe("a write", () => {
  test("whose connection is reset before it took effect changes nothing; after, it is done", async () => {
    for (const [when, expected] of [
      ["before", {}],
      ["after", attribute()],
    ] as const) {
      const { tenancy, sdk } = await tenancyWith({
        operation: "updateClusterEndpointConfig",
        count: 1,
        effect: { kind: "reset", when },
      });
      await expect(setEndpoint(sdk)).rejects.toBeDefined();
      await finishWork(tenancy);
      expect(await endpointOf(sdk)).toEqual(expected);
      expect(await tenancy.requests("updateClusterEndpointConfig")).toHaveLength(1);
    }
  });
  test("that is answered with an error after it took effect is done all the same", async () => {
    const effect = { kind: "error", when: "after", status: 500, code: "InternalServerError" } as const;
    const { tenancy, sdk } = await tenancyWith({ operation: "updateClusterEndpointConfig", effect });
    expect(await refusal(setEndpoint(sdk))).toMatchObject({ status: 500 });
    await finishWork(tenancy);
    expect(await endpointOf(sdk)).toEqual(attribute());
  });
  test("can fail in its work request, with the text of the failure", async () => {
    const effect = { kind: "work-request-fails", code: "LimitExceeded", message: "Too many attributes" } as const;
    const { tenancy, sdk } = await tenancyWith({ operation: "updateClusterEndpointConfig", effect });
    const { opcWorkRequestId: workRequestId } = await setEndpoint(sdk);
    await finishWork(tenancy);
    expect(await workRequestOf(sdk, workRequestId)).toMatchObject({
      status: "FAILED",
      resources: [{ actionType: "FAILED" }],
    });
    const { items } = await sdk.containerEngine.listWorkRequestErrors({ workRequestId, ...inApps });
    expect(items).toMatchObject([{ code: "LimitExceeded", message: "Too many attributes" }]);
    const { cluster } = await sdk.containerEngine.getCluster({ clusterId });
    expect(cluster).toMatchObject({ lifecycleState: "ACTIVE", endpointConfig: { securityAttributes: {} } });
  });
  test("can report success without effect, with a work request or without", async () => {
    const { tenancy, sdk } = await tenancyWith({ effect: { kind: "without-effect" } });
    const { opcWorkRequestId } = await setEndpoint(sdk);
    await finishWork(tenancy);
    expect(await workRequestOf(sdk, opcWorkRequestId)).toMatchObject({ status: "SUCCEEDED" });
    expect(await endpointOf(sdk)).toEqual({});
    const mountTargetId = ids.mountTarget;
    const updateMountTargetDetails = { securityAttributes: attribute() };
    const { mountTarget } = await sdk.fileStorage.updateMountTarget({ mountTargetId, updateMountTargetDetails });
    expect(mountTarget.securityAttributes).toEqual(attribute());
    expect((await sdk.fileStorage.getMountTarget({ mountTargetId })).mountTarget.securityAttributes).toEqual({});
  });
  test("can be followed by reads of the state before it, for as many reads as asked", async () => {
    const { tenancy, sdk } = await emulator.tenancy();
    await setEndpoint(sdk);
    await finishWork(tenancy);
    await tenancy.addFault({ operation: "getCluster", count: 2, effect: { kind: "stale-read" } });
    const before = { lifecycleState: "ACTIVE", endpointConfig: { securityAttributes: {} } };
    const read = async () => (await sdk.containerEngine.getCluster({ clusterId })).cluster;
    expect(await read()).toMatchObject(before);
    expect(await read()).toMatchObject(before);
    expect(await read()).toMatchObject({ endpointConfig: { securityAttributes: attribute() } });
  });
});

test("the request log tells a test how often and with what an operation was called", async () => {
  const { tenancy, sdk } = await emulator.tenancy();
  await setEndpoint(sdk);
  const writes = await tenancy.requests("updateClusterEndpointConfig");
  expect(writes).toMatchObject([
    { method: "POST", region: "us-ashburn-1", status: 202, requestBody: { securityAttributes: attribute() } },
  ]);
  await tenancy.clearRequests();
  expect(await tenancy.requests()).toEqual([]);
});
