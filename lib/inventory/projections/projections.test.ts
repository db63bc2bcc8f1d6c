import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startEmulator, type RunningEmulator } from "@/emulator/server";
import { clusterDetailSchema, listClustersResponseSchema } from "@/lib/contract/clusters";
import { listClustersRequestSchema } from "@/lib/contract/list-clusters-request";
import { listResourcesRequestSchema } from "@/lib/contract/list-resources-request";
import { listSecurityAttributesRequestSchema } from "@/lib/contract/list-security-attributes-request";
import { nodePoolDetailSchema } from "@/lib/contract/node-pools";
import { listResourcesResponseSchema } from "@/lib/contract/resources";
import {
  securityAttributesResponseSchema,
  selectableNamespacesResponseSchema,
} from "@/lib/contract/security-attributes";
import type { Inventory } from "@/lib/inventory/inventory";
import { clusterDetail } from "@/lib/inventory/projections/cluster-detail";
import { findingsIn } from "@/lib/inventory/projections/findings";
import { inventoryStatus } from "@/lib/inventory/projections/inventory-status";
import { listClusters } from "@/lib/inventory/projections/list-clusters";
import { listResources } from "@/lib/inventory/projections/list-resources";
import { listSecurityAttributes } from "@/lib/inventory/projections/list-security-attributes";
import { nodePoolDetail } from "@/lib/inventory/projections/node-pool-detail";
import { isStaleResource } from "@/lib/inventory/projections/resource-attributes";
import { selectableNamespaces } from "@/lib/inventory/projections/selectable-namespaces";
import { makeTestTenancy } from "@/lib/inventory/testing/read-tenancy";
import { attributesOf } from "@/lib/oke/carried-attributes";
import { noFindings } from "@/lib/oke/findings/finding";
import { attributeVerdictStates, isStale, type VerdictCounts } from "@/lib/zpr/verdict-state";

let emulator: RunningEmulator;
let acme: Inventory;
let restricted: Inventory;
let hostile: Inventory;
beforeAll(async () => {
  emulator = await startEmulator();
  acme = await (await makeTestTenancy(emulator, "acme")).read();
  restricted = await (await makeTestTenancy(emulator, "restricted")).read();
  hostile = await (await makeTestTenancy(emulator, "hostile")).read();
}, 60_000);
afterAll(() => emulator.close());

type Query = Record<string, string>;
const clustersOf = (inventory: Inventory, query: Query = {}) => {
  const answer = listClusters(
    inventory,
    findingsIn(inventory, {}),
    v.parse(listClustersRequestSchema, { limit: "100", ...query }),
  );
  return v.parse(listClustersResponseSchema, JSON.parse(JSON.stringify(answer)));
};
const resourcesOf = (inventory: Inventory, query: Query = {}) => {
  const answer = listResources(
    inventory,
    findingsIn(inventory, {}),
    v.parse(listResourcesRequestSchema, { limit: "100", ...query }),
  );
  return v.parse(listResourcesResponseSchema, JSON.parse(JSON.stringify(answer)));
};
const attributeRowsOf = (inventory: Inventory, query: Query = {}) => {
  const request = v.parse(listSecurityAttributesRequestSchema, { limit: "100", ...query });
  return v.parse(
    securityAttributesResponseSchema,
    JSON.parse(JSON.stringify(listSecurityAttributes(inventory, request))),
  );
};
const allResources = (inventory: Inventory, query: Query = {}) => {
  const items = [];
  let page: string | null = null;
  do {
    const answer: ReturnType<typeof resourcesOf> = resourcesOf(inventory, { ...query, ...(page !== null && { page }) });
    items.push(...answer.items);
    page = answer.opcNextPage;
  } while (page !== null);
  return items;
};
const statusOf = (inventory: Inventory) =>
  inventoryStatus({ inventory, pass: null, problem: null }, { profile: "DEFAULT", emulatorUrl: null }, noFindings);
const sumOf = (counts: readonly VerdictCounts[]): VerdictCounts => {
  const sum = (state: keyof VerdictCounts) => counts.reduce((total, each) => total + each[state], 0);
  return {
    ok: sum("ok"),
    retired: sum("retired"),
    deleting: sum("deleting"),
    deleted: sum("deleted"),
    "value-not-allowed": sum("value-not-allowed"),
    unknown: sum("unknown"),
  };
};
const countsIn = (resources: readonly { verdictsFrom: ReturnType<typeof attributesOf> }[]) =>
  sumOf(
    resources.map(({ verdictsFrom }) => {
      const count = (state: string) => verdictsFrom.filter(({ verdict }) => verdict.state === state).length;
      return {
        ok: count("ok"),
        retired: count("retired"),
        deleting: count("deleting"),
        deleted: count("deleted"),
        "value-not-allowed": count("value-not-allowed"),
        unknown: count("unknown"),
      };
    }),
  );

