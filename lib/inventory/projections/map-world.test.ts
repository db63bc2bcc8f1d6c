import { afterAll, beforeAll, expect, test } from "vitest";
import { startEmulator, type RunningEmulator } from "@/emulator/server";
import type { Inventory } from "@/lib/inventory/inventory";
import type { UnpooledReading } from "@/lib/inventory/nodes/nodes-reading";
import { mapWorldOf } from "@/lib/inventory/projections/map-world";
import { compiledWorldOf } from "@/lib/inventory/projections/reach-world";
import { makeTestTenancy } from "@/lib/inventory/testing/read-tenancy";
import { mapStateOf } from "@/lib/oke/map/map-node";

let emulator: RunningEmulator;
let inventory: Inventory;
beforeAll(async () => {
  emulator = await startEmulator();
  inventory = await (await makeTestTenancy(emulator, "acme")).read();
});
afterAll(() => emulator.close());

const reading: UnpooledReading = {
  readAt: "2026-01-01T00:00:00Z",
  coverage: [],
  nodeList: { state: "read", count: 1, isComplete: true },
  nodes: [
    {
      kind: "self-managed",
      evidence: "node-list",
      instanceId: "ocid1.instance.oc1.iad.unseen",
      instance: null,
      node: null,
      vnics: null,
    },
  ],
};

test("a node of which nothing could be read stands on the map as unknown, not as unprotected", () => {
  const [cluster] = inventory.clusters;
  const compiled = compiledWorldOf(inventory, null);
  const readingOf = (id: string) => (id === cluster?.id ? reading : null);
  const { unpooled, nodesRead, compiled: withNode } = mapWorldOf(inventory, compiled, readingOf);
  expect(nodesRead).toEqual({ read: 1, total: inventory.clusters.length });
  const [node] = unpooled;
  expect(node).toMatchObject({ kind: "self-managed", displayName: "ocid1.instance.oc1.iad.unseen", vcnId: null });
  const endpoint = withNode.world.endpoints.find(({ id }) => id === node?.id);
  expect(endpoint).toMatchObject({ attributes: null, addresses: { kind: "unknown" } });
  expect(node && mapStateOf(node, endpoint?.attributes !== null)).toBe("unknown");
});

test("the same readings give the same world, and without any it is the inventory's own", () => {
  const compiled = compiledWorldOf(inventory, null);
  const none = mapWorldOf(inventory, compiled, () => null);
  expect(none.compiled).toBe(compiled);
  const read = () => reading;
  expect(mapWorldOf(inventory, compiled, read)).toBe(mapWorldOf(inventory, compiled, read));
});
