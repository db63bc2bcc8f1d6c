import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startEmulator, type RunningEmulator } from "@/emulator/server";
import type { Inventory } from "@/lib/inventory/inventory";
import { lintFactsOf, unreadFacts } from "@/lib/inventory/projections/lint-facts";
import { lintedPolicies } from "@/lib/inventory/projections/linted-policies";
import { makeTestTenancy } from "@/lib/inventory/testing/read-tenancy";
import { lintPolicies } from "@/lib/zpr/policy-lint/lint-policies";

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
  it("are all of a tenancy that was read to its end", () => {
    expect(unreadOf(acme)).toEqual([]);
    const { vcns, resources, nodePools } = lintFactsOf(acme, true);
    expect(vcns).toHaveLength(acme.vcns.length);
    expect(nodePools).toHaveLength(acme.nodePools.length);
    expect(resources?.carried).toHaveLength(acme.resources.length - acme.vcns.length);
  });

  it("name the cluster of every node pool, so that what is said of its nodes leads there", () => {
    const isCluster = (cluster: { readonly id: string; readonly name: string } | null | undefined) =>
      acme.clusters.some(({ id, name }) => cluster?.id === id && cluster.name === name);
    expect(lintFactsOf(acme, true).nodePools?.every(({ cluster }) => isCluster(cluster))).toBe(true);
    const [first] = lintedPolicies(acme, []).tenancyFindings;
    const cluster = acme.clusters.find(({ id }) => id === first?.clusterId);
    expect(first?.message).toContain(` of cluster ${cluster?.name} `);
  });

  it.each([
    ["VCNs, when one list of them was refused", "listVcns", ["vcns", "peerings"]],
    ["what resources carry, when one list of mount targets was", "listMountTargets", ["resources"]],
    ["node pools too, when one list of them was", "listNodePools", ["resources", "node-pools"]],
    ["peerings, when one list of local peering gateways was", "listLocalPeeringGateways", ["peerings"]],
    ["peerings, when one list of attachments to DRGs was", "listDrgAttachments", ["peerings"]],
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
    expect(unreadFacts(facts)).toEqual(["catalog"]);
    expect(facts.catalog).toBe(catalog);
  });
});

describe("a statement about two VCNs of acme", () => {
  const findingsOf = (from: string, to: string, inventory = acme) => {
    const text = `allow app.tier:web endpoints in ${from} VCN to connect to app.tier:api endpoints in ${to} VCN`;
    const draft = { id: null, name: null, lifecycleState: null, statements: [text] };
    const { findings } = lintPolicies([draft], lintFactsOf(inventory, true));
    return findings.filter(({ rule }) => rule.startsWith("vcns-"));
  };
  const [prod, cardholder, data] = ["network.vcn:prod-iad", "network.vcn:cardholder-iad", "zpr-cni.sensitivity:42"];

  it("finds them joined by local peering or by the DRG that they share", () => {
    expect(findingsOf(prod, cardholder)).toEqual([]);
    expect(findingsOf(data, prod)).toEqual([]);
  });

  it("finds those not joined that have only a third VCN in common", () => {
    expect(findingsOf(data, cardholder)).toMatchObject([
      { rule: "vcns-not-peered", message: expect.stringContaining("between data-iad and cardholder-iad") },
    ]);
    expect(findingsOf("legacy-net.segment:core", prod)).toMatchObject([{ rule: "vcns-not-peered" }]);
  });

  it("finds those of two regions to be in two regions", () => {
    expect(findingsOf(prod, "network.vcn:prod-fra")).toMatchObject([{ rule: "vcns-in-different-regions" }]);
  });

  it("concludes nothing from a peering that was not read", () => {
    expect(findingsOf(data, cardholder, withoutOne("listDrgAttachments"))).toEqual([]);
    expect(findingsOf(prod, "network.vcn:prod-fra", withoutOne("listVcns"))).toEqual([]);
  });
});
