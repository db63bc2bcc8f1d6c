import { describe, expect, it } from "vitest";
import type { DeclaredStanding } from "@/lib/oke/declared-standing";
import { findingCounts, findingRules } from "@/lib/oke/findings/finding";
import { findingRuleFacts } from "@/lib/oke/findings/finding-rules";
import { type EndedChange, furtherFindings } from "@/lib/oke/findings/further-findings";
import { inventoryFindings } from "@/lib/oke/findings/inventory-findings";
import type { NodeCounts } from "@/lib/oke/node-counts";
import { type ProtectedResourceParts, protectedResourcesFrom } from "@/lib/oke/protected-resources";
import { attributesOf, clusterFrom, loadBalancerFrom, nodePoolFrom, noParts, vcnFrom } from "@/lib/oke/test-builders";
import type { SecurityAttributeNamespace } from "@/lib/zpr/security-attribute-namespace";

const definition = (
  name: string,
  lifecycleState: "ACTIVE" | "INACTIVE" | "DELETING",
  allowed: string[] | null = null,
) => ({
  id: name,
  name,
  description: "",
  isRetired: lifecycleState === "INACTIVE",
  lifecycleState,
  allowedValues: allowed,
  timeCreated: null,
});
const app: SecurityAttributeNamespace = {
  id: "ns",
  compartmentId: "c",
  name: "app",
  description: "",
  isRetired: false,
  lifecycleState: "ACTIVE",
  mode: ["enforce"],
  timeCreated: null,
  definitions: [
    definition("tier", "ACTIVE", ["web", "api"]),
    definition("name", "ACTIVE"),
    definition("old", "INACTIVE"),
    definition("going", "DELETING"),
  ],
  isDefinitionListComplete: true,
};
const catalog = { namespaces: [app], isNamespaceListComplete: true, gaps: [] };
const location = { securityAttributes: attributesOf({ "app.name": "vcn" }) };

const findingsOf = (parts: Partial<ProtectedResourceParts>) => {
  const all = { ...noParts, catalog, ...parts };
  const resources = protectedResourcesFrom(all);
  return {
    resources: new Map(resources.map((each) => [each.id, each])),
    findings: inventoryFindings({ resources, clusters: all.clusters }),
  };
};
const balancer = (values: Record<string, string>) =>
  loadBalancerFrom("edge", { securityAttributes: attributesOf(values) });

describe("the rules", () => {
  it("each say what is wrong, how grave it is and what cures it", () => {
    for (const rule of findingRules) {
      const { title, cure } = findingRuleFacts[rule];
      expect([rule, title, cure]).toEqual([
        rule,
        expect.stringMatching(/^[A-Z].+[a-z]$/),
        expect.stringMatching(/\.$/),
      ]);
    }
  });
});

