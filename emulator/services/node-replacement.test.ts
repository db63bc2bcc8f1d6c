import { models } from "oci-containerengine";
import { describe, expect, test } from "vitest";
import type { EmulatedTenancy } from "@/emulator/control-client";
import type { TenancySeed } from "@/emulator/seed";
import { useEmulator } from "@/emulator/testing/emulator";
import { refusal, type Sdk } from "@/emulator/testing/sdk";
import { appsCompartment, ids } from "@/emulator/testing/small-ids";
import { smallSeed } from "@/emulator/testing/small-seed";

const emulator = useEmulator();
const nodePoolId = ids.nodePool;
const label = [{ key: "replaced", value: "1" }];

type Cycling = { readonly maximumSurge?: string; readonly maximumUnavailable?: string };

const cycle = async (sdk: Sdk, cycling: Cycling = {}, details: object = { initialNodeLabels: label }) => {
  const nodePoolCyclingDetails = {
    isNodeCyclingEnabled: true,
    cycleModes: [models.CycleMode.InstanceReplace],
    ...cycling,
  };
  const updateNodePoolDetails = { ...details, nodePoolCyclingDetails };
  return (await sdk.containerEngine.updateNodePool({ nodePoolId, updateNodePoolDetails })).opcWorkRequestId;
};
const poolOf = async (sdk: Sdk) => (await sdk.containerEngine.getNodePool({ nodePoolId })).nodePool;
const nodesOf = async (sdk: Sdk) =>
  ((await poolOf(sdk)).nodes ?? []).map(({ id, lifecycleState }) => [
    id === ids.node ? "first" : id === ids.otherNode ? "second" : "new",
    lifecycleState,
  ]);
const workRequest = async (sdk: Sdk, workRequestId: string) =>
  (await sdk.containerEngine.getWorkRequest({ workRequestId })).workRequest;

/** Past ACCEPTED, to the moment at which the work begins. */
const begin = (tenancy: EmulatedTenancy) => tenancy.advance(300);
const paced = async (seed?: TenancySeed) => {
  const made = await emulator.tenancy(seed);
  await made.tenancy.setSettings({ acceptedMs: 300, drainMs: 500, launchMs: 900 });
  return made;
};