describe("counts on each level equal the rows below", () => {
  it("of the inventory: the resources, their attributes and the stale ones among them", () => {
    for (const inventory of [acme, restricted, hostile]) {
      const { counts } = statusOf(inventory);
      const resources = allResources(inventory);
      expect(counts.resources).toBe(resources.length);
      expect(counts.attributes).toEqual(countsIn(resources.map((row) => ({ verdictsFrom: attributesOf(row) }))));
      expect(counts.protectedResources).toBe(allResources(inventory, { protected: "true" }).length);
      expect(counts.unprotectedResources).toBe(allResources(inventory, { protected: "false" }).length);
      expect(counts.staleResources).toBe(allResources(inventory, { state: "stale" }).length);
      expect(counts.clusters).toBe(clustersOf(inventory).total);
      expect(counts.clustersNotEligible).toBe(clustersOf(inventory, { eligibility: "not-eligible" }).total);
      const unmatched = allResources(inventory, { clusterId: "unmatched" });
      expect(counts.unmatchedResources).toBe(unmatched.length);
    }
  });

  it("of a region: what was refused is not among what was read", () => {
    for (const inventory of [acme, restricted]) {
      const status = statusOf(inventory);
      const refused = inventory.coverage.filter(({ outcome }) => outcome !== "read");
      expect(status.scopesUnread).toBe(refused.length);
      for (const { regionName, scopesUnread, outcome } of status.regions) {
        expect(scopesUnread).toBe(refused.filter(({ region }) => region === regionName).length);
        expect(outcome === "read").toBe(scopesUnread === 0);
      }
    }
    expect(statusOf(restricted).scopesUnread).toBeGreaterThan(0);
  });

  it("of a cluster: its endpoint, its node pools and its services", () => {
    for (const { id } of acme.clusters) {
      const detail = v.parse(
        clusterDetailSchema,
        JSON.parse(JSON.stringify(clusterDetail(acme, findingsIn(acme, {}), id))),
      );
      const pools = detail.nodePools.flatMap(({ primary, secondary }) => [primary, secondary]);
      const surfaces = [detail.endpoint, ...pools, ...detail.services];
      const row = clustersOf(acme, { q: id }).items[0];
      expect(row).toMatchObject({ id, resourceCount: surfaces.length, nodePoolCount: detail.nodePools.length });
      expect(row?.virtualNodePoolCount).toBe(detail.virtualNodePools.length);
      expect(row?.verdicts).toEqual(countsIn(surfaces.map((each) => ({ verdictsFrom: attributesOf(each) }))));
      expect(row?.protectedResourceCount).toBe(surfaces.filter((each) => attributesOf(each).length > 0).length);
      expect(allResources(acme, { clusterId: id }).length).toBe(surfaces.length);
    }
  });

  it("of a node pool: its two surfaces, with every set of secondary VNICs that disagree", () => {
    const differing = acme.resources.filter(({ differingVnics }) => differingVnics !== null);
    expect(differing.length).toBeGreaterThan(0);
    for (const { id } of acme.nodePools) {
      const detail = v.parse(nodePoolDetailSchema, JSON.parse(JSON.stringify(nodePoolDetail(acme, id))));
      const { primary, secondary, verdicts, nodeCount } = detail.nodePool;
      expect(verdicts).toEqual(countsIn([primary, secondary].map((each) => ({ verdictsFrom: attributesOf(each) }))));
      expect(nodeCount).toBe(detail.nodes?.length);
    }
  });

  it("of a security attribute: the resources that carry it", () => {
    for (const row of attributeRowsOf(acme).items) {
      const name = `${row.namespace}.${row.key}`;
      expect([name, row.resourceCount]).toEqual([name, allResources(acme, { attribute: name }).length]);
      for (const { value, resourceCount } of row.usedValues) {
        const carriers = allResources(acme, { attribute: `${name}:${value}` });
        expect([name, value, resourceCount]).toEqual([name, value, carriers.length]);
      }
    }
  });
});

