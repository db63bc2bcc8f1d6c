import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startEmulator, type RunningEmulator } from "@/emulator/server";
import { stopReplacement } from "@/lib/changes/node-replacement/list-replacements";
import { previewReplacement } from "@/lib/changes/node-replacement/preview-replacement";
import { replacementStoreOf } from "@/lib/changes/node-replacement/replacement-store";
import { startReplacement, type ReplacementEnvironment } from "@/lib/changes/node-replacement/start-replacement";
import { startChange } from "@/lib/changes/start-change";
import { makeWorld, type EmulatedWorld } from "@/lib/changes/testing/emulated-world";
import type { CreateNodeReplacementDetails, NodeReplacement } from "@/lib/contract/node-replacements";
import { makeNodeReadings } from "@/lib/inventory/nodes/node-readings";
import { poolTruths } from "@/lib/inventory/projections/node-pool-nodes";
import { getNodePool } from "@/lib/oci/node-pools";

let emulator: RunningEmulator;
beforeAll(async () => {
  emulator = await startEmulator();
});
afterAll(() => emulator.close());

type Setting = {
  readonly world: EmulatedWorld;
  readonly environment: ReplacementEnvironment;
  readonly nodePoolId: string;
  readonly details: (change?: Partial<CreateNodeReplacementDetails>) => Promise<CreateNodeReplacementDetails>;
  readonly nodes: () => Promise<readonly (readonly [string | null, string])[]>;
};

/** A pool of acme; with `isBasic` its cluster counts as basic, so that nodes go one after the other. */
async function settingOf(clusterName: string, poolName: string, { isBasic = false } = {}): Promise<Setting> {
  const world = await makeWorld(emulator, "acme");
  const { ociContext } = world;
  const inventory = {
    ...world.inventory,
    clusters: world.inventory.clusters.map((cluster) =>
      isBasic ? { ...cluster, type: "BASIC_CLUSTER" as const } : cluster,
    ),
  };
  const cluster = inventory.clusters.find(({ name }) => name === clusterName);
  const pool = inventory.nodePools.find(({ name, clusterId }) => name === poolName && clusterId === cluster?.id);
  if (pool === undefined) throw new Error(`There is no pool ${poolName}.`);
  const readings = makeNodeReadings({ now: Date.now, onRead: () => undefined });
  const environment: ReplacementEnvironment = {
    ociContext,
    inventory,
    ...(world.environment.clock && { clock: world.environment.clock }),
    async readCounts(nodePoolId) {
      await readings.start(ociContext, inventory, { nodePoolId });
      const { reading } = readings.pool(ociContext.principal, nodePoolId);
      return reading && (poolTruths(inventory, reading)?.counts ?? null);
    },
    onBug: (thrown) => void world.bugs.push(thrown),
  };
  await world.tenancy.setSettings({ acceptedMs: 1000, drainMs: 2000, launchMs: 3000 });
  return {
    world,
    environment,
    nodePoolId: pool.id,
    async details(change = {}) {
      const previewed = await previewReplacement(ociContext, inventory, pool.id);
      if (!previewed.ok) throw new Error(JSON.stringify(previewed.body));
      const { etag, nodes } = previewed.preview;
      const nodeIds = nodes.map(({ id }) => id);
      return {
        nodePoolId: pool.id,
        etag,
        nodeIds,
        maximumSurge: "2",
        maximumUnavailable: "1",
        overrideReason: null,
        ...change,
      };
    },
    async nodes() {
      const { nodePool } = await getNodePool(ociContext, { region: pool.region, nodePoolId: pool.id });
      return (nodePool.nodes ?? []).map(({ id, lifecycleState }) => [id, lifecycleState] as const);
    },
  };
}

const latest = ({ world }: Setting, id: string): NodeReplacement => {
  const found = replacementStoreOf(world.ociContext.principal).get(id);
  if (found === null) throw new Error("There is no such replacement.");
  return found;
};

async function replace(setting: Setting, change: Partial<CreateNodeReplacementDetails> = {}): Promise<NodeReplacement> {
  const started = await startReplacement(setting.environment, await setting.details(change));
  if (!started.ok) throw new Error(`It was refused: ${JSON.stringify(started.body)}`);
  await started.ended;
  expect(setting.world.bugs).toEqual([]);
  return latest(setting, started.replacement.id);
}

