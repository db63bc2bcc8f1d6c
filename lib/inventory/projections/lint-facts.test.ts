import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startEmulator, type RunningEmulator } from "@/emulator/server";
import type { Inventory } from "@/lib/inventory/inventory";
import { lintFactsOf, unreadFacts } from "@/lib/inventory/projections/lint-facts";
import { makeTestTenancy } from "@/lib/inventory/testing/read-tenancy";

let emulator: RunningEmulator;
let acme: Inventory;
beforeAll(async () => {
  emulator = await startEmulator();
  acme = await (await makeTestTenancy(emulator, "acme")).read();
}, 60_000);
afterAll(() => emulator.close());

/** The same, but a list of this operation was refused somewhere. */
const withoutOne = (operation: string): Inventory => {
  const problem = { code: "NotAuthorizedOrNotFound", message: "No.", opcRequestId: null };
  const first = acme.coverage.findIndex((entry) => entry.operation === operation);
  expect(first).toBeGreaterThanOrEqual(0);
  const coverage = acme.coverage.map((entry, index) =>
    index === first ? { ...entry, outcome: "refused" as const, problem } : entry,
  );
  return { ...acme, coverage };
};
const unreadOf = (inventory: Inventory | null, isEveryPolicy = true) =>
  unreadFacts(lintFactsOf(inventory, isEveryPolicy));

describe("the facts for the linter", () => {
  it("are all of a tenancy that was read to its end, but for the peerings, which nothing reads", () => {
    expect(unreadOf(acme)).toEqual(["peerings"]);
    const { vcns, resources, nodePools } = lintFactsOf(acme, true);
    expect(vcns).toHaveLength(acme.vcns.length);
    expect(nodePools).toHaveLength(acme.nodePools.length);
    expect(resources?.carried).toHaveLength(acme.resources.length - acme.vcns.length);
  });

  it.each([
    ["VCNs, when one list of them was refused", "listVcns", ["vcns", "peerings"]],
    ["what resources carry, when one list of mount targets was", "listMountTargets", ["resources", "peerings"]],
    ["node pools too, when one list of them was", "listNodePools", ["resources", "peerings", "node-pools"]],
    [
      "all but the catalog, when the compartments were",
      "listCompartments",
      ["vcns", "resources", "peerings", "node-pools"],
    ],
  ])("lack %s", (_, operation, unread) => {
    expect(unreadOf(withoutOne(operation))).toEqual(unread);
  });

  it("lack what other regions would tell, where only some were asked for", () => {
    expect(unreadOf({ ...acme, chosenRegions: [acme.homeRegion] })).toEqual([
      "vcns",
      "resources",
      "peerings",
      "node-pools",
    ]);
  });

  it("are none while a first pass runs, or before it", () => {
    expect(unreadOf({ ...acme, finishedAt: null })).toEqual(["vcns", "resources", "peerings", "node-pools"]);
    expect(unreadOf(null, false)).toHaveLength(6);
  });

  it("lack the catalog as a whole where a namespace could not be read, and keep what was", () => {
    const [first, ...others] = acme.catalog.namespaces;
    expect(first).toBeDefined();
    const catalog = { ...acme.catalog, namespaces: others, isNamespaceListComplete: false };
    const facts = lintFactsOf({ ...acme, catalog }, true);
    expect(unreadFacts(facts)).toEqual(["catalog", "peerings"]);
    expect(facts.catalog).toBe(catalog);
  });
});