describe("clusters", () => {
  it("are filtered by region, compartment with all below it, eligibility, version and verdict", () => {
    const all = clustersOf(acme).items;
    const expectSome = (query: Query, fits: (row: (typeof all)[number]) => boolean) => {
      const { items, total, totalUnfiltered } = clustersOf(acme, query);
      const expected = all.filter(fits).map(({ id }) => id);
      expect([query, items.map(({ id }) => id)]).toEqual([query, expected]);
      expect(expected.length).toBeGreaterThan(0);
      // A scope is no filter: of what is outside nothing is said.
      const inScope = "region" in query || "compartmentId" in query ? expected.length : all.length;
      expect([total, totalUnfiltered]).toEqual([expected.length, inScope]);
    };
    expectSome({ region: "eu-frankfurt-1" }, ({ region }) => region === "eu-frankfurt-1");
    expectSome({ eligibility: "not-eligible" }, ({ eligibility }) => eligibility.state === "not-eligible");
    expectSome({ k8s: "<1.32" }, ({ kubernetesVersion }) => kubernetesVersion?.startsWith("v1.31") ?? false);
    expectSome({ state: "stale" }, ({ verdicts }) => attributeVerdictStates.some((s) => isStale(s) && verdicts[s] > 0));
    expectSome({ compartmentId: acme.tenancy.id }, () => true);
    const parentOf = (id: string) => acme.compartments.find((each) => each.id === id)?.compartmentId ?? "";
    const parent = all
      .map(({ compartmentId }) => compartmentId)
      .find((id) => all.some((row) => parentOf(row.compartmentId) === id));
    if (parent === undefined) throw new Error("No cluster is below another's compartment.");
    expectSome({ compartmentId: parent }, (row) => [row.compartmentId, parentOf(row.compartmentId)].includes(parent));
  });

  it("are found by words of their names, their resources and what those carry", () => {
    const [first] = clustersOf(acme).items;
    expect(clustersOf(acme, { q: (first?.name ?? "").toUpperCase() }).items.map(({ id }) => id)).toContain(first?.id);
    expect(clustersOf(acme, { q: "app.tier:web" }).total).toBeGreaterThan(0);
    expect(clustersOf(acme, { q: "nothing-has-this-name" })).toMatchObject({ items: [], total: 0 });
  });

  it("that are hostile keep their names to the letter", () => {
    const names = clustersOf(hostile).items.map(({ name }) => name);
    expect(names.toSorted()).toEqual(hostile.clusters.map(({ name, id }) => name ?? id).toSorted());
  });

  it("not in the inventory are no detail", () => {
    expect(clusterDetail(acme, findingsIn(acme, {}), "ocid1.cluster.oc1..nobody")).toBeNull();
    expect(nodePoolDetail(acme, "ocid1.nodepool.oc1..nobody")).toBeNull();
  });

  it("show their surest services first", () => {
    const order = ["certain", "strong", "possible"];
    for (const { id } of acme.clusters) {
      const ranks = clusterDetail(acme, findingsIn(acme, {}), id)?.services.map(({ cluster }) =>
        cluster.type === "matched" ? order.indexOf(cluster.confidence) : -1,
      );
      expect(ranks).toEqual(ranks?.toSorted((a, b) => a - b));
    }
  });
});

describe("resources", () => {
  it("are filtered by kind, and totals count before paging", () => {
    const { items, total, opcNextPage } = resourcesOf(acme, { kind: "load-balancer,mount-target", limit: "3" });
    expect(items).toHaveLength(3);
    expect(opcNextPage).not.toBeNull();
    expect(total).toBe(acme.loadBalancers.length + acme.mountTargets.length);
    expect(new Set(items.map(({ kind }) => kind)).size).toBeLessThanOrEqual(2);
  });

  it("carry the name of their cluster, and an orphan is found by the cluster that it names", () => {
    const orphan = acme.resources.find(({ cluster }) => cluster.type === "orphan");
    if (orphan?.cluster.type !== "orphan") throw new Error("There is no orphan.");
    expect(resourcesOf(acme, { q: orphan.cluster.clusterId }).items.map(({ id }) => id)).toContain(orphan.id);
    const owned = resourcesOf(acme, { kind: "node-pool-primary-vnic" }).items[0];
    expect(acme.clusters.map(({ name }) => name)).toContain(owned?.clusterName);
  });
});

