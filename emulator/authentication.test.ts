import { generateKeyPairSync } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import * as common from "oci-common";
import { afterEach, expect, test } from "vitest";
import { useEmulator } from "@/emulator/testing/emulator";
import { refusal, sdkWith } from "@/emulator/testing/sdk";
import { appsCompartment } from "@/emulator/testing/small-ids";

const emulator = useEmulator();
const inApps = { compartmentId: appsCompartment };

afterEach(() => emulator.setRealNow());

const notAuthenticated = {
  status: 401,
  code: "NotAuthenticated",
  message: "The required information to complete authentication was not provided or was incorrect.",
};

test("an API key and a session token both get in, each as its own user", async () => {
  const { tenancy, sdkAs } = await emulator.tenancy();
  await sdkAs().containerEngine.listClusters(inApps);
  await sdkAs({ user: "reviewer", isSession: true }).containerEngine.listClusters(inApps);
  const requests = await tenancy.requests("listClusters");
  expect(requests.map(({ user, status }) => ({ user, status }))).toEqual([
    { user: "operator", status: 200 },
    { user: "reviewer", status: 200 },
  ]);
});

test("another key under the same keyId is refused", async () => {
  const { tenancy } = await emulator.tenancy();
  const real = new common.ConfigFileAuthenticationDetailsProvider(tenancy.configFile, tenancy.profile);
  const { privateKey } = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
    publicKeyEncoding: { type: "spki", format: "pem" },
  });
  const [tenancyId = "", userId = "", fingerprint = ""] = (await real.getKeyId()).split("/");
  const provider = new common.SimpleAuthenticationDetailsProvider(tenancyId, userId, fingerprint, privateKey, null);
  const { containerEngine } = sdkWith(emulator.url(), provider);
  expect(await refusal(containerEngine.listClusters(inApps))).toEqual(notAuthenticated);
  const [request] = await tenancy.requests();
  expect(request).toMatchObject({ status: 401, note: "the signature does not verify" });
});

test("a key of one tenancy does not open another tenancy of the same seed", async () => {
  const one = await emulator.tenancy(undefined, { hasOwnKeyPair: true });
  const other = await emulator.tenancy(undefined, { hasOwnKeyPair: true });
  expect(one.tenancy.tenancyId).not.toBe(other.tenancy.tenancyId);
  const key = (configFile: string) => readFileSync(configFile.replace(/config$/, "key.pem"), "utf8");
  expect(key(one.tenancy.configFile)).not.toBe(key(other.tenancy.configFile));
  const foreign = one.sdk.identity.getTenancy({ tenancyId: other.tenancy.tenancyId });
  expect(await refusal(foreign)).toMatchObject({ status: 404, code: "NotAuthorizedOrNotFound" });
});

test("a clock more than five minutes off is refused, either way, and the tenancy's own clock does not matter", async () => {
  const { tenancy, sdk } = await emulator.tenancy();
  await tenancy.setClock({ mode: "manual", now: "2030-01-01T00:00:00.000Z" });
  await sdk.containerEngine.listClusters(inApps);
  for (const skew of [-6, 6]) {
    emulator.setRealNow(() => Date.now() + skew * 60_000);
    expect(await refusal(sdk.containerEngine.listClusters(inApps))).toEqual(notAuthenticated);
  }
  emulator.setRealNow(() => Date.now() + 4 * 60_000);
  await sdk.containerEngine.listClusters(inApps);
});

test("an expired session token is refused", async () => {
  const { sdkAs } = await emulator.tenancy(undefined, { sessionSeconds: 60 });
  const { containerEngine } = sdkAs({ isSession: true });
  await containerEngine.listClusters(inApps);
  emulator.setRealNow(() => Date.now() + 61_000);
  expect(await refusal(containerEngine.listClusters(inApps))).toEqual(notAuthenticated);
});

test("an unsigned request is refused, known operation or not", async () => {
  for (const path of ["/20180222/clusters", "/20180222/nothing", "/nonsense"]) {
    const response = await fetch(`${emulator.url()}${path}`);
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ code: notAuthenticated.code, message: notAuthenticated.message });
    expect(response.headers.get("opc-request-id")).toMatch(/^[0-9A-F]{32}\/[0-9A-F]{32}\/[0-9A-F]{32}$/);
  }
});

test("a region that the tenancy has not subscribed to is refused; a subscribed one has its own resources", async () => {
  const { sdkAs } = await emulator.tenancy();
  const elsewhere = sdkAs({ region: "ap-tokyo-1" }).containerEngine.listClusters(inApps);
  expect(await refusal(elsewhere)).toEqual(notAuthenticated);
  const home = await sdkAs({ region: "us-ashburn-1" }).containerEngine.listClusters({ ...inApps, limit: 100 });
  const frankfurt = await sdkAs({ region: "eu-frankfurt-1" }).containerEngine.listClusters(inApps);
  expect(home.items).toHaveLength(4);
  expect(frankfurt.items).toHaveLength(0);
});

test("the private key and the config file are for their owner only", async () => {
  const { tenancy } = await emulator.tenancy();
  const modeOf = (file: string) => (statSync(file).mode & 0o777).toString(8);
  expect(modeOf(tenancy.configFile)).toBe("600");
  expect(modeOf(tenancy.configFile.replace(/config$/, "key.pem"))).toBe("600");
});

test("the client's request id comes back in front of the service's own", async () => {
  const { sdk } = await emulator.tenancy();
  const { opcRequestId } = await sdk.containerEngine.listClusters({ ...inApps, opcRequestId: "MINE" });
  expect(opcRequestId).toMatch(/^MINE\/[0-9A-F]{32}\/[0-9A-F]{32}$/);
});

test("an operation that the emulator does not have is 501, and logged", async () => {
  const { tenancy, sdk } = await emulator.tenancy();
  const call = sdk.containerEngine.deleteCluster({ clusterId: "ocid1.cluster.oc1.iad.x" });
  expect(await refusal(call)).toMatchObject({ status: 501, code: "MethodNotImplemented" });
  expect((await tenancy.requests()).at(-1)).toMatchObject({ method: "DELETE", operation: null, status: 501 });
});