const states = ({ nodes }: NodeReplacement) => nodes.map(({ state }) => state);

describe("the review", () => {
  test("lists the nodes, the eviction grace and the three policies that it found", async () => {
    const { world, environment, nodePoolId } = await settingOf("payments-prod", "gateway");
    const previewed = await previewReplacement(world.ociContext, environment.inventory, nodePoolId);
    expect(previewed).toMatchObject({
      ok: true,
      preview: {
        nodePoolName: "gateway",
        method: "cycling",
        evictionGrace: { minutes: 60, isForced: false },
        nodeJoin: { state: "present" },
        labelKey: "zpr-console/nodes-replaced",
      },
    });
    expect(previewed.ok && previewed.preview.nodes).toHaveLength(12);
    expect(await world.writes()).toEqual([]);
  });

  test("names attributes of the pool that are gone", async () => {
    const { world, environment, nodePoolId } = await settingOf("data-lake", "spark-next");
    const previewed = await previewReplacement(world.ociContext, environment.inventory, nodePoolId);
    expect(previewed.ok && previewed.preview.deletedAttributes).toContain("app.squad");
  });

  test("tells attributes that are still being deleted from those that are gone", async () => {
    const { world, environment, nodePoolId } = await settingOf("data-lake", "spark-next");
    const { catalog } = environment.inventory;
    const namespaces = catalog.namespaces.map((namespace) => ({
      ...namespace,
      definitions: namespace.definitions.map((each) => ({ ...each, lifecycleState: "DELETING" as const })),
    }));
    const inventory = { ...environment.inventory, catalog: { ...catalog, namespaces } };
    const previewed = await previewReplacement(world.ociContext, inventory, nodePoolId);
    const { deletedAttributes = [], deletingAttributes = [] } = previewed.ok ? previewed.preview : {};
    expect(deletingAttributes.length).toBeGreaterThan(0);
    expect(deletedAttributes.filter((name) => deletingAttributes.includes(name))).toEqual([]);
  });
});

describe("a replacement is refused, and nothing written,", () => {
  test("while policies that let nodes join are missing, unless somebody says why", async () => {
    const setting = await settingOf("storefront-prod", "web");
    const refused = await startReplacement(setting.environment, await setting.details());
    expect(refused).toMatchObject({ ok: false, status: 409, body: { code: "NodeJoinPoliciesMissing" } });
    expect(await setting.world.writes()).toEqual([]);
    const done = await replace(setting, { overrideReason: "Policies come from another team today." });
    expect(done).toMatchObject({ state: "verified", overrideReason: "Policies come from another team today." });
  });

  test("while the policies cannot be read", async () => {
    const setting = await settingOf("payments-prod", "gateway");
    await setting.world.tenancy.addFault({
      operation: "listZprPolicies",
      effect: { kind: "error", status: 404, code: "NotAuthorizedOrNotFound", message: "Not for you." },
    });
    const refused = await startReplacement(setting.environment, await setting.details());
    expect(refused).toMatchObject({ ok: false, body: { field: "overrideReason" } });
    expect(await setting.world.writes()).toEqual([]);
  });

  test("when the pool or its nodes are no longer as the review showed them", async () => {
    const setting = await settingOf("payments-prod", "gateway");
    const details = await setting.details();
    for (const old of [{ etag: "other" }, { nodeIds: details.nodeIds.slice(1) }]) {
      const refused = await startReplacement(setting.environment, { ...details, ...old });
      expect(refused).toMatchObject({ ok: false, status: 409, body: { code: "ResourceChanged" } });
    }
    expect(await setting.world.writes()).toEqual([]);
  });

  test("while a change of the pool runs, and the other way round", async () => {
    const setting = await settingOf("payments-prod", "gateway");
    const resource = setting.world.resource("node-pool-primary-vnic", "settlement");
    const edit = await setting.world.detailsFor(resource, { op: "remove", namespace: "pci", key: "scope" });
    const details = await setting.details();
    const settlement = { ...details, nodePoolId: resource.ocid };
    const change = await startChange(setting.world.environment, edit);
    expect(await startReplacement(setting.environment, settlement)).toMatchObject({ ok: false, status: 409 });
    if (change.ok) await change.ended;
    const started = await startReplacement(setting.environment, details);
    const gateway = setting.world.inventory.resources.find(({ id }) => id === `${setting.nodePoolId}:primary-vnic`);
    if (!started.ok || gateway === undefined) throw new Error("It was refused.");
    const other = { ...edit, resourceId: gateway.id };
    expect(await startChange(setting.world.environment, other)).toMatchObject({ ok: false, status: 409 });
    await started.ended;
  });
});

