import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchIndexFrom, matchLoadBalancer, matchMountTarget, matchNetworkLoadBalancer } from "@/lib/oke/match";
import type { MatchParts } from "@/lib/oke/match-index";
import {
  clusterFrom,
  fileSystemFrom,
  loadBalancerFrom,
  mountTargetFrom,
  networkLoadBalancerFrom,
  nodePoolFrom,
  subnetFrom,
} from "@/lib/oke/test-builders";

const uid = "3f2b8c1e-0d4a-4e6b-9a51-7c2d9e8f0a11";
const sharedVcn = "ocid1.vcn.oc1.iad.shared";
const prod = clusterFrom("prod");
const blue = clusterFrom("blue", {
  vcnId: sharedVcn,
  options: { serviceLbSubnetIds: ["ocid1.subnet.oc1.iad.bluelb"] },
});
const green = clusterFrom("green", { vcnId: sharedVcn });
const gone = clusterFrom("gone", { lifecycleState: "DELETED" });
const node = (name: string, privateIp: string, lifecycleState = "ACTIVE") => ({
  id: `ocid1.instance.oc1.iad.${name}`,
  privateIp,
  lifecycleState,
});
const bluePool = nodePoolFrom("bluepool", blue.id, { nodes: [node("b1", "10.0.0.1"), node("b2", "10.0.0.2")] });
const greenPool = nodePoolFrom("greenpool", green.id, {
  nodes: [node("g1", "10.0.0.3"), node("g2", "10.0.0.1", "DELETED")],
});
const prodPool = nodePoolFrom("prodpool", prod.id, { nodes: [node("p1", "10.0.0.1")] });
const parts: MatchParts = {
  clusters: [prod, blue, green, gone],
  nodePools: [bluePool, greenPool, prodPool],
  fileSystems: [],
  subnets: [
    subnetFrom("shared", sharedVcn),
    subnetFrom("bluelb", sharedVcn),
    subnetFrom("prodlb", prod.vcnId ?? ""),
    subnetFrom("elsewhere", "ocid1.vcn.oc1.iad.elsewhere"),
    subnetFrom("mt", sharedVcn),
  ],
};
const index = matchIndexFrom(parts);

const systemTag = (clusterId: string) => ({ systemTags: { "orcl-containerengine": { Cluster: clusterId } } });
const createdBy = (ocid: string) => ({ definedTags: { "Oracle-Tags": { CreatedBy: ocid } } });
const inSubnet = (name: string) => ({ subnetIds: [`ocid1.subnet.oc1.iad.${name}`] });
const backends = (...ips: string[]) => ({
  backendSets: { "TCP-443": { backends: ips.map((ipAddress) => ({ ipAddress, port: 30_443 })) } },
});
const clusterOf = (wire: Record<string, unknown>) => matchLoadBalancer(index, loadBalancerFrom("lb", wire)).cluster;

describe("backends that are pods, whose addresses were read with the nodes", () => {
  const cluster = clusterFrom("one");
  const other = { ...clusterFrom("two"), vcnId: cluster.vcnId };
  const subnet = { ...subnetFrom("pods", cluster.vcnId ?? ""), cidrBlock: "10.0.9.0/24" };
  const balancer = loadBalancerFrom("lb", {
    subnetIds: [subnet.id],
    backendSets: {
      main: {
        backends: ["10.0.9.5", "10.0.9.6"].map((ipAddress) => ({ name: `${ipAddress}:80`, ipAddress, port: 80 })),
      },
    },
  });
  const podAddress = (ipAddress: string, clusterId: string) => ({ subnetId: subnet.id, ipAddress, clusterId });
  const matchWith = (...podAddresses: readonly ReturnType<typeof podAddress>[]) =>
    matchLoadBalancer(
      matchIndexFrom({ clusters: [cluster, other], nodePools: [], fileSystems: [], subnets: [subnet], podAddresses }),
      balancer,
    ).cluster;

  it("tie it to their cluster strongly", () => {
    expect(matchWith(podAddress("10.0.9.5", cluster.id))).toEqual({
      type: "matched",
      clusterId: cluster.id,
      confidence: "strong",
      evidence: "1 of its 2 backends have addresses on secondary VNICs of this cluster's nodes.",
    });
  });

  it("tie it to none where they are of two clusters, or of none that was read", () => {
    expect(matchWith(podAddress("10.0.9.5", cluster.id), podAddress("10.0.9.6", other.id)).type).toBe("unmatched");
    expect(matchWith().type).toBe("unmatched");
  });
});