describe("what a pass shows", () => {
  it("is every form of stale, each attribute a finding of its own, and never an unknown verdict", () => {
    const values = { "app.tier": "db", "app.old": "x", "app.going": "x", "app.gone": "x", "hidden.key": "x" };
    const { findings } = findingsOf({ loadBalancers: [balancer(values)] });
    const stale = findings.filter(({ rule }) => rule !== "over-cap");
    expect(stale.map(({ rule, severity }) => [rule, severity])).toEqual([
      ["value-not-allowed", "medium"],
      ["retired-attribute", "medium"],
      ["deleting-attribute", "medium"],
      ["deleted-attribute", "high"],
    ]);
    expect(stale[3]).toMatchObject({
      id: "deleted-attribute/ocid1.loadbalancer.oc1.iad.edge/app.gone:x",
      resourceId: "ocid1.loadbalancer.oc1.iad.edge",
      place: { type: "resource" },
    });
    expect(stale[3]?.evidence).toContain("It carries app.gone:x.");
  });

  it("is cured as what carries it can be: waiting helps no node pool, and node pools are no word of a load balancer", () => {
    const values = attributesOf({ "app.going": "x", "app.gone": "x" });
    const pool = nodePoolFrom("pool", null, { primaryVnic: { securityAttributes: values } });
    const cluster = clusterFrom("prod", { endpointConfig: { subnetId: "s", securityAttributes: values } });
    const { findings } = findingsOf({
      nodePools: [pool],
      clusters: [cluster],
      loadBalancers: [loadBalancerFrom("edge", { securityAttributes: values })],
    });
    const cureOf = (rule: string, kind: string) =>
      findings.find((finding) => finding.rule === rule && finding.kind === kind)?.cure;
    expect(cureOf("deleting-attribute", "node-pool-primary-vnic")).toContain("waiting does not help");
    expect(cureOf("deleting-attribute", "cluster-endpoint")).toContain("waiting does not help");
    expect(cureOf("deleting-attribute", "load-balancer")).toContain("or wait");
    expect(cureOf("deleted-attribute", "node-pool-primary-vnic")).toContain("new nodes may not be able to start");
    expect(cureOf("deleted-attribute", "load-balancer")).toBe("Remove it from the resource.");
  });

  it("keeps a finding's id whatever else is found, and in whatever order things are read", () => {
    const one = findingsOf({ loadBalancers: [balancer({ "app.old": "x" })] }).findings;
    const more = findingsOf({
      loadBalancers: [
        loadBalancerFrom("other", { securityAttributes: attributesOf({ "app.going": "y" }) }),
        balancer({ "app.going": "y", "app.old": "x" }),
      ],
    }).findings;
    expect(more.map(({ id }) => id)).toContain(one[0]?.id);
    expect(new Set(more.map(({ id }) => id)).size).toBe(more.length);
  });

  it("is an attribute in a VCN without one, but not where the VCN could not be read", () => {
    const cluster = clusterFrom("prod", {
      endpointConfig: { subnetId: "s", securityAttributes: attributesOf({ "app.name": "x" }) },
    });
    const rulesIn = (vcns: ProtectedResourceParts["vcns"]) => findingsOf({ clusters: [cluster], vcns }).findings;
    expect(rulesIn([vcnFrom("prod")])).toMatchObject([{ rule: "vcn-without-attribute", severity: "high" }]);
    expect(rulesIn([vcnFrom("prod", location)])).toEqual([]);
    expect(rulesIn([])).toEqual([]);
  });

  it("is secondary VNICs that disagree, once, and the stale attribute that only one of them carries", () => {
    const vnic = (name: string, values: Record<string, string>) => ({
      displayName: name,
      createVnicDetails: { subnetId: "s", securityAttributes: attributesOf(values) },
    });
    const nodePool = nodePoolFrom("pool", null, {
      secondaryVnics: [vnic("a", { "app.name": "x" }), vnic("b", { "app.name": "x", "app.old": "y" })],
    });
    const { findings } = findingsOf({ nodePools: [nodePool] });
    expect(findings.map(({ rule }) => rule).toSorted((a, b) => a.localeCompare(b))).toEqual([
      "retired-attribute",
      "secondary-vnics-differ",
    ]);
  });

  it("is a load balancer whose cluster is gone, and a cluster that is not eligible and carries attributes", () => {
    const orphan = loadBalancerFrom("left", {
      systemTags: { "orcl-containerengine": { Cluster: "ocid1.cluster.oc1.iad.gone" } },
    });
    const flannel = clusterFrom("flannel", {
      clusterPodNetworkOptions: [{ cniType: "FLANNEL_OVERLAY" }],
      endpointConfig: { subnetId: "s", securityAttributes: attributesOf({ "app.name": "x" }) },
    });
    const bare = clusterFrom("bare", { clusterPodNetworkOptions: [{ cniType: "FLANNEL_OVERLAY" }] });
    const { findings } = findingsOf({ clusters: [flannel, bare], loadBalancers: [orphan] });
    expect(findings.map(({ rule, place }) => [rule, place])).toEqual([
      ["orphan", { type: "resource", id: orphan.id }],
      ["ineligible-cluster", { type: "cluster", id: flannel.id }],
    ]);
  });

  it("is more attributes than Oracle's limits page gives", () => {
    const four = { "app.name": "a", "app.tier": "web", "x.a": "1", "x.b": "2" };
    const { findings } = findingsOf({ loadBalancers: [balancer(four)] });
    expect(findings).toMatchObject([
      { rule: "over-cap", severity: "low", evidence: expect.stringContaining("carries 4") },
    ]);
  });
});