describe("cycling", () => {
  test("changes one label, has OKE replace every node, and is verified by what their VNICs carry", async () => {
    const setting = await settingOf("payments-prod", "gateway");
    const before = new Set((await setting.nodes()).map(([id]) => id));
    const done = await replace(setting);
    expect(done).toMatchObject({ state: "verified", isFinished: true, error: null, counts: { nodes: 12, inStep: 12 } });
    expect(done.message).toBe("Every node was replaced. All 12 carry the present set.");
    expect(new Set(states(done))).toEqual(new Set(["replaced"]));
    expect(done.newNodes.map(({ lifecycleState }) => lifecycleState)).toEqual(
      Array.from({ length: 12 }, () => "ACTIVE"),
    );
    expect((await setting.nodes()).filter(([id]) => before.has(id))).toEqual([]);
    const [write, ...more] = await setting.world.writes();
    expect(more).toEqual([]);
    expect(write?.requestBody).toEqual({
      initialNodeLabels: [
        { key: "workload", value: "gateway" },
        { key: "zpr-console/nodes-replaced", value: expect.stringMatching(/^\d{8}T\d{6}Z$/) },
      ],
      nodePoolCyclingDetails: {
        isNodeCyclingEnabled: true,
        cycleModes: ["INSTANCE_REPLACE"],
        maximumSurge: "2",
        maximumUnavailable: "1",
      },
    });
  });

  test("is never judged by nodes as they were before its work request ended: the pool is read after it", async () => {
    const setting = await settingOf("payments-prod", "gateway");
    await setting.world.tenancy.clearRequests();
    await replace(setting);
    const requests = await setting.world.tenancy.requests();
    const write = requests.findIndex(({ method }) => method === "PUT");
    const looks = requests
      .slice(write + 1)
      .map(({ operation }) => operation)
      .filter((operation) => operation === "getWorkRequest" || operation === "getNodePool");
    const first = looks.slice(0, looks.lastIndexOf("getWorkRequest") + 2);
    expect(first.length).toBeGreaterThan(3);
    expect(first).toEqual(first.map((_, index) => (index % 2 === 0 ? "getWorkRequest" : "getNodePool")));
  });

  test("whose replacement hangs says which node, and that OKE goes no further", async () => {
    const setting = await settingOf("payments-prod", "gateway");
    await setting.world.tenancy.addFault({
      operation: "updateNodePool",
      effect: { kind: "replacement-hangs", afterNodes: 3 },
    });
    const store = replacementStoreOf(setting.world.ociContext.principal);
    const { clock } = setting.world.environment;
    if (clock === undefined) throw new Error("The world has a clock.");
    const stuck: string[] = [];
    // Once it is stuck the half day is over for which the console follows it.
    const now = () => clock.now() + (stuck.length > 0 ? 13 * 3_600_000 : 0);
    const sleep = async (milliseconds: number) => {
      const [latestOne] = store.list();
      if (latestOne?.state === "stuck") stuck.push(latestOne.message);
      await clock.sleep(milliseconds);
    };
    const environment = { ...setting.environment, clock: { ...clock, now, sleep } };
    const started = await startReplacement(environment, await setting.details());
    if (!started.ok) throw new Error("It was refused.");
    await started.ended;
    expect(stuck[0]).toMatch(
      /^oke-\S+ has not become ready for 8\d minutes\. OKE replaces no further node before it has/,
    );
    const done = latest(setting, started.replacement.id);
    expect(done.state).toBe("unknown");
    expect(states(done).filter((state) => state === "kept").length).toBeGreaterThanOrEqual(6);
  });

  test("that cannot drain a node fails in OKE's words, and the nodes that stay are kept", async () => {
    const setting = await settingOf("payments-prod", "gateway");
    await setting.world.tenancy.addFault({
      operation: "updateNodePool",
      effect: { kind: "drain-fails", afterNodes: 3 },
    });
    const done = await replace(setting);
    expect(done).toMatchObject({
      state: "failed",
      error: { message: expect.stringContaining("could not be drained") },
    });
    expect(states(done).filter((state) => state === "replaced")).toHaveLength(3);
    expect(done.message).toContain("9 nodes were not replaced");
    expect(done.counts?.nodes).toBeGreaterThan(8);
  });

  test("whose answer is lost is followed by the work request that it began, and not sent again", async () => {
    const setting = await settingOf("payments-prod", "gateway");
    await setting.world.tenancy.addFault({
      operation: "updateNodePool",
      count: 1,
      effect: { kind: "reset", when: "after" },
    });
    const done = await replace(setting);
    expect(done.state).toBe("verified");
    expect(await setting.world.tenancy.requests("updateNodePool")).toHaveLength(1);
  });

  test("that OKE reports as done without having done it is called not applied", async () => {
    const setting = await settingOf("payments-prod", "gateway");
    await setting.world.tenancy.addFault({ operation: "updateNodePool", effect: { kind: "without-effect" } });
    expect(await replace(setting)).toMatchObject({
      state: "not-applied",
      message: "OKE reported success. 12 nodes were not replaced.",
    });
  });
});

