import { request } from "node:http";
import { expect, test } from "vitest";
import { createControlClient } from "@/emulator/control-client";
import { startEmulator } from "@/emulator/server";
import { finishWork, useEmulator } from "@/emulator/testing/emulator";
import { appsCompartment, attribute, ids } from "@/emulator/testing/small-ids";
import { smallSeed } from "@/emulator/testing/small-seed";

const emulator = useEmulator();
const clusterId = ids.cluster;

/** fetch sets the Host header itself; this one sends what it is told. */
const statusWithHost = (host: string) =>
  new Promise<number | undefined>((resolve, reject) => {
    const call = request(`${emulator.url()}/_control/operations`, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    call.once("error", reject).end();
  });

test("the control endpoint answers to names of this machine only", async () => {
  const { port } = new URL(emulator.url());
  expect(await statusWithHost(`127.0.0.1:${port}`)).toBe(200);
  expect(await statusWithHost(`localhost:${port}`)).toBe(200);
  expect(await statusWithHost(`rebound.example:${port}`)).toBe(404);
  expect(await statusWithHost("127.0.0.1.example")).toBe(404);
});

test("what the control endpoint cannot do is refused with the reason", async () => {
  const { tenancy } = await emulator.tenancy();
  const client = createControlClient(emulator.url());
  await expect(client.createTenancy("small", { user: "nobody" })).rejects.toThrow(/400.*no user nobody/);
  const nonsense = { effect: { kind: "error", status: 200, code: "OK" } } as const;
  await expect(tenancy.addFault(nonsense)).rejects.toThrow(/400/);
  await expect(tenancy.setSettings({ acceptedMs: -1 })).rejects.toThrow(/400/);
  await tenancy.remove();
  await expect(tenancy.requests()).rejects.toThrow(/404/);
});

test("a seed that does not exist is refused with the names of those that do", async () => {
  const own = await startEmulator();
  try {
    await expect(own.createTenancy("nowhere")).rejects.toThrow(/400.*acme/);
  } finally {
    await own.close();
  }
});

test("each tenancy of a seed has a state and an OCID of its own, and the OCID stands wherever the seed had it", async () => {
  const one = await emulator.tenancy();
  const other = await emulator.tenancy();
  await one.sdk.containerEngine.updateCluster({ clusterId, updateClusterDetails: { name: "renamed" } });
  await finishWork(one.tenancy);
  const nameOf = async ({ sdk }: typeof one) => (await sdk.containerEngine.getCluster({ clusterId })).cluster.name;
  expect(await nameOf(one)).toBe("renamed");
  expect(await nameOf(other)).toBe("payments");
  const { zprPolicy } = await one.sdk.zpr.getZprPolicy({ zprPolicyId: ids.zprPolicy });
  expect(zprPolicy.compartmentId).toBe(one.tenancy.tenancyId);
  expect(one.tenancy.tenancyId).not.toBe(smallSeed().tenancy.id);
});

test("the clock can stand still, be set, be moved, and run", async () => {
  const { tenancy, sdk } = await emulator.tenancy();
  await tenancy.setClock({ mode: "manual", now: "2027-02-03T04:05:06.000Z" });
  const { opcWorkRequestId: workRequestId } = await sdk.containerEngine.updateClusterEndpointConfig({
    clusterId,
    updateClusterEndpointConfigDetails: { securityAttributes: attribute() },
  });
  await tenancy.advance(1500);
  const { workRequest } = await sdk.containerEngine.getWorkRequest({ workRequestId });
  expect(workRequest).toMatchObject({
    compartmentId: appsCompartment,
    timeAccepted: "2027-02-03T04:05:06.000Z",
    timeStarted: "2027-02-03T04:05:06.300Z",
    timeFinished: "2027-02-03T04:05:07.500Z",
  });
  expect(await tenancy.clock()).toEqual({ mode: "manual", now: "2027-02-03T04:05:07.500Z" });
  const running = await tenancy.setClock({ mode: "auto" });
  expect(running).toMatchObject({ mode: "auto", now: expect.stringMatching(/^2027-02-03T04:05:0/) });
});

test("a clock that runs by itself finishes work without being asked, at the pace of the settings", async () => {
  const { tenancy, sdk } = await emulator.tenancy();
  await tenancy.setSettings({ acceptedMs: 0, inProgressMs: 0 });
  await tenancy.setClock({ mode: "auto" });
  await sdk.containerEngine.updateCluster({ clusterId, updateClusterDetails: { name: "renamed" } });
  expect((await sdk.containerEngine.getCluster({ clusterId })).cluster.name).toBe("renamed");
});
