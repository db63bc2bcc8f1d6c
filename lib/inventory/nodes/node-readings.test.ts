import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startEmulator, type RunningEmulator } from "@/emulator/server";
import { changedMatches } from "@/lib/inventory/changed-matches";
import type { Inventory } from "@/lib/inventory/inventory";
import { makeNodeReadings, type NodeReadings, type NodesOf } from "@/lib/inventory/nodes/node-readings";
import type { NodesReading } from "@/lib/inventory/nodes/nodes-reading";
import { clusterNodes } from "@/lib/inventory/projections/cluster-nodes";
import { nodePoolNodes } from "@/lib/inventory/projections/node-pool-nodes";
import { makeTestTenancy, type TestTenancy } from "@/lib/inventory/testing/read-tenancy";
import type { ProtectedResource } from "@/lib/oke/protected-resource";
import { protectedResourcesFrom } from "@/lib/oke/protected-resources";

let emulator: RunningEmulator;
let acme: TestTenancy;
let inventory: Inventory;
let readings: NodeReadings;
let read: NodesReading[];

beforeAll(async () => {
  emulator = await startEmulator();
});
afterAll(() => emulator.close());
beforeEach(async () => {
  acme = await makeTestTenancy(emulator, "acme");
  inventory = await acme.read();
  read = [];
  readings = makeNodeReadings({ now: Date.now, onRead: (_principal, reading) => void read.push(reading) });
  await acme.tenancy.clearRequests();
});

const named = <T extends { readonly name: string | null; readonly id: string }>(things: readonly T[], name: string) => {
  const found = things.find((thing) => thing.name === name);
  if (found === undefined) throw new Error(`There is no ${name}.`);
  return found;
};
const clusters = { settlement: "payments-prod", gateway: "payments-prod", vault: "payments-prod", query: "data-lake" };
type PoolName = keyof typeof clusters;
const poolNamed = (name: PoolName) => {
  const cluster = named(inventory.clusters, clusters[name]);
  return named(
    inventory.nodePools.filter(({ clusterId }) => clusterId === cluster.id),
    name,
  );
};
const start = (nodes: NodesOf) => readings.start(acme.ociContext, inventory, nodes);
const poolView = (name: PoolName) => {
  const { id } = poolNamed(name);
  const view = nodePoolNodes(inventory, id, readings.pool(acme.ociContext.principal, id));
  if (view === null) throw new Error("The pool is not in the inventory.");
  return view;
};
const readPool = async (name: PoolName) => {
  await start({ nodePoolId: poolNamed(name).id });
  return poolView(name);
};