describe("one node after the other", () => {
  test("deletes each without shrinking the pool, once the one before is ready", async () => {
    const setting = await settingOf("payments-prod", "ledger", { isBasic: true });
    const done = await replace(setting);
    expect(done).toMatchObject({ method: "one-by-one", state: "verified", counts: { nodes: 4, inStep: 4 } });
    const deletions = await setting.world.tenancy.requests("deleteNode");
    expect(deletions).toHaveLength(4);
    expect(deletions.every(({ target }) => target.includes("isDecrementSize=false"))).toBe(true);
    expect(await setting.nodes()).toHaveLength(4);
  });

  test("stops at a node that does not come back, and leaves the rest alone", async () => {
    const setting = await settingOf("payments-prod", "ledger", { isBasic: true });
    await setting.world.tenancy.addFault({ operation: "deleteNode", skip: 1, effect: { kind: "replacement-hangs" } });
    const done = await replace(setting);
    expect(done).toMatchObject({ state: "stuck", isFinished: true });
    expect(done.message).toMatch(
      /^oke-\S+ has not become ready for \d+ minutes\. 2 nodes were not touched\. 1 has gone, and none is ready in its place\.$/,
    );
    expect(states(done)).toEqual(["replaced", "gone", "kept", "kept"]);
    expect(await setting.world.tenancy.requests("deleteNode")).toHaveLength(2);
  });

  test("stops between two nodes when it is asked to", async () => {
    const setting = await settingOf("payments-prod", "ledger", { isBasic: true });
    const started = await startReplacement(setting.environment, await setting.details());
    if (!started.ok) throw new Error("It was refused.");
    expect(stopReplacement(setting.world.ociContext, started.replacement.id)).toMatchObject({
      ok: true,
      replacement: { isStopping: true },
    });
    await started.ended;
    const done = latest(setting, started.replacement.id);
    expect(done.state).toBe("stopped");
    expect(states(done).filter((state) => state === "kept").length).toBeGreaterThan(2);
    expect(stopReplacement(setting.world.ociContext, started.replacement.id)).toMatchObject({ ok: false, status: 409 });
  });

  test("ends when OKE refuses a deletion", async () => {
    const setting = await settingOf("payments-prod", "ledger", { isBasic: true });
    await setting.world.tenancy.addFault({
      operation: "deleteNode",
      skip: 1,
      effect: { kind: "error", status: 404, code: "NotAuthorizedOrNotFound", message: "Not for you." },
    });
    const done = await replace(setting);
    expect(done).toMatchObject({ state: "failed", error: { message: "Not for you." } });
    expect(done.message).toBe("OKE refused to delete a node. 3 nodes were not touched.");
    expect(states(done)).toEqual(["replaced", "kept", "kept", "kept"]);
  });
});
