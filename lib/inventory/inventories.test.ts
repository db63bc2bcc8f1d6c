import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startEmulator, type RunningEmulator } from "@/emulator/server";
import type { Inventory } from "@/lib/inventory/inventory";
import { inventoryStatus } from "@/lib/inventory/projections/inventory-status";
import { makeTestTenancy } from "@/lib/inventory/testing/read-tenancy";
import { recordedDirectory } from "@/lib/inventory/testing/recorded-directory";
import { setOciHttpOptions } from "@/lib/oci/clients";
import { attributesOf } from "@/lib/oke/carried-attributes";
import { noFindings } from "@/lib/oke/findings/finding";

let emulator: RunningEmulator;
beforeAll(async () => {
  emulator = await startEmulator();
});
afterAll(() => emulator.close());

const unread = ({ coverage }: Inventory) => coverage.filter(({ outcome }) => outcome !== "read");
const statesIn = ({ resources }: Inventory) =>
  new Set(resources.flatMap((resource) => attributesOf(resource).map(({ verdict }) => verdict.state)));
const inRegion = <T extends { readonly region: string }>(items: readonly T[], region: string) =>
  items.filter((item) => item.region === region);

describe("one pass over a tenancy", () => {
  it("reads every region and compartment, and the ledger has one line for each call that was made", async () => {
    const { read, tenancy } = await makeTestTenancy(emulator, "acme");
    const inventory = await read();
    expect(unread(inventory)).toEqual([]);
    expect(new Set(inventory.clusters.map(({ region }) => region))).toEqual(
      new Set(["us-ashburn-1", "eu-frankfurt-1"]),
    );
    expect(inventory.clusters.length).toBeGreaterThanOrEqual(8);
    expect(inventory.nodePools.every(({ nodes }) => nodes !== null)).toBe(true);
    expect(statesIn(inventory)).toEqual(
      new Set(["ok", "retired", "deleting", "deleted", "value-not-allowed", "unknown"]),
    );
    const called = new Set((await tenancy.requests()).map(({ operation }) => operation));
    expect(new Set(inventory.coverage.map(({ operation }) => operation))).toEqual(called);
    expect(new Set(inventory.coverage.map((entry) => JSON.stringify(entry))).size).toBe(inventory.coverage.length);
  });

  it("reads only the regions that were chosen, and says which were not", async () => {
    const { read, tenancy, inventories, ociContext } = await makeTestTenancy(emulator, "acme", undefined, {
      ZPR_REGIONS: "eu-frankfurt-1",
    });
    const inventory = await read();
    expect(unread(inventory)).toEqual([]);
    expect(new Set(inventory.resources.map(({ region }) => region))).toEqual(new Set(["eu-frankfurt-1"]));
    expect(new Set((await tenancy.requests("listClusters")).map(({ region }) => region))).toEqual(
      new Set(["eu-frankfurt-1"]),
    );
    // Definitions belong to the tenancy, so that nothing is called unknown for want of them.
    expect(statesIn(inventory)).toContain("ok");
    const { regions } = inventoryStatus(
      inventories.view(ociContext),
      { profile: "DEFAULT", emulatorUrl: null },
      noFindings,
    );
    expect(regions.map(({ regionName, outcome }) => [regionName, outcome])).toEqual([
      ["us-ashburn-1", "not-chosen"],
      ["eu-frankfurt-1", "read"],
    ]);
  });

  it("names a region as unread that was chosen although the tenancy is not subscribed to it", async () => {
    const { read } = await makeTestTenancy(emulator, "acme", undefined, { ZPR_REGIONS: "eu-frankfurt-1,ap-tokyo-1" });
    expect(unread(await read())).toMatchObject([
      { region: "ap-tokyo-1", outcome: "refused", problem: { message: expect.stringContaining("ZPR_REGIONS") } },
    ]);
  });

  it("of an empty tenancy is complete and finds nothing", async () => {
    const { read } = await makeTestTenancy(emulator, "empty");
    const inventory = await read();
    expect(unread(inventory)).toEqual([]);
    expect(inventory.resources).toEqual([]);
    expect(inventory.finishedAt).not.toBeNull();
  });

  it("does not ask for file systems where there is no mount target", async () => {
    const { read, tenancy } = await makeTestTenancy(emulator, "scale:1");
    expect((await read()).mountTargets).toEqual([]);
    expect(await tenancy.requests("listFileSystems")).toEqual([]);
  });

  it("asks what joins VCNs only in regions where two carry an attribute, once for each compartment", async () => {
    const { read, tenancy } = await makeTestTenancy(emulator, "acme");
    const { compartments, coverage, localPeeringGateways, drgAttachments } = await read();
    expect([localPeeringGateways.length, drgAttachments.length]).toEqual([3, 3]);
    for (const operation of ["listLocalPeeringGateways", "listDrgAttachments"]) {
      const asked = coverage.filter((entry) => entry.operation === operation);
      expect(new Set(asked.map(({ region }) => region))).toEqual(new Set(["us-ashburn-1"]));
      expect(asked).toHaveLength(compartments.length);
      expect(await tenancy.requests(operation)).toHaveLength(compartments.length);
    }
  });

  it("leaves out what OCI still lists although it is deleted", async () => {
    const { read } = await makeTestTenancy(emulator, "acme");
    const { clusters, nodePools, loadBalancers } = await read();
    const states = [...clusters, ...nodePools, ...loadBalancers].map(({ lifecycleState }) => lifecycleState);
    expect(states).not.toContain("DELETED");
  });

  it("takes the hostile tenancy's names and values as they are", async () => {
    const { read } = await makeTestTenancy(emulator, "hostile");
    const inventory = await read();
    expect(unread(inventory)).toEqual([]);
    expect(inventory.tenancy.name).toContain("<script>");
    const namespaces = new Set(
      inventory.resources.flatMap((resource) => attributesOf(resource).map(({ namespace }) => namespace)),
    );
    expect(namespaces).toContain("__proto__");
  });
});

