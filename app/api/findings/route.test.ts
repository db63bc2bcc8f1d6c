import * as v from "valibot";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { get, post, useConsole } from "@/app/api/testing/console";
import { listFindingsResponseSchema } from "@/lib/contract/findings";
import { findingCounts } from "@/lib/oke/findings/finding";

const { signInTo } = useConsole();

const clusters = await import("@/app/api/clusters/route");
const inventory = await import("@/app/api/inventory/route");
const findings = await import("@/app/api/findings/route");
const nodes = await import("@/app/api/node-pools/[nodePoolId]/nodes/route");
const resources = await import("@/app/api/resources/route");

const list = async (query = "") => {
  const { status, body } = await get(findings.GET, `/api/findings?limit=100${query}`);
  expect(status).toBe(200);
  return v.parse(listFindingsResponseSchema, body);
};

const rulesOf = async (query: string) => [...new Set((await list(query)).items.map(({ rule }) => rule))].toSorted();

describe("the findings of acme", () => {
  beforeAll(() => signInTo("acme"), 60_000);

  it("are of every rule that a pass can see, but for what acme does not have", async () => {
    expect(await rulesOf("")).toEqual([
      "deleted-attribute",
      "deleting-attribute",
      "orphan",
      "over-cap",
      "retired-attribute",
      "secondary-vnics-differ",
      "value-not-allowed",
      "vcn-without-attribute",
    ]);
    expect((await list("&q=ledger&rule=secondary-vnics-differ")).items).toMatchObject([
      { displayName: "ledger", clusterName: "payments-prod", kind: "node-pool-secondary-vnics" },
    ]);
    expect((await list("&rule=vcn-without-attribute")).items.map(({ displayName }) => displayName)).toEqual(
      expect.arrayContaining(["canary", "load-test", "sandbox-broken"]),
    );
  });

  it("stand in order of gravity, and page through without loss", async () => {
    const { items, total, counts } = await list();
    const severities = items.map(({ severity }) => severity);
    expect(severities).toEqual(
      severities.toSorted((a, b) => ["high", "medium", "low"].indexOf(a) - ["high", "medium", "low"].indexOf(b)),
    );
    expect(findingCounts(items)).toEqual(counts);
    const seen: string[] = [];
    for (let page: string | null = ""; page !== null;) {
      const { body } = await get(findings.GET, `/api/findings?limit=7${page && `&page=${page}`}`);
      seen.push(...body.items.map(({ id }: { id: string }) => id));
      page = body.opcNextPage;
    }
    expect(seen).toHaveLength(total);
    expect(new Set(seen)).toEqual(new Set(items.map(({ id }) => id)));
  });

  it("are counted alike on the overview, for clusters and for resources", async () => {
    const { counts } = await list();
    expect((await get(inventory.GET, "/api/inventory")).body.counts.findings).toEqual(counts);
    const { items: rows } = (await get(clusters.GET, "/api/clusters?limit=100")).body;
    for (const { id, findings: ofCluster } of rows) expect((await list(`&clusterId=${id}`)).counts).toEqual(ofCluster);
    const { items: found } = (await get(resources.GET, "/api/resources?limit=100&q=checkout")).body;
    expect(found.length).toBeGreaterThan(1);
    for (const { id, findings: ofResource } of found) {
      const own = (await list(`&resourceId=${encodeURIComponent(id)}`)).items.filter((each) => each.resourceId === id);
      expect(findingCounts(own)).toEqual(ofResource);
    }
  });

  it("narrow by severity, kind and region, and refuse what is no filter", async () => {
    const high = await list("&severity=high&region=eu-frankfurt-1");
    expect(high.items.every(({ severity, region }) => severity === "high" && region === "eu-frankfurt-1")).toBe(true);
    expect(high.total).toBeLessThan(high.totalUnfiltered);
    const { status, body } = await get(findings.GET, "/api/findings?severity=terrible");
    expect([status, body.code]).toEqual([400, "InvalidParameter"]);
    expect(body.field).toContain("severity");
  });

  it("say how many pools' nodes were compared, and have the old ones once they were", async () => {
    expect(await list()).toMatchObject({ comparedNodePools: { read: 0 } });
    expect(await rulesOf("&rule=nodes-on-old-set")).toEqual([]);
    const { items } = (await get(resources.GET, "/api/resources?q=gateway&kind=node-pool-primary-vnic")).body;
    const pool = items.find((each: { clusterName: string }) => each.clusterName === "payments-prod");
    await post(nodes.POST, "/api/x", { params: { nodePoolId: pool.ocid } });
    await vi.waitFor(async () => expect(await list()).toMatchObject({ comparedNodePools: { read: 1 } }), {
      timeout: 20_000,
      interval: 50,
    });
    expect((await list("&rule=nodes-on-old-set")).items).toMatchObject([
      { displayName: "gateway", evidence: "5 of 12 running nodes do not carry what the pool says now." },
    ]);
  });
});

describe("a tenancy that is empty, or read in part", () => {
  it("has none", async () => {
    await signInTo("empty");
    expect(await list()).toMatchObject({ items: [], total: 0, completeness: { isComplete: true } });
  });

  it("has at least so many", async () => {
    await signInTo("restricted");
    const { completeness, total } = await list();
    expect(completeness.isComplete).toBe(false);
    expect(total).toBeGreaterThan(0);
  });
});