describe("cycling", () => {
  test("with one node of surge launches before it drains, one node after the other", async () => {
    const { tenancy, sdk } = await paced();
    const id = await cycle(sdk);
    await begin(tenancy);
    expect(await nodesOf(sdk)).toEqual([
      ["first", "ACTIVE"],
      ["second", "ACTIVE"],
      ["new", "CREATING"],
    ]);
    await tenancy.advance(900);
    expect(await nodesOf(sdk)).toEqual([
      ["first", "DELETING"],
      ["second", "ACTIVE"],
      ["new", "ACTIVE"],
    ]);
    await tenancy.advance(500);
    expect(await nodesOf(sdk)).toEqual([
      ["second", "ACTIVE"],
      ["new", "ACTIVE"],
      ["new", "CREATING"],
    ]);
    expect(await poolOf(sdk)).toMatchObject({ lifecycleState: "UPDATING", initialNodeLabels: label });
    expect(await workRequest(sdk, id)).toMatchObject({ status: "IN_PROGRESS", operationType: "NODEPOOL_CYCLING" });
    await tenancy.advance(1400);
    expect(await nodesOf(sdk)).toEqual([
      ["new", "ACTIVE"],
      ["new", "ACTIVE"],
    ]);
    expect((await workRequest(sdk, id)).status).toBe("SUCCEEDED");
    const logs = await sdk.containerEngine.listWorkRequestLogs({ workRequestId: id, compartmentId: appsCompartment });
    expect(logs.items.map(({ message }) => message)).toContainEqual(expect.stringMatching(/^Draining /));
    expect((await poolOf(sdk)).lifecycleState).toBe("ACTIVE");
  });

  test("without surge drains before it launches, and takes as many at once as may be unavailable", async () => {
    const { tenancy, sdk } = await paced();
    await cycle(sdk, { maximumSurge: "0", maximumUnavailable: "100%" });
    await begin(tenancy);
    expect(await nodesOf(sdk)).toEqual([
      ["first", "DELETING"],
      ["second", "DELETING"],
    ]);
    await tenancy.advance(500);
    expect(await nodesOf(sdk)).toEqual([
      ["new", "CREATING"],
      ["new", "CREATING"],
    ]);
  });

  test("replaces nothing when nothing of the pool changes", async () => {
    const { tenancy, sdk } = await paced();
    const id = await cycle(sdk, {}, {});
    await tenancy.advance(60_000);
    expect((await workRequest(sdk, id)).status).toBe("SUCCEEDED");
    expect(await nodesOf(sdk)).toHaveLength(2);
    expect((await nodesOf(sdk)).map(([which]) => which)).toEqual(["first", "second"]);
  });

  test("is refused for basic clusters, and when no node may ever be missing or too many", async () => {
    const seed = smallSeed();
    const basic = {
      ...seed,
      regions: seed.regions.map((region) => ({
        ...region,
        clusters: region.clusters.map((cluster) => ({ ...cluster, type: "BASIC_CLUSTER" as const })),
      })),
    };
    const { sdk } = await paced(basic);
    expect(await refusal(cycle(sdk))).toMatchObject({ status: 400, message: expect.stringMatching(/enhanced/) });
    const { sdk: enhanced } = await paced();
    expect(await refusal(cycle(enhanced, { maximumSurge: "0", maximumUnavailable: "0" }))).toMatchObject({
      status: 400,
    });
    expect(await refusal(cycle(enhanced, { maximumSurge: "some" }))).toMatchObject({ status: 400 });
  });

  test("stays where it is when a replacement never comes up", async () => {
    const { tenancy, sdk } = await paced();
    await tenancy.addFault({ operation: "updateNodePool", effect: { kind: "replacement-hangs", afterNodes: 1 } });
    const id = await cycle(sdk);
    await tenancy.advance(3_600_000);
    expect(await nodesOf(sdk)).toEqual([
      ["second", "ACTIVE"],
      ["new", "ACTIVE"],
      ["new", "CREATING"],
    ]);
    expect((await workRequest(sdk, id)).status).toBe("IN_PROGRESS");
  });

  test("fails when a node cannot be drained, and the pool needs attention", async () => {
    const { tenancy, sdk } = await paced();
    await tenancy.addFault({ operation: "updateNodePool", effect: { kind: "drain-fails" } });
    const id = await cycle(sdk);
    await tenancy.advance(60_000);
    expect((await workRequest(sdk, id)).status).toBe("FAILED");
    expect(await poolOf(sdk)).toMatchObject({ lifecycleState: "NEEDS_ATTENTION" });
    expect(await nodesOf(sdk)).toEqual([
      ["first", "ACTIVE"],
      ["second", "ACTIVE"],
      ["new", "ACTIVE"],
    ]);
  });
});

test("a deleted node of a pool that keeps its size is replaced, after it is gone", async () => {
  const { tenancy, sdk } = await paced();
  await sdk.containerEngine.deleteNode({ nodePoolId, nodeId: ids.node, isDecrementSize: false });
  await begin(tenancy);
  expect(await nodesOf(sdk)).toEqual([
    ["first", "DELETING"],
    ["second", "ACTIVE"],
  ]);
  await tenancy.advance(500);
  expect(await nodesOf(sdk)).toEqual([
    ["second", "ACTIVE"],
    ["new", "CREATING"],
  ]);
  await tenancy.advance(900);
  expect(await nodesOf(sdk)).toEqual([
    ["second", "ACTIVE"],
    ["new", "ACTIVE"],
  ]);
});
