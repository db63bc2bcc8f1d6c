import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startEmulator, type RunningEmulator } from "@/emulator/server";
import type { Inventory } from "@/lib/inventory/inventory";
import { type Beside, findByOcid } from "@/lib/inventory/projections/find-by-ocid";
import { search } from "@/lib/inventory/projections/search";
import { makeTestTenancy } from "@/lib/inventory/testing/read-tenancy";
import { notAsked, type Reading } from "@/lib/oke/readiness/reading";
import type { ZprPolicy } from "@/lib/zpr/zpr-policy";

let emulator: RunningEmulator;
let acme: Inventory;
let restricted: Inventory;
beforeAll(async () => {
  emulator = await startEmulator();
  acme = await (await makeTestTenancy(emulator, "acme")).read();
  restricted = await (await makeTestTenancy(emulator, "restricted")).read();
}, 240_000);
afterAll(() => emulator.close());

const policy: ZprPolicy = {
  id: "ocid1.zprpolicy.oc1..known",
  name: "payments-flows",
  description: "",
  statements: [],
  lifecycleState: "ACTIVE",
  lifecycleDetails: null,
  timeUpdated: null,
  tags: [],
};
const policies: Reading<readonly ZprPolicy[]> = { state: "read", value: [policy], readAt: "2025-01-01T00:00:00Z" };
const beside: Beside = { policies, nodesOfPool: () => [], unpooledNodes: () => [] };

const first = <T>(items: readonly T[]): T => {
  const [item] = items;
  if (item === undefined) throw new Error("The seed has none of these.");
  return item;
};
const kindOf = (kind: string) => first(acme.resources.filter((resource) => resource.kind === kind));
const namespace = () => first(acme.catalog.namespaces.filter(({ definitions }) => definitions.length > 0));

describe("an OCID leads to", () => {
  const targetOf = (ocid: string, known: Beside = beside) => {
    const found = findByOcid(acme, ` ${ocid} `, known);
    return found.state === "found" ? found.target : found;
  };

  it("a cluster, a node pool, and the cluster of a virtual node pool", () => {
    const [cluster, pool, virtual] = [first(acme.clusters), first(acme.nodePools), first(acme.virtualNodePools)];
    expect(targetOf(cluster.id)).toEqual({ type: "cluster", id: cluster.id, tab: "security" });
    expect(targetOf(pool.id)).toEqual({ type: "node-pool", id: pool.id, tab: "security" });
    expect(targetOf(virtual.id)).toEqual({ type: "cluster", id: virtual.clusterId, tab: "node-pools" });
  });

  it.each(["load-balancer", "network-load-balancer", "mount-target", "vcn"])("a %s", (kind) => {
    const { id, ocid } = kindOf(kind);
    expect(targetOf(ocid)).toEqual({ type: "resource", id });
  });

  it("a namespace, an attribute in it, a ZPR policy, a compartment and the tenancy", () => {
    const { id, name, definitions } = namespace();
    const definition = first(definitions);
    const compartment = first(acme.compartments.filter((each) => each.id !== acme.tenancy.id));
    expect(targetOf(id)).toEqual({ type: "security-attribute-namespace", namespace: name });
    expect(targetOf(definition.id)).toEqual({ type: "security-attribute", namespace: name, key: definition.name });
    expect(targetOf(policy.id)).toEqual({ type: "zpr-policy", id: policy.id });
    expect(targetOf(compartment.id)).toEqual({ type: "compartment", id: compartment.id });
    expect(targetOf(acme.tenancy.id)).toEqual({ type: "tenancy" });
  });

  it("the nodes of a pool or a cluster, once they were read", () => {
    const node = "ocid1.instance.oc1.iad.node";
    const pool = first(acme.nodePools);
    const cluster = first(acme.clusters);
    expect(targetOf(node)).toEqual({ state: "nodes-not-read" });
    expect(targetOf(node, { ...beside, nodesOfPool: (id) => (id === pool.id ? [node] : []) })).toEqual({
      type: "node-pool",
      id: pool.id,
      tab: "nodes",
    });
    expect(targetOf(node, { ...beside, unpooledNodes: (id) => (id === cluster.id ? [node] : []) })).toEqual({
      type: "cluster",
      id: cluster.id,
      tab: "node-pools",
    });
  });
});