describe("the reading of one pool's nodes", () => {
  test("counts which carry the present set, tells age and cost, and reads nothing before it is asked", async () => {
    expect(poolView("gateway")).toMatchObject({
      reading: { state: "unread", readAt: null },
      counts: null,
      nodes: null,
    });
    expect(await acme.tenancy.requests("getVnic")).toEqual([]);
    const { reading, counts, nodes } = await readPool("gateway");
    expect(counts).toMatchObject({ nodes: 12, inStep: 7, notReadable: 0, primary: { inStep: 7 } });
    expect(counts?.secondary).toEqual([{ name: "pods", inStep: 7, notReadable: 0 }]);
    expect(reading).toMatchObject({ state: "read", vnicCount: 24, completeness: { isComplete: true } });
    expect(await acme.tenancy.requests("getVnic")).toHaveLength(24);
    expect(await acme.tenancy.requests("listVnicAttachments")).toHaveLength(1);
    const others = nodes?.filter(({ isInStep }) => !isInStep) ?? [];
    expect(others.map(({ primary }) => primary.state)).toEqual(Array.from({ length: 5 }, () => "older-than-change"));
    expect(others[0]?.primary.carried).toHaveLength(1);
  });

  test("finds the node that was edited past its pool, and the VNIC that nobody manages", async () => {
    const { nodes, counts } = await readPool("settlement");
    expect(nodes?.map(({ primary }) => primary.state)).toEqual(["in-step", "edited-directly", "in-step"]);
    expect(nodes?.[1]?.primary).toMatchObject({ isInferred: true });
    expect(nodes?.[2]?.unmanaged.map(({ name }) => name)).toEqual(["packet-capture"]);
    expect(counts).toMatchObject({ nodes: 3, inStep: 2, withUnmanagedVnics: 1 });
  });

  test("finds the node without its secondary VNICs", async () => {
    const { nodes, counts } = await readPool("query");
    expect(nodes?.[2]?.secondary.map(({ state }) => state)).toEqual(["vnic-missing", "vnic-missing"]);
    expect(counts?.secondary.map(({ name, inStep }) => [name, inStep])).toEqual([
      ["query", 2],
      ["shuffle", 2],
    ]);
  });

  test("says of VNICs that could not be read that it does not know, and why", async () => {
    await acme.tenancy.addFault({
      operation: "getVnic",
      count: 3,
      effect: { kind: "error", status: 404, code: "NotAuthorizedOrNotFound", message: "Not for you." },
    });
    const { reading, counts } = await readPool("gateway");
    expect(counts?.notReadable).toBeGreaterThan(0);
    expect(counts?.inStep).toBeLessThan(8);
    expect(reading.completeness).toMatchObject({ isComplete: false, gaps: [{ operation: "getVnic", scopeCount: 3 }] });
  });

  test("does not take a compartment whose attachments were refused for nodes without VNICs", async () => {
    await acme.tenancy.addFault({
      operation: "listVnicAttachments",
      effect: { kind: "error", status: 404, code: "NotAuthorizedOrNotFound", message: "Not for you." },
    });
    const { counts, nodes } = await readPool("gateway");
    expect(counts).toMatchObject({ nodes: 12, inStep: 0, notReadable: 12 });
    expect(nodes?.[0]?.secondary.map(({ state }) => state)).toEqual(["not-readable"]);
  });

  test("is made once when asked twice, and again when asked later", async () => {
    const nodes = { nodePoolId: poolNamed("gateway").id };
    await Promise.all([start(nodes), start(nodes)]);
    expect(await acme.tenancy.requests("getVnic")).toHaveLength(24);
    await start(nodes);
    expect(await acme.tenancy.requests("getVnic")).toHaveLength(48);
    expect(read).toHaveLength(2);
  });

  test("shows what was read before while it runs", async () => {
    await readPool("gateway");
    const again = start({ nodePoolId: poolNamed("gateway").id });
    expect(poolView("gateway")).toMatchObject({ reading: { state: "reading" }, counts: { inStep: 7 } });
    await again;
  });

  test("knows of no change of the pool where OCI lists no work request", async () => {
    await readPool("vault");
    expect(readings.pool(acme.ociContext.principal, poolNamed("vault").id).reading?.lastChangeMs).toBeNull();
  });

  test("of a pool that the inventory does not have is none", () => {
    expect(start({ nodePoolId: "ocid1.nodepool.oc1.iad.other" })).toBeNull();
  });
});