describe("a load balancer stands under its cluster", () => {
  it.each([
    ["for certain, by the system tag", { ...systemTag(prod.id) }, "certain", prod.id],
    [
      "for certain, even where another tag names another cluster",
      { ...systemTag(prod.id), ...createdBy(blue.id) },
      "certain",
      prod.id,
    ],
    ["by the tag of its creator", createdBy(blue.id), "strong", blue.id],
    [
      "by a tag under any namespace and key",
      { definedTags: { Oracle_Tags: { madeBy: `x/${blue.id}` } } },
      "strong",
      blue.id,
    ],
    ["by a tag that names a node pool", createdBy(greenPool.id), "strong", green.id],
    [
      "by backends that are its nodes, in a VCN that is shared",
      { ...inSubnet("shared"), ...backends("10.0.0.1", "10.0.0.2") },
      "strong",
      blue.id,
    ],
    [
      "by one backend that is its node, beside others that are not",
      { ...inSubnet("shared"), ...backends("10.0.0.3", "10.9.9.9") },
      "strong",
      green.id,
    ],
    ["only possibly, by the only cluster of its VCN", inSubnet("prodlb"), "possible", prod.id],
    ["only possibly, by a subnet that one cluster uses for load balancers", inSubnet("bluelb"), "possible", blue.id],
  ])("%s", (_, wire, confidence, clusterId) => {
    expect(clusterOf(wire)).toMatchObject({ type: "matched", confidence, clusterId });
  });

  it("with a sentence for each piece of the evidence that decided", () => {
    const wire = { ...createdBy(blue.id), ...inSubnet("shared"), ...backends("10.0.0.1", "10.0.0.9") };
    expect(clusterOf(wire)).toMatchObject({
      evidence: "1 of its 2 backends is a node of this cluster. Its tag Oracle-Tags.CreatedBy names this cluster.",
    });
  });

  it("counts a backend once, however many backend sets it is in", () => {
    const backend = [{ ipAddress: "10.0.0.3" }];
    const wire = { ...inSubnet("shared"), backendSets: { a: { backends: backend }, b: { backends: backend } } };
    expect(clusterOf(wire)).toMatchObject({ evidence: "Its only backend is a node of this cluster." });
  });
});

describe("a load balancer stands under no cluster", () => {
  it.each([
    [
      "when several clusters share its VCN and nothing else is known",
      inSubnet("shared"),
      /shared by 2 clusters: blue, green/,
    ],
    [
      "when its backends are nodes of several clusters",
      { ...inSubnet("shared"), ...backends("10.0.0.1", "10.0.0.3") },
      /several clusters: blue, green/,
    ],
    [
      "when its tags and its backends disagree",
      { ...createdBy(prod.id), ...inSubnet("shared"), ...backends("10.0.0.1") },
      /several clusters: blue, prod/,
    ],
    [
      "when its tags name two clusters",
      { definedTags: { a: { b: prod.id, c: blue.id } } },
      /several clusters: blue, prod/,
    ],
    ["when its VCN has no cluster", inSubnet("elsewhere"), /no cluster was seen in its VCN/],
    ["when its VCN is not known, though an address fits", backends("10.0.0.3"), /its VCN is not known/],
    [
      "when an address fits only a node in another VCN",
      { ...inSubnet("elsewhere"), ...backends("10.0.0.3") },
      /no cluster was seen/,
    ],
    [
      "when a tag names a node pool that was not read",
      createdBy("ocid1.nodepool.oc1.iad.hidden"),
      /Nothing on it names a cluster/,
    ],
    ["when a system tag of that name is not an OCID of a cluster", systemTag("prod"), /Nothing on it names a cluster/],
  ])("%s", (_, wire, evidence) => {
    expect(clusterOf(wire)).toMatchObject({ type: "unmatched", evidence: expect.stringMatching(evidence) });
  });

  it("is an orphan when what it carries names a cluster that was not read", () => {
    const match = clusterOf({ ...systemTag("ocid1.cluster.oc1.iad.unread"), ...inSubnet("prodlb") });
    expect(match).toMatchObject({ type: "orphan", clusterId: "ocid1.cluster.oc1.iad.unread" });
    expect(match).toMatchObject({
      evidence: expect.stringMatching(
        /names the cluster ocid1\.cluster\.oc1\.iad\.unread\. .*deleted, or you may not see it/,
      ),
    });
  });

  it("is an orphan of a cluster that OCI still lists as deleted", () => {
    expect(clusterOf(createdBy(gone.id))).toMatchObject({ type: "orphan", clusterId: gone.id });
  });
});

