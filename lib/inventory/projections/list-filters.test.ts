import * as v from "valibot";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startEmulator, type RunningEmulator } from "@/emulator/server";
import { clusterFilterKeys } from "@/lib/contract/clusters";
import { coverageFilterKeys, listCoverageRequestSchema } from "@/lib/contract/coverage";
import { findingFilterKeys, listFindingsRequestSchema } from "@/lib/contract/findings";
import { listClustersRequestSchema } from "@/lib/contract/list-clusters-request";
import type { ListFilter } from "@/lib/contract/list-filter";
import { listResourcesRequestSchema } from "@/lib/contract/list-resources-request";
import { listSecurityAttributesRequestSchema } from "@/lib/contract/list-security-attributes-request";
import { resourceFilterKeys } from "@/lib/contract/resources";
import { securityAttributeFilterKeys } from "@/lib/contract/security-attributes";
import type { Inventory } from "@/lib/inventory/inventory";
import { findingsIn } from "@/lib/inventory/projections/findings";
import { listClusters } from "@/lib/inventory/projections/list-clusters";
import { listCoverage } from "@/lib/inventory/projections/list-coverage";
import { listFindings } from "@/lib/inventory/projections/list-findings";
import { listResources } from "@/lib/inventory/projections/list-resources";
import { listSecurityAttributes } from "@/lib/inventory/projections/list-security-attributes";
import { makeTestTenancy } from "@/lib/inventory/testing/read-tenancy";

let emulator: RunningEmulator;
const inventories: Inventory[] = [];
beforeAll(async () => {
  emulator = await startEmulator();
  for (const seed of ["acme", "hostile"]) inventories.push(await (await makeTestTenancy(emulator, seed)).read());
});
afterAll(() => emulator.close());

type Query = Readonly<Record<string, string>>;
type Answer = { readonly total: number; readonly filter: ListFilter } | null;
const compared = { comparedNodePools: { read: 0, total: 0 }, comparedClusters: { read: 0, total: 0 } };

const clusters = (inventory: Inventory, query: Query) =>
  listClusters(inventory, findingsIn(inventory, {}), v.parse(listClustersRequestSchema, query));
const resources = (inventory: Inventory, query: Query) =>
  listResources(inventory, findingsIn(inventory, {}), v.parse(listResourcesRequestSchema, query));
const findings = (inventory: Inventory, query: Query) =>
  listFindings(inventory, findingsIn(inventory, {}), compared, v.parse(listFindingsRequestSchema, query));
const attributes = (inventory: Inventory, query: Query) =>
  listSecurityAttributes(inventory, v.parse(listSecurityAttributesRequestSchema, query));
const coverage = (inventory: Inventory, query: Query) =>
  listCoverage(inventory, [], v.parse(listCoverageRequestSchema, query));

const lists: readonly (readonly [string, readonly string[], (inventory: Inventory, query: Query) => Answer])[] = [
  ["clusters", clusterFilterKeys, clusters],
  ["resources", resourceFilterKeys, resources],
  ["findings", findingFilterKeys, findings],
  ["security attributes", securityAttributeFilterKeys, attributes],
  ["coverage", coverageFilterKeys, coverage],
];

const quoted = (value: string) => `"${value.replaceAll(/["\\]/g, String.raw`\$&`)}"`;

it.each(lists)("each value of each key of the %s finds the rows that are counted for it", (_name, keys, list) => {
  for (const inventory of inventories) {
    for (const facet of keys) {
      const values = list(inventory, { facet })?.filter.values?.items ?? [];
      expect(values.length, facet).toBeGreaterThan(0);
      // Text finds what contains it: as many, or more.
      const kind = list(inventory, {})?.filter.keys.find(({ key }) => key === facet)?.kind;
      for (const { value, count } of values.slice(0, 12)) {
        const answer = list(inventory, { q: `${facet}:${quoted(value)}` });
        expect(answer?.filter.problems).toEqual([]);
        if (kind === "text") expect(answer?.total).toBeGreaterThanOrEqual(count);
        else expect([facet, value, answer?.total]).toEqual([facet, value, count]);
        const others = list(inventory, { q: `-${facet}:${quoted(value)}` });
        expect((answer?.total ?? 0) + (others?.total ?? 0)).toBe(list(inventory, {})?.total);
      }
    }
  }
});

it.each([
  ["kind=load-balancer", "kind:load-balancer"],
  ["state=stale", "state:stale"],
  ["region=eu-frankfurt-1", "region:eu-frankfurt-1"],
  ["match=orphan,unmatched", "match:orphan,unmatched"],
  ["attribute=app", "attr:app"],
  ["protected=false", "protected:no"],
  ["lifecycleState=ACTIVE", "lifecycle:active"],
])("the resources of ?%s are those of %s", (old, q) => {
  for (const inventory of inventories) {
    const before = resources(inventory, { ...Object.fromEntries(new URLSearchParams(old)), limit: "100" });
    const now = resources(inventory, { q, limit: "100" });
    expect(now?.items.map(({ id }) => id)).toEqual(before?.items.map(({ id }) => id));
  }
});

it("both sides of the resources are counted whichever is listed, and whichever page", () => {
  const [acme] = inventories;
  if (!acme) throw new Error("acme was not read.");
  const all = resources(acme, {});
  const bare = resources(acme, { protected: "false", limit: "1" });
  expect([bare?.protectedTotal, bare?.unprotectedTotal]).toEqual([all?.protectedTotal, all?.unprotectedTotal]);
  expect(bare?.total).toBe(all?.unprotectedTotal);
  const next = resources(acme, { protected: "false", limit: "1", page: bare?.opcNextPage ?? "" });
  expect(next?.items).toHaveLength(1);
  expect(next?.protectedTotal).toBe(all?.protectedTotal);
});