describe("security attributes", () => {
  it("that were deleted stand in the stale queue, one row a value, with what carries them", () => {
    const { items, total } = attributeRowsOf(acme, { state: "stale" });
    expect(total).toBe(items.length);
    expect(items.every(({ state, resourceCount }) => isStale(state) && resourceCount > 0)).toBe(true);
    expect(items.some(({ state }) => state === "deleted")).toBe(true);
    expect(items.every(({ usedValues }) => usedValues.length === 1)).toBe(true);
    const carriers = new Set(
      acme.resources
        .filter(isStaleResource)
        .flatMap((each) =>
          attributesOf(each).flatMap(({ namespace, key, value, verdict }) =>
            isStale(verdict.state) ? [`${namespace}.${key}:${value}`.toLowerCase()] : [],
          ),
        ),
    );
    expect(total).toBe(carriers.size);
  });

  it("that exist and are carried by nothing stand in the list as well", () => {
    const rows = attributeRowsOf(acme).items;
    expect(rows.some(({ resourceCount, namespaceId }) => resourceCount === 0 && namespaceId !== null)).toBe(true);
    expect(rows.find(({ namespace, key }) => namespace === "app" && key === "owner")).toMatchObject({
      state: "retired",
    });
  });

  it("of a catalog with gaps are never called deleted", () => {
    const answer = attributeRowsOf({ ...acme, catalog: { ...acme.catalog, isNamespaceListComplete: false } });
    expect(answer.isCatalogComplete).toBe(false);
  });

  it("are offered for adding when they are active, and shown with the reason when they are not", () => {
    const { namespaces, isComplete, gaps } = v.parse(
      selectableNamespacesResponseSchema,
      selectableNamespaces(acme.catalog),
    );
    expect([isComplete, gaps]).toEqual([true, []]);
    const app = namespaces.find(({ name }) => name === "app");
    expect(app?.isSelectable).toBe(true);
    const key = (name: string) => app?.keys.find((each) => each.name === name);
    expect(key("tier")).toMatchObject({
      isSelectable: true,
      reason: null,
      allowedValues: expect.arrayContaining(["web"]),
    });
    expect(key("owner")).toMatchObject({ isSelectable: false, reason: expect.stringContaining("retired") });
    expect(key("team")).toMatchObject({ isSelectable: false, reason: "It is being deleted." });
    expect(key("component")).toBeUndefined();
  });
});

describe("completeness", () => {
  it("is limited to what the screen needs", () => {
    expect(resourcesOf(restricted, { kind: "mount-target" }).completeness).toMatchObject({ isComplete: false });
    expect(resourcesOf(restricted, { kind: "vcn" }).completeness).toEqual({ isComplete: true, gaps: [], gapCount: 0 });
    expect(clustersOf(acme).completeness).toEqual({ isComplete: true, gaps: [], gapCount: 0 });
  });

  it("lacks nothing for want of peerings, which only statements are held against", () => {
    const refused = restricted.coverage.filter(({ outcome }) => outcome !== "read").map(({ operation }) => operation);
    expect(refused).toContain("listLocalPeeringGateways");
    const coverage = restricted.coverage.filter(({ operation }) => operation !== "listMountTargets");
    const inventory = { ...restricted, coverage };
    expect(inventory.coverage.some(({ outcome }) => outcome !== "read")).toBe(true);
    const complete = { isComplete: true, gaps: [], gapCount: 0 };
    expect(resourcesOf(inventory).completeness).toEqual(complete);
    expect(statusOf(inventory).completeness).toEqual(complete);
  });

  it("names the operation, the region, Oracle's code and the compartments, and how many scopes there were", () => {
    const { gaps } = resourcesOf(restricted, { region: "us-ashburn-1" }).completeness;
    expect(gaps).toHaveLength(1);
    expect(gaps[0]).toMatchObject({
      operation: "listMountTargets",
      region: "us-ashburn-1",
      outcome: "refused",
      code: "NotAuthorizedOrNotFound",
    });
    expect(gaps[0]?.compartmentNames).toHaveLength(5);
    expect(gaps[0]?.scopeCount).toBe(restricted.compartments.length * 3);
  });
});

describe("findings", () => {
  const resourceId = () => acme.resources.find(({ securityAttributes }) => securityAttributes.length > 0)?.id ?? "";
  // A change that was to take off everything, and did not.
  const notApplied = () => ({
    changes: [{ id: "c", resourceId: resourceId(), state: "not-applied", finishedAt: null, after: [] }],
  });

  it("are the same object for as long as nothing else is found, whoever asks", () => {
    expect(findingsIn(acme, {})).toBe(findingsIn(acme, { changes: [] }));
    expect(findingsIn(acme, notApplied())).toBe(findingsIn(acme, notApplied()));
  });

  it("of a node pool are those of its two surfaces together, whatever makes them", () => {
    const findings = findingsIn(acme, {});
    const counted = acme.clusters.flatMap(({ id }) => clusterDetail(acme, findings, id)?.nodePools ?? []);
    for (const { id, findings: counts } of counted) {
      const own = findings.all.filter(({ resourceId: of }) => of.startsWith(`${id}:`));
      expect(counts.high + counts.medium + counts.low).toBe(own.length);
    }
    expect(counted.some(({ verdicts, findings: { high } }) => high > 0 && verdicts.deleted === 0)).toBe(true);
  });

  it("count what was read besides as soon as it was read, and no longer than it is wrong", () => {
    const before = findingsIn(acme, {}).ofResource(resourceId());
    const after = findingsIn(acme, notApplied()).ofResource(resourceId());
    expect(after.high + after.medium + after.low).toBe(before.high + before.medium + before.low + 1);
    expect(findingsIn(acme, {}).ofResource(resourceId())).toEqual(before);
  });
});