describe("what is known besides", () => {
  const nodePool = nodePoolFrom("pool", null, { secondaryVnics: [] });
  const { resources } = findingsOf({ loadBalancers: [balancer({ "app.name": "now" })], nodePools: [nodePool] });
  const edge = "ocid1.loadbalancer.oc1.iad.edge";
  const wanted = findingsOf({ loadBalancers: [balancer({ "app.name": "wanted" })] }).resources.get(edge);
  const after = wanted?.securityAttributes ?? [];
  const change = (more: Partial<EndedChange>): EndedChange => ({
    id: "c1",
    resourceId: edge,
    state: "not-applied",
    finishedAt: "2026-11-01T10:00:00.000Z",
    after,
    ...more,
  });
  const rulesFrom = (further: Parameters<typeof furtherFindings>[1]) =>
    furtherFindings(resources, further).map(({ rule }) => rule);

  it("is a change that was reported as done and is not there", () => {
    expect(rulesFrom({ changes: [change({})] })).toEqual(["not-applied"]);
    expect(furtherFindings(resources, { changes: [change({})] })[0]?.evidence).toContain(
      "made here on 2026-11-01 at 10:00 UTC was reported",
    );
  });

  it("is no longer a finding once the set is there, or a later change of it ended otherwise", () => {
    const present = resources.get(edge)?.securityAttributes ?? [];
    expect(rulesFrom({ changes: [change({ after: present })] })).toEqual([]);
    expect(rulesFrom({ changes: [change({ id: "c2", state: "verified" }), change({})] })).toEqual([]);
    expect(rulesFrom({ changes: [change({ resourceId: "ocid1.x.oc1..gone" })] })).toEqual([]);
  });

  const declared = {
    object: { kind: "Service", namespace: "web", name: "edge" },
    text: "{}",
    declared: [],
    problems: [],
    changedAt: null,
  } as const;
  it.each<[string, DeclaredStanding, boolean]>([
    ["in step", { state: "in-step", ...declared }, false],
    ["not applied", { state: "declared-not-applied", cause: "not-through", event: null, ...declared }, true],
    ["older than its class", { state: "declared-not-applied", cause: "made-before", event: null, ...declared }, false],
    ["edited directly", { state: "stored-differs", cause: "edited-directly", ...declared }, true],
    ["without a manifest", { state: "no-manifest-found", evidence: "" }, false],
    ["no set at all", { state: "declared-unreadable", reason: "not-a-set", ...declared, event: null }, true],
    [
      "out of sight",
      { state: "declared-unreadable", reason: "not-readable", problem: { code: "forbidden", message: "no" } as never },
      false,
    ],
  ])("of a manifest whose set is %s: a finding is %s", (_, standing, isFinding) => {
    expect(rulesFrom({ standings: new Map([[edge, standing]]) })).toEqual(isFinding ? ["declared-differs"] : []);
  });

  const differing = (standing: DeclaredStanding) =>
    furtherFindings(resources, { standings: new Map([[edge, standing]]) })[0];
  it("says of a set that was edited directly that this is likely, and what its controller does about it", () => {
    const finding = differing({ state: "stored-differs", cause: "edited-directly", ...declared });
    expect(finding?.evidence).toMatch(
      /^Service web\/edge declares another set than the resource carries\. .*most likely/,
    );
    expect(finding?.cure).toContain("until the Service is changed or the controller is started again");
  });

  it("promises of a mount target that CSI made no controller that writes to it", () => {
    const object = { kind: "StorageClass", namespace: null, name: "shared" } as const;
    for (const cause of ["edited-directly", "not-declared"] as const) {
      const finding = differing({ state: "stored-differs", cause, ...declared, object });
      expect(finding?.cure).toMatch(/^Nothing .* in a new StorageClass\.$/);
    }
  });

  it("sends somebody whose manifest says already what is wanted to the controller and its event", () => {
    const event = { reason: "SyncLoadBalancerFailed", message: "invalid JSON", count: 1, lastSeenAt: null };
    const failed = differing({ state: "declared-not-applied", cause: "controller-failed", event, ...declared });
    expect(failed?.evidence).toContain("SyncLoadBalancerFailed: invalid JSON");
    expect(failed?.cure).toContain("Put right what the event says.");
    const slow = differing({ state: "declared-not-applied", cause: "not-through", event: null, ...declared });
    expect(slow?.cure).toContain("look whether the controller runs");
  });

  const counts = (more: Partial<NodeCounts>): NodeCounts => ({
    nodes: 12,
    inStep: 7,
    notReadable: 0,
    settling: 0,
    withUnmanagedVnics: 0,
    primary: { name: "Primary VNIC", inStep: 7, notReadable: 0 },
    secondary: [],
    ...more,
  });
  it("is nodes on an old set, said of the pool whichever of its VNICs is behind", () => {
    const [finding] = furtherFindings(resources, { nodeCounts: new Map([[nodePool.id, counts({})]]) });
    expect(finding).toMatchObject({
      id: `nodes-on-old-set/${nodePool.id}`,
      resourceId: `${nodePool.id}:primary-vnic`,
      place: { type: "node-pool-nodes", id: nodePool.id },
      evidence: "5 of 12 running nodes do not carry what the pool says now.",
    });
    const behind = counts({ primary: { name: "Primary VNIC", inStep: 12, notReadable: 0 } });
    const [other] = furtherFindings(resources, { nodeCounts: new Map([[nodePool.id, behind]]) });
    expect([other?.id, other?.resourceId]).toEqual([finding?.id, `${nodePool.id}:secondary-vnics`]);
  });

  it("says of one node that it does not, and of a pool of one that it has one", () => {
    const of = (nodes: number, inStep: number) =>
      furtherFindings(resources, { nodeCounts: new Map([[nodePool.id, counts({ nodes, inStep })]]) })[0]?.evidence;
    expect(of(3, 2)).toBe("1 of 3 running nodes does not carry what the pool says now.");
    expect(of(1, 0)).toBe("1 of 1 running node does not carry what the pool says now.");
  });

  it("does not take a node that nobody could read, or that is settling, for an old one", () => {
    const unsure = counts({ notReadable: 3, settling: 2 });
    expect(rulesFrom({ nodeCounts: new Map([[nodePool.id, unsure]]) })).toEqual([]);
  });

  it("is nothing at all without readings", () => {
    expect(furtherFindings(resources, {})).toEqual([]);
    expect(findingCounts([])).toEqual({ high: 0, medium: 0, low: 0 });
  });
});
