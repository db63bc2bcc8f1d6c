import { expect, test } from "vitest";
import type { Inventory } from "@/lib/inventory/inventory";
import { addressMembers } from "@/lib/inventory/projections/address-members";
import { protectedResourcesFrom } from "@/lib/oke/protected-resources";
import { clusterFrom, loadBalancerFrom, nodePoolFrom, noParts, subnetFrom, vcnFrom } from "@/lib/oke/test-builders";

const vcn = vcnFrom("net", { cidrBlocks: ["10.0.0.0/16"] });
const cluster = clusterFrom("prod", { vcnId: vcn.id, endpoints: { privateEndpoint: "10.0.0.9:6443" } });
const parts = {
  ...noParts,
  clusters: [cluster],
  nodePools: [
    nodePoolFrom("pool", cluster.id, {
      nodeConfigDetails: { placementConfigs: [{ subnetId: "ocid1.subnet.oc1.iad.nodes" }] },
      nodes: [{ id: "i1", subnetId: "ocid1.subnet.oc1.iad.nodes", lifecycleState: "ACTIVE" }],
    }),
    nodePoolFrom("of size 0", cluster.id, {
      nodeConfigDetails: { placementConfigs: [{ subnetId: "ocid1.subnet.oc1.iad.nodes" }] },
      nodes: [],
    }),
  ],
  loadBalancers: [
    loadBalancerFrom("inner", { ipAddresses: [{ ipAddress: "10.0.3.4", isPublic: false }] }),
    loadBalancerFrom("gone", { ipAddresses: [{ ipAddress: "10.0.3.5", isPublic: false }], lifecycleState: "DELETED" }),
  ],
  vcns: [vcn],
  subnets: [{ ...subnetFrom("nodes", vcn.id), cidrBlock: "10.0.8.0/22" }],
};
const inventory = {
  ...parts,
  resources: protectedResourcesFrom(parts),
  virtualNodePools: [],
  compartments: [],
} as unknown as Inventory;

const namesIn = (block: string) => {
  const { members, perhaps } = addressMembers(inventory, block);
  const names = (resources: typeof members) => resources.map(({ displayName }) => displayName).toSorted();
  return [names(members), names(perhaps)];
};

test.each([
  ["one address is that of the endpoint which has it", "10.0.0.9", ["prod"], []],
  ["a block holds what has an address in it, and nothing that is gone", "10.0.3.0/24", ["inner"], []],
  [
    "a block around a subnet holds what is in the subnet, and no pool without nodes",
    "10.0.0.0/16",
    ["inner", "pool", "prod"],
    [],
  ],
  ["of a part of a subnet nobody can say who is there", "10.0.9.0/24", [], ["pool"]],
  ["host bits change nothing", "10.0.3.77/24", ["inner"], []],
  ["elsewhere there is nobody", "192.168.0.0/16", [], []],
  ["what is no block has nobody", "all", [], []],
])("%s", (_sentence, block, members, perhaps) => {
  expect(namesIn(block)).toEqual([members, perhaps]);
});
