import { describe, expect, it } from "vitest";
import { protectedResourcesFrom } from "@/lib/oke/protected-resources";
import { reachWorldFrom } from "@/lib/oke/reach-world";
import { clusterFrom, loadBalancerFrom, nodePoolFrom, subnetFrom, vcnFrom } from "@/lib/oke/test-builders";

const vcn = vcnFrom("net", { cidrBlocks: ["10.0.0.0/16"], isZprOnly: null });
const cluster = clusterFrom("prod", {
  vcnId: vcn.id,
  endpoints: { privateEndpoint: "10.0.0.9:6443" },
});
const parts = {
  catalog: { namespaces: [], isNamespaceListComplete: true, gaps: [] },
  clusters: [cluster, clusterFrom("public", { vcnId: vcn.id, endpointConfig: null })],
  nodePools: [
    nodePoolFrom("pool", cluster.id, {
      nodeConfigDetails: { placementConfigs: [{ subnetId: "ocid1.subnet.oc1.iad.nodes" }] },
    }),
  ],
  loadBalancers: [
    loadBalancerFrom("inner", { ipAddresses: [{ ipAddress: "10.0.3.4", isPublic: false }] }),
    loadBalancerFrom("outer", { ipAddresses: [{ ipAddress: "130.61.1.1", isPublic: true }] }),
  ],
  networkLoadBalancers: [],
  mountTargets: [],
  fileSystems: [],
  vcns: [vcn],
  subnets: [{ ...subnetFrom("nodes", vcn.id), cidrBlock: "10.0.8.0/22" }],
};
const world = reachWorldFrom(
  { ...parts, resources: protectedResourcesFrom(parts), areResourcesComplete: true },
  { policies: [], isComplete: true },
);
const addressesOf = (name: string) => world.endpoints.find((each) => each.name === name)?.addresses;

describe("reachWorldFrom", () => {
  it("takes the private address of an API endpoint and of a private load balancer as known", () => {
    expect(addressesOf("prod")).toEqual({ kind: "known", addresses: ["10.0.0.9"] });
    expect(addressesOf("inner")).toEqual({ kind: "known", addresses: ["10.0.3.4"] });
  });

  it("takes nodes to be somewhere in their subnets", () => {
    expect(addressesOf("pool")).toEqual({ kind: "within", blocks: ["10.0.8.0/22"] });
  });

  it("does not take a public address for the private one, which ZPR sees", () => {
    expect(addressesOf("outer")).toEqual({ kind: "unknown" });
  });

  it("leaves out API endpoints in no VCN of the customer, and pools without secondary VNICs", () => {
    expect(world.endpoints.map(({ name }) => name).toSorted()).toEqual(["inner", "outer", "pool", "prod"]);
  });

  it("holds nothing for certain while the policies were not read", () => {
    const unread = reachWorldFrom(
      { ...parts, resources: protectedResourcesFrom(parts), areResourcesComplete: false },
      null,
    );
    expect([unread.isPolicyListComplete, unread.isEndpointListComplete]).toEqual([false, false]);
  });
});