describe("the reading of a cluster's nodes", () => {
  const viewOf = (clusterId: string) =>
    clusterNodes(inventory, clusterId, {
      pool: (id) => readings.pool(acme.ociContext.principal, id),
      unpooled: readings.unpooled(acme.ociContext.principal, clusterId),
    });

  test("lists the attachments of a compartment once for all its pools", async () => {
    const { id } = named(inventory.clusters, "payments-prod");
    await start({ clusterId: id });
    expect(await acme.tenancy.requests("listVnicAttachments")).toHaveLength(1);
    const gateway = viewOf(id)?.pools.find(({ nodePoolId }) => nodePoolId === poolNamed("gateway").id);
    expect(gateway?.counts).toMatchObject({ nodes: 12, inStep: 7 });
    expect(viewOf(id)?.pools).toHaveLength(4);
    expect(viewOf(id)?.unpooled).toEqual([]);
    // The list of Nodes is asked of the cluster, and told apart.
    const ofCluster: readonly unknown[] = ["list nodes", "createKubeconfig"];
    const calls = (await acme.tenancy.requests()).filter(({ operation }) => !ofCluster.includes(operation));
    expect(viewOf(id)?.nodeList).toEqual({ state: "read", count: 21, isComplete: true });
    expect(viewOf(id)?.reading).toMatchObject({ callCount: calls.length, vnicCount: 47 });
  });

  test("finds self-managed and Karpenter nodes with what their VNICs and instances carry", async () => {
    const { id } = named(inventory.clusters, "ml-training");
    expect(viewOf(id)?.unpooled).toBeNull();
    await start({ clusterId: id });
    const unpooled = viewOf(id)?.unpooled ?? [];
    expect(unpooled.map(({ name, kind, evidence, isInNodeList }) => [name, kind, evidence, isInNodeList])).toEqual([
      ["gpu-h100-01", "self-managed", "node-list", true],
      ["gpu-h100-02", "self-managed", "node-list", true],
      ["gpu-h100-03", "self-managed", "node-list", true],
      ["karpenter-batch-7f4c2", "karpenter", "node-list", true],
      ["karpenter-batch-9d1e8", "karpenter", "node-list", true],
    ]);
    expect(unpooled[0]?.vnics?.map(({ isPrimary, carried }) => [isPrimary, carried?.length])).toEqual([
      [true, 0],
      [false, 2],
    ]);
    expect(unpooled[1]?.instanceSecurityAttributes).toHaveLength(1);
  });

  test("finds whose pods are backends of load balancers, which then stand under the cluster for sure", async () => {
    const { id } = named(inventory.clusters, "storefront-prod");
    await start({ clusterId: id });
    const found = read[0]?.podAddresses;
    expect(found).toMatchObject({ clusterId: id });
    expect(found?.addresses).not.toEqual([]);
    expect(await acme.tenancy.requests("listPrivateIps")).not.toEqual([]);
    // Its controller's tags taken away, only its backends tell whose the load balancer is.
    const bare = inventory.loadBalancers.map((each) =>
      each.displayName === "k8s-public" ? { ...each, definedTags: [], systemTags: [] } : each,
    );
    const untagged = {
      ...inventory,
      loadBalancers: bare,
      resources: protectedResourcesFrom({ ...inventory, loadBalancers: bare }),
    };
    const matchOf = (resources: readonly ProtectedResource[]) =>
      resources.find(({ displayName }) => displayName === "k8s-public")?.cluster;
    expect(matchOf(untagged.resources)).not.toMatchObject({ confidence: "strong" });
    expect(matchOf(changedMatches(untagged, found?.addresses ?? []))).toMatchObject({
      clusterId: id,
      confidence: "strong",
      evidence: expect.stringContaining("on secondary VNICs of this cluster's nodes"),
    });
  });

  test("finds by tags alone where the cluster does not list its Nodes, and says so", async () => {
    await acme.tenancy.setSettings({ kubernetesRefusals: [{ resource: "nodes" }] });
    const { id } = named(inventory.clusters, "ml-training");
    await start({ clusterId: id });
    expect(viewOf(id)?.nodeList).toMatchObject({ state: "unread", code: "forbidden" });
    expect(viewOf(id)?.unpooled?.map(({ name, evidence, isInNodeList }) => [name, evidence, isInNodeList])).toEqual([
      ["gpu-h100-01", "cluster-tag", null],
      ["gpu-h100-02", "cluster-tag", null],
      ["gpu-h100-03", "cluster-tag", null],
      ["karpenter-batch-7f4c2", "cluster-tag", null],
    ]);
  });

  test("shows a Node whose instance nobody may see as not readable", async () => {
    const others = inventory.compartments.filter(({ name }) => name !== "machine-learning");
    const { id } = named(inventory.clusters, "ml-training");
    inventory = { ...inventory, compartments: others };
    await start({ clusterId: id });
    const unpooled = viewOf(id)?.unpooled ?? [];
    expect(unpooled).toHaveLength(5);
    expect(unpooled[0]).toMatchObject({ evidence: "node-list", lifecycleState: null, vnics: null });
  });
});