describe("the address of a node", () => {
  it("means nothing once the node is deleted", () => {
    expect(clusterOf({ ...inSubnet("shared"), ...backends("10.0.0.1") })).toMatchObject({ clusterId: blue.id });
  });

  it("is not needed where the backend names the instance", () => {
    const wire = {
      subnetId: null,
      backendSets: { a: { backends: [{ targetId: "ocid1.instance.oc1.iad.g1", ipAddress: "10.0.0.3" }] } },
    };
    expect(matchNetworkLoadBalancer(index, networkLoadBalancerFrom("nlb", wire)).cluster).toMatchObject({
      type: "matched",
      confidence: "strong",
      clusterId: green.id,
    });
  });
});

describe("the setting of a balancer belongs to", () => {
  it.each([
    [
      "the IngressClass, by the backend set that its controller always makes",
      "k8s-public.v1",
      { backendSets: { default_ingress: {} } },
      { type: "ingress-class-annotation", name: "public.v1" },
    ],
    [
      "an IngressClass without a name when the load balancer was named otherwise",
      "My LB",
      { backendSets: { default_ingress: {} } },
      { type: "ingress-class-annotation", name: null },
    ],
    ["a Service, when its name is a UID", uid, {}, { type: "service-annotation", namespace: null, name: null }],
    [
      "a Service, by the system tag",
      "renamed",
      systemTag(prod.id),
      { type: "service-annotation", namespace: null, name: null },
    ],
    [
      "a Service, when a cluster created it",
      "renamed",
      createdBy(prod.id),
      { type: "service-annotation", namespace: null, name: null },
    ],
    ["itself, when it was made by hand", "public-entry", backends("10.0.0.1"), { type: "resource" }],
    [
      "itself, when a person only tagged it with a cluster",
      "public-entry",
      { definedTags: { ops: { cluster: prod.id } } },
      { type: "resource" },
    ],
    ["itself, when its name only contains a UID", `lb-${uid}-old`, {}, { type: "resource" }],
  ])("%s", (_, displayName, wire, owner) => {
    expect(matchLoadBalancer(index, loadBalancerFrom(displayName, wire)).owner).toEqual(owner);
  });

  it.each([
    [
      "the Service that its name tells",
      `shop/front-end/${uid}`,
      { type: "service-annotation", namespace: "shop", name: "front-end" },
    ],
    ["itself, when two slashes end in no UID", "shop/front-end/blue", { type: "resource" }],
    ["itself, when the name holds what no Service name can", `shop/$(id)/${uid}`, { type: "resource" }],
  ])("%s (network load balancer)", (_, displayName, owner) => {
    expect(matchNetworkLoadBalancer(index, networkLoadBalancerFrom(displayName)).owner).toEqual(owner);
  });
});