describe("what may not be read", () => {
  it("yields no deleted verdict when the namespace list is refused", async () => {
    const { read } = await makeTestTenancy(emulator, "acme", "storefront-developer");
    const inventory = await read();
    expect(inventory.catalog.isNamespaceListComplete).toBe(false);
    expect(inventory.catalog.gaps[0]).toMatch(/could not be listed \(NotAuthorizedOrNotFound/);
    expect(inventory.resources.length).toBeGreaterThan(0);
    expect(statesIn(inventory)).toEqual(new Set(["unknown"]));
  });

  it("yields no deleted verdict in a namespace whose key list fails", async () => {
    const { read, tenancy } = await makeTestTenancy(emulator, "acme");
    await tenancy.addFault({
      operation: "listSecurityAttributes",
      effect: { kind: "error", status: 500, code: "InternalServerError" },
    });
    const inventory = await read();
    expect(inventory.catalog.namespaces.length).toBeGreaterThan(0);
    expect(statesIn(inventory)).not.toContain("deleted");
    expect(unread(inventory).map(({ outcome }) => outcome)).toEqual(unread(inventory).map(() => "failed"));
  });

  it("stands in the ledger as refused, with Oracle's code and request id", async () => {
    const { read } = await makeTestTenancy(emulator, "restricted");
    const entry = unread(await read()).find(({ operation }) => operation === "listMountTargets");
    expect(entry).toMatchObject({ outcome: "refused", count: 0, problem: { code: "NotAuthorizedOrNotFound" } });
    expect(entry?.problem?.opcRequestId).toMatch(/\S/);
  });
});

describe("what does not answer", () => {
  it("in one region leaves the other region's rows, and a gap that names it", async () => {
    const { read, tenancy, inventories, ociContext } = await makeTestTenancy(emulator, "acme");
    await tenancy.addFault({
      region: "eu-frankfurt-1",
      effect: { kind: "error", status: 503, code: "ServiceUnavailable" },
    });
    const inventory = await read();
    expect(inRegion(inventory.clusters, "us-ashburn-1").length).toBeGreaterThan(0);
    expect(inRegion(inventory.clusters, "eu-frankfurt-1")).toEqual([]);
    const { regions, completeness, state } = inventoryStatus(
      inventories.view(ociContext),
      ociContext.principal,
      noFindings,
    );
    expect(state).toBe("ready");
    expect(completeness.isComplete).toBe(false);
    expect(new Set(completeness.gaps.map(({ region }) => region))).toEqual(new Set(["eu-frankfurt-1"]));
    expect(regions.map(({ regionName, outcome }) => [regionName, outcome])).toEqual([
      ["us-ashburn-1", "read"],
      ["eu-frankfurt-1", "failed"],
    ]);
  });

  it("is given up after a few failures in a row, and the rest says that it was not tried", async () => {
    const { read, tenancy } = await makeTestTenancy(emulator, "hostile");
    await tenancy.addFault({ operation: "listVcns", effect: { kind: "reset" } });
    await tenancy.addFault({ operation: "listSubnets", effect: { kind: "reset" } });
    const inventory = await read();
    const notTried = unread(inventory).filter(({ problem }) => problem?.message.startsWith("Not tried"));
    expect(notTried.length).toBeGreaterThan(0);
    expect(unread(inventory).every(({ outcome }) => outcome === "failed")).toBe(true);
    // Four attempts each at what was tried: six in a row, and those that were under way by then, in two regions.
    expect((await tenancy.requests("listVcns")).length).toBeLessThan(inventory.compartments.length * 2 * 4);
  });

  it("keeps what an earlier pass had read there, saying since when, and drops what is refused now", async () => {
    const { read, tenancy, inventories, ociContext, pass } = await makeTestTenancy(emulator, "acme");
    const first = await read();
    await tenancy.addFault({
      operation: "listLoadBalancers",
      effect: { kind: "error", status: 503, code: "ServiceUnavailable" },
    });
    await tenancy.addFault({
      operation: "listNetworkLoadBalancers",
      effect: { kind: "error", status: 404, code: "NotAuthorizedOrNotFound" },
    });
    pass(6 * 60_000);
    const isSecond = ({ finishedAt }: Inventory) => finishedAt !== first.finishedAt;
    const { inventory } = await inventories.viewWhen(ociContext, isSecond, 30_000);
    expect(inventory?.loadBalancers.map(({ id }) => id).toSorted()).toEqual(
      first.loadBalancers.map(({ id }) => id).toSorted(),
    );
    expect(inventory?.networkLoadBalancers).toEqual([]);
    const { completeness } = inventoryStatus(inventories.view(ociContext), ociContext.principal, noFindings);
    const gap = completeness.gaps.find(({ operation }) => operation === "listLoadBalancers");
    expect(gap?.message).toMatch(/What is shown was read at 20\d\d-/);
  });

  it("at all, or refuses the signature, ends the pass with the reason", async () => {
    const { inventories, tenancy, ociContext } = await makeTestTenancy(emulator, "acme");
    await tenancy.addFault({ effect: { kind: "error", status: 401, code: "NotAuthenticated" } });
    const view = await inventories.viewWhen(ociContext, () => true, 30_000);
    expect(view).toMatchObject({ inventory: null, problem: { code: "NotAuthenticated" } });
    expect(inventoryStatus(view, ociContext.principal, noFindings)).toMatchObject({ state: "failed" });
    expect((await tenancy.requests("listClusters")).length).toBe(0);
  });
});

describe("an inventory under way", () => {
  it("is served as soon as there are clusters, and is incomplete until it is done", async () => {
    const { inventories, tenancy, ociContext } = await makeTestTenancy(emulator, "acme");
    await tenancy.addFault({ operation: "listMountTargets", effect: { kind: "latency", ms: 300 } });
    const early = await inventories.viewWhen(ociContext, ({ clusters }) => clusters.length > 0, 30_000);
    const status = inventoryStatus(early, ociContext.principal, noFindings);
    expect(status).toMatchObject({ state: "collecting", isRefreshing: false, finishedAt: null });
    expect(status.counts.clusters).toBeGreaterThan(0);
    expect(status.completeness.isComplete).toBe(false);
    expect(status.scopesDone).toBeLessThan(status.scopesTotal);
    expect(status.regions.map(({ outcome }) => outcome)).toContain("reading");
    const done = await inventories.viewWhen(ociContext, ({ finishedAt }) => finishedAt !== null, 30_000);
    expect(done.inventory?.revision).toBeGreaterThan(status.revision);
    expect(inventoryStatus(done, ociContext.principal, noFindings)).toMatchObject({
      state: "ready",
      completeness: { isComplete: true },
    });
  });

  it("is read once, however many ask", async () => {
    const { inventories, tenancy, ociContext, read } = await makeTestTenancy(emulator, "empty");
    for (let asked = 0; asked < 5; asked += 1) inventories.view(ociContext);
    inventories.refresh(ociContext);
    await read();
    expect((await tenancy.requests("getTenancy")).length).toBe(1);
  });
});

describe("an inventory that is there", () => {
  it("is read anew behind what is shown once it is five minutes old", async () => {
    const { inventories, tenancy, ociContext, read, pass } = await makeTestTenancy(emulator, "empty");
    const first = await read();
    pass(4 * 60_000);
    expect(inventories.view(ociContext).pass).toBeNull();
    pass(61_000);
    const behind = inventories.view(ociContext);
    expect(behind.inventory).toBe(first);
    expect(inventoryStatus(behind, ociContext.principal, noFindings)).toMatchObject({
      state: "ready",
      isRefreshing: true,
    });
    const isSecond = ({ finishedAt }: Inventory) => finishedAt !== first.finishedAt;
    const { inventory } = await inventories.viewWhen(ociContext, isSecond, 30_000);
    expect(inventory?.revision).toBeGreaterThan(first.revision);
    expect((await tenancy.requests("getTenancy")).length).toBe(2);
  });

  it("takes a resource that was read after a write, until a later pass has read it", async () => {
    const { inventories, ociContext, read, pass } = await makeTestTenancy(emulator, "acme");
    const first = await read();
    const [resource] = first.resources;
    if (!resource) throw new Error("There is no resource.");
    const now = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
    const fresh = { resource: { ...resource, displayName: "read after a write" }, etag: "e", readAt: now(1) };
    inventories.replaceResource(ociContext.principal, fresh);
    const nameIn = (inventory: Inventory | null) =>
      inventory?.resources.find(({ id }) => id === resource.id)?.displayName;
    const replaced = inventories.view(ociContext).inventory;
    expect(nameIn(replaced)).toBe("read after a write");
    expect(replaced?.revision).toBeGreaterThan(first.revision);
    pass(6 * 60_000);
    const isSecond = ({ finishedAt }: Inventory) => finishedAt !== first.finishedAt;
    expect(nameIn((await inventories.viewWhen(ociContext, isSecond, 30_000)).inventory)).toBe(resource.displayName);
  });
});

describe.skipIf(recordedDirectory === null)("the recorded tenancy", () => {
  it("shows its cluster, pool, nodes and balancers, and those of other clusters as orphans of the cluster they name", async () => {
    const { read } = await makeTestTenancy(emulator, `recorded:${recordedDirectory}`);
    const inventory = await read();
    expect(unread(inventory)).toEqual([]);
    expect(inventory.clusters).toHaveLength(1);
    expect(inventory.nodePools).toHaveLength(1);
    expect(inventory.nodePools[0]?.nodes?.length).toBeGreaterThan(0);
    const balancers = inventory.resources.filter(({ kind }) => kind.endsWith("load-balancer"));
    expect(balancers.length).toBe(inventory.loadBalancers.length + inventory.networkLoadBalancers.length);
    const ofCluster = balancers.filter(({ cluster }) => cluster.type === "matched");
    expect(new Set(ofCluster.map(({ cluster }) => cluster.type === "matched" && cluster.clusterId))).toEqual(
      new Set([inventory.clusters[0]?.id]),
    );
    const orphans = balancers.filter(({ cluster }) => cluster.type === "orphan");
    expect(orphans.length).toBeGreaterThan(0);
    expect(
      orphans.every(({ cluster }) => cluster.type === "orphan" && cluster.clusterId.startsWith("ocid1.cluster.")),
    ).toBe(true);
  });
});

afterAll(() => setOciHttpOptions({}));
