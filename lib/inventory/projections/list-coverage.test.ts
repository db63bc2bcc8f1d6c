import * as v from "valibot";
import { expect, test } from "vitest";
import { listCoverageRequestSchema } from "@/lib/contract/coverage";
import type { CoverageEntry, Inventory } from "@/lib/inventory/inventory";
import { listCoverage } from "@/lib/inventory/projections/list-coverage";
import type { Compartment } from "@/lib/oke/tenancy";

const tenancyId = "ocid1.tenancy.oc1..t";
const compartment = (id: string, parent: string | null): Compartment => ({
  id,
  compartmentId: parent,
  name: id,
  description: null,
  lifecycleState: "ACTIVE",
});
const compartments = [compartment(tenancyId, null), compartment("apps", tenancyId), compartment("shop", "apps")];

const nothing = {
  clusters: [],
  nodePools: [],
  virtualNodePools: [],
  vcns: [],
  resources: [],
  subnets: [],
  mountTargets: [],
  catalog: { namespaces: [] },
};

const refused = (operation: string, compartmentId: string): CoverageEntry => ({
  operation,
  region: "us-ashburn-1",
  compartmentId,
  target: null,
  outcome: "refused",
  readAt: "2026-01-01T00:00:00Z",
  durationMs: 1,
  count: 0,
  problem: null,
});

function statementsFor(...coverage: readonly CoverageEntry[]) {
  const inventory = { ...nothing, tenancy: { id: tenancyId }, compartments, coverage };
  const answer = listCoverage(inventory as unknown as Inventory, [], v.parse(listCoverageRequestSchema, {}));
  return answer?.missingPermissions.map(({ statement, scopeCount }) => [
    statement.replace("Allow group <group-name> to ", ""),
    scopeCount,
  ]);
}

test("a statement for the tenancy stands alone: those for its compartments, which it covers, are not listed beside it", () => {
  expect(
    statementsFor(refused("listClusters", "shop"), refused("listClusters", tenancyId), refused("listClusters", "apps")),
  ).toEqual([["inspect clusters in tenancy", 3]]);
});

test("a statement for a compartment covers those below it, and no other permission", () => {
  expect(
    statementsFor(refused("listClusters", "shop"), refused("listClusters", "apps"), refused("listVcns", "shop")),
  ).toEqual([
    ["inspect clusters in compartment apps", 2],
    ["inspect vcns in compartment apps:shop", 1],
  ]);
});

test("of compartments that lie apart each has its own", () => {
  const statements = statementsFor(refused("listClusters", "shop"), refused("listClusters", "gone"));
  expect(statements?.toSorted()).toEqual([
    ["inspect clusters in compartment apps:shop", 1],
    ["inspect clusters in compartment id gone", 1],
  ]);
});

test("what is read of one thing stands under its name and in its compartment, whoever asked", () => {
  const cluster = { id: "ocid1.cluster.oc1..c", name: "shop-prod", compartmentId: "shop" };
  const inventory = { ...nothing, clusters: [cluster], tenancy: { id: tenancyId }, compartments, coverage: [] };
  const asked = { ...refused("listServices", "shop"), compartmentId: null, target: cluster.id };
  const answer = listCoverage(inventory as unknown as Inventory, [asked], v.parse(listCoverageRequestSchema, {}));
  expect(answer?.items).toMatchObject([
    { operation: "listServices", target: cluster.id, targetName: "shop-prod", compartmentName: "shop" },
  ]);
});
