import { afterAll, beforeAll, expect, it } from "vitest";
import { startEmulator, type RunningEmulator } from "@/emulator/server";
import type { Inventory } from "@/lib/inventory/inventory";
import { lintFactsOf } from "@/lib/inventory/projections/lint-facts";
import { lintedPolicies } from "@/lib/inventory/projections/linted-policies";
import { lintFactsWithClusters } from "@/lib/inventory/projections/node-pool-clusters";
import { makeTestTenancy } from "@/lib/inventory/testing/read-tenancy";

let emulator: RunningEmulator;
let acme: Inventory;
beforeAll(async () => {
  emulator = await startEmulator();
  acme = await (await makeTestTenancy(emulator, "acme")).read();
}, 60_000);
afterAll(() => emulator.close());

it("the linter knows the cluster of every node pool, and of no pool where they were not all read", () => {
  const pools = lintFactsWithClusters(acme, true).nodePools ?? [];
  expect(pools.map(({ name }) => name)).toEqual(lintFactsOf(acme, true).nodePools?.map(({ name }) => name));
  expect(
    pools.every(({ cluster }) => acme.clusters.some(({ id, name }) => cluster?.id === id && cluster.name === name)),
  ).toBe(true);
  expect(lintFactsWithClusters({ ...acme, finishedAt: null }, true).nodePools).toBe(null);
});

it("what is said of nodes that cannot join names their cluster and leads to it", () => {
  const { tenancyFindings } = lintedPolicies(acme, []);
  const [first] = tenancyFindings;
  const cluster = acme.clusters.find(({ id }) => id === first?.clusterId);
  expect(cluster).toBeDefined();
  expect(first?.message).toContain(` of cluster ${cluster?.name} `);
});