describe("a mount target", () => {
  const target = mountTargetFrom("files");
  const fileSystem = (wire: Record<string, unknown>, isDelete = "true") =>
    fileSystemFrom("fs", { freeformTags: { mountTargetOCID: target.id, isDeleteMountTarget: isDelete }, ...wire });
  const match = (fileSystems: MatchParts["fileSystems"], mountTarget = target) =>
    matchMountTarget(matchIndexFrom({ ...parts, fileSystems }), mountTarget);

  it("made by the CSI driver is known by its file system, which does not tell the cluster", () => {
    expect(match([fileSystem({})])).toMatchObject({
      owner: { type: "storage-class-parameter" },
      cluster: { type: "unmatched" },
    });
  });

  it("that a driver only uses is its own", () => {
    expect(match([fileSystem({}, "false")]).owner).toEqual({ type: "resource" });
  });

  it("is known as the driver's by its name when no file system was read", () => {
    expect(match([], mountTargetFrom(`csi-fss-${uid}`)).owner).toEqual({ type: "storage-class-parameter" });
  });

  it("with the driver's tags on itself is its own: they may be left over", () => {
    const tagged = mountTargetFrom("files", {
      freeformTags: { mountTargetOCID: target.id, isDeleteMountTarget: "true" },
    });
    expect(match([], tagged).owner).toEqual({ type: "resource" });
  });

  it("stands under the cluster that a tag of its file system names", () => {
    expect(match([fileSystem(createdBy(blue.id))]).cluster).toMatchObject({
      type: "matched",
      clusterId: blue.id,
      confidence: "strong",
    });
  });

  it("used by file systems of two clusters stands under neither", () => {
    const other = fileSystemFrom("other", { freeformTags: { mountTargetOCID: target.id }, ...createdBy(green.id) });
    expect(match([fileSystem(createdBy(blue.id)), other]).cluster.type).toBe("unmatched");
  });
});

describe("what was read in another order", () => {
  it("is matched in the same way", () => {
    const balancers = [
      loadBalancerFrom("a", { ...inSubnet("shared"), ...backends("10.0.0.1", "10.0.0.3") }),
      loadBalancerFrom("b", { ...createdBy(blue.id), ...inSubnet("shared"), ...backends("10.0.0.2", "10.0.0.1") }),
      loadBalancerFrom("c", inSubnet("shared")),
      loadBalancerFrom("d", createdBy(gone.id)),
    ];
    const shuffled = <T>(items: readonly T[]) => fc.shuffledSubarray([...items], { minLength: items.length });
    const orders = fc.tuple(shuffled(parts.clusters), shuffled(parts.nodePools), shuffled(parts.subnets), fc.boolean());
    fc.assert(
      fc.property(orders, ([clusters, nodePools, subnets, isReversed]) => {
        const other = matchIndexFrom({ ...parts, clusters, nodePools, subnets });
        for (const balancer of balancers) {
          const turned = {
            ...balancer,
            backendSets: isReversed ? balancer.backendSets.toReversed() : balancer.backendSets,
          };
          expect(matchLoadBalancer(other, turned)).toEqual(matchLoadBalancer(index, balancer));
        }
      }),
    );
  });
});

describe("backends that are pods", () => {
  const pods = (name: string) => ({
    secondaryVnics: [{ createVnicDetails: { subnetId: `ocid1.subnet.oc1.iad.${name}` } }],
  });
  const podParts: MatchParts = {
    ...parts,
    nodePools: [
      nodePoolFrom("bluepods", blue.id, pods("bluepods")),
      nodePoolFrom("greenpods", green.id, pods("bothpods")),
      nodePoolFrom("bluemore", blue.id, pods("bothpods")),
    ],
    subnets: [
      ...parts.subnets,
      { ...subnetFrom("bluepods", sharedVcn), cidrBlock: "10.0.32.0/20" },
      { ...subnetFrom("bothpods", sharedVcn), cidrBlock: "10.0.48.0/20" },
    ],
  };
  const podCluster = (ipAddress: string, subnet = "shared") =>
    matchLoadBalancer(matchIndexFrom(podParts), loadBalancerFrom("lb", { ...backends(ipAddress), ...inSubnet(subnet) }))
      .cluster;

  it("point at the one cluster whose pods use their subnet, and no more surely than possible", () => {
    expect(podCluster("10.0.33.7")).toMatchObject({ type: "matched", clusterId: blue.id, confidence: "possible" });
  });

  it("point nowhere where the pods of two clusters share the subnet", () => {
    expect(podCluster("10.0.49.7")).toMatchObject({ type: "unmatched" });
  });

  it("point nowhere where the load balancer is in another VCN", () => {
    expect(podCluster("10.0.33.7", "elsewhere")).toMatchObject({ type: "unmatched" });
  });
});
