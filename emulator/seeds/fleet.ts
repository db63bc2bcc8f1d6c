import type { TenancySeed } from "@/emulator/seed";
import { addCluster } from "@/emulator/seeds/builders/cluster";
import { definitionsOf } from "@/emulator/seeds/builders/definitions";
import { addSubnet, addVcn } from "@/emulator/seeds/builders/network";
import { addNodePool } from "@/emulator/seeds/builders/node-pool";
import { podsOn, times } from "@/emulator/seeds/builders/node-pool-facts";
import { ashburn } from "@/emulator/seeds/builders/place";
import { newRegionDraft } from "@/emulator/seeds/builders/region-draft";
import { enforced } from "@/emulator/seeds/builders/security-attributes";
import { compartmentsOf, tenancyOf, userOf } from "@/emulator/seeds/builders/tenancy";
import { zprEnabled } from "@/emulator/seeds/builders/zpr";

const nodesPerPool = 40;
/** Of each pool, so many nodes still carry an older set. */
const oldPerPool = 3;

/**
 * One cluster of `pools` node pools with forty nodes each, every node with a primary and two secondary VNICs. The same
 * number gives the same tenancy.
 */
export function fleetSeed(pools: number): TenancySeed {
  const tenancyName = `fleet${pools}`;
  const compartments = compartmentsOf(tenancyName, { fleet: { description: "One large cluster" } });
  const compartmentId = compartments.idOf("fleet");
  const region = newRegionDraft(tenancyName, ashburn);
  const vcn = addVcn(region, {
    name: "fleet",
    compartmentId,
    cidr: "10.0.0.0/8",
    securityAttributes: enforced("network.vcn:fleet"),
  });
  const subnet = (name: string, cidr: string) => addSubnet(region, vcn, { name, cidr });
  const nodes = subnet("nodes", "10.32.0.0/16");
  const [pods, storage] = [subnet("pods", "10.64.0.0/16"), subnet("storage", "10.96.0.0/16")];
  const cluster = addCluster(region, {
    name: "fleet",
    compartmentId,
    vcn,
    endpointSubnet: subnet("endpoint", "10.0.0.0/28"),
    serviceLbSubnets: [],
    kubernetesVersion: "v1.34.1",
    securityAttributes: enforced("oke.role:endpoint"),
  });
  for (let index = 1; index <= pools; index += 1) {
    addNodePool(region, {
      name: `pool-${String(index).padStart(2, "0")}`,
      cluster,
      subnet: nodes,
      primary: enforced("oke.role:node", "app.tier:web"),
      pods: podsOn(
        { displayName: "pods", subnet: pods, securityAttributes: enforced("oke.role:pod") },
        { displayName: "storage", subnet: storage, securityAttributes: enforced("oke.role:pod") },
      ),
      nodes: [
        ...times(nodesPerPool - oldPerPool, { podCount: 0, launchedAt: "2026-08-01T08:00:00.000Z" }),
        ...times(oldPerPool, {
          podCount: 0,
          launchedAt: "2026-01-15T08:00:00.000Z",
          primary: enforced("oke.role:node"),
        }),
      ],
    });
  }
  const root = compartments.idOf("");
  return {
    name: `fleet-${pools}`,
    tenancy: tenancyOf(tenancyName, `${pools} node pools`),
    users: [userOf(tenancyName, "operator")],
    compartments: compartments.list,
    ...definitionsOf(tenancyName, [
      {
        name: "oke",
        description: "Parts of clusters",
        compartmentId: root,
        keys: [{ name: "role", description: "Part" }],
      },
      {
        name: "app",
        description: "What it is for",
        compartmentId: root,
        keys: [{ name: "tier", description: "Tier" }],
      },
      { name: "network", description: "Where it is", compartmentId: root, keys: [{ name: "vcn", description: "VCN" }] },
    ]),
    zprConfiguration: zprEnabled(tenancyName),
    zprPolicies: [],
    regions: [region.seed],
    defaultPageSize: 100,
  };
}