describe("an OCID that leads nowhere says why:", () => {
  it.each([
    ["it is none", "payments-prod", { state: "not-an-ocid" }],
    ["another cloud", "ocid1.cluster.oc19.eu-frankfurt-2.a", { state: "other-realm", realm: "oc19", ownRealm: "oc1" }],
    ["a kind without a page", "ocid1.bucket.oc1.iad.a", { state: "kind-not-shown", ocidType: "bucket" }],
    [
      "a region that the tenancy is not in",
      "ocid1.cluster.oc1.ap-seoul-1.a",
      { state: "other-region", region: "ap-seoul-1", regions: ["us-ashburn-1", "eu-frankfurt-1"] },
    ],
    ["it is not in what was read", "ocid1.cluster.oc1.iad.a", { state: "not-there" }],
  ])("%s", (_why, ocid, found) => expect(findByOcid(acme, ocid, beside)).toEqual(found));

  it("a region that the console was told not to read", () => {
    const chosen = { ...acme, chosenRegions: ["us-ashburn-1"] };
    expect(findByOcid(chosen, "ocid1.cluster.oc1.eu-frankfurt-1.a", beside)).toEqual({
      state: "other-region",
      region: "eu-frankfurt-1",
      regions: ["us-ashburn-1"],
    });
  });

  it("lists of its region that were refused, with the compartments, and none of another kind or region", () => {
    const refused = restricted.coverage.filter(
      ({ operation, outcome }) => operation === "listMountTargets" && outcome !== "read",
    );
    const found = findByOcid(restricted, "ocid1.mounttarget.oc1.iad.a", beside);
    if (found.state !== "not-read") throw new Error(`It is ${found.state}.`);
    expect(found.scopes.map(({ operation }) => operation)).toContain("listMountTargets");
    expect(new Set(found.scopes.map(({ region }) => region))).toEqual(new Set(["us-ashburn-1"]));
    expect(found.scopeCount).toBe(refused.filter(({ region }) => region === "us-ashburn-1").length);
  });

  it("policies that could not be read", () => {
    const failed = {
      state: "failed",
      message: "",
      code: "TooManyRequests",
      opcRequestId: null,
      readAt: "2025-01-01T00:00:00Z",
    } as const;
    expect(findByOcid(acme, "ocid1.zprpolicy.oc1..other", { ...beside, policies: failed })).toMatchObject({
      state: "not-read",
      scopes: [{ operation: "listZprPolicies", code: "TooManyRequests" }],
    });
  });

  it("the first reading is not over", () => {
    expect(findByOcid({ ...acme, finishedAt: null }, "ocid1.cluster.oc1.iad.a", beside)).toEqual({ state: "reading" });
  });
});

describe("a search", () => {
  it("finds things of every kind by name, the name itself first", () => {
    for (const q of ["payments-prod", "PAYMENTS-PROD"]) {
      expect(search(acme, policies, q).hits[0]).toMatchObject({ kind: "Cluster", name: "payments-prod" });
    }
    const kinds = (q: string) => search(acme, policies, q).hits.map(({ kind }) => kind);
    expect(kinds("payments")).toEqual(expect.arrayContaining(["Cluster", "ZPR policy"]));
    expect(kinds(first(acme.nodePools).name ?? "")).toContain("Node pool");
    expect(kinds(kindOf("mount-target").displayName)).toContain("Mount target");
    expect(search(acme, policies, namespace().name).hits.map(({ target }) => target.type)).toContain(
      "security-attribute",
    );
  });

  it("finds by OCID, needs every word, and gives a bounded answer that counts the rest", () => {
    const cluster = first(acme.clusters);
    expect(search(acme, policies, cluster.id).hits).toMatchObject([{ target: { type: "cluster", id: cluster.id } }]);
    expect(search(acme, policies, "payments nothing-has-this-name")).toMatchObject({ hits: [], total: 0 });
    const all = search(acme, policies, "a");
    expect(all.hits.length).toBeLessThanOrEqual(20);
    expect(all.total).toBeGreaterThan(all.hits.length);
  });

  it("is complete only when the policies were read too, and everything else", () => {
    expect(search(acme, policies, "a").isComplete).toBe(true);
    expect(search(acme, notAsked, "a").isComplete).toBe(false);
    expect(search(restricted, policies, "a").isComplete).toBe(false);
  });
});
