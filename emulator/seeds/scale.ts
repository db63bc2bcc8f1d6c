import type { TenancySeed } from "@/emulator/seed";
import { addAddon, addCluster, type Cluster } from "@/emulator/seeds/builders/cluster";
import { definitionsOf } from "@/emulator/seeds/builders/definitions";
import { addServiceLoadBalancer } from "@/emulator/seeds/builders/load-balancer";
import { addSubnet, addVcn } from "@/emulator/seeds/builders/network";
import { addServiceNetworkLoadBalancer } from "@/emulator/seeds/builders/network-load-balancer";
import type { MadeNode } from "@/emulator/seeds/builders/node";
import { addNodePool } from "@/emulator/seeds/builders/node-pool";
import { podsIn, times } from "@/emulator/seeds/builders/node-pool-facts";
import { ashburn, frankfurt } from "@/emulator/seeds/builders/place";
import { newRandom, type Random } from "@/emulator/seeds/builders/random";
import { newRegionDraft, type RegionDraft } from "@/emulator/seeds/builders/region-draft";
import { enforced, type SecurityAttributeMap } from "@/emulator/seeds/builders/security-attributes";
import { compartmentsOf, tenancyOf, userOf } from "@/emulator/seeds/builders/tenancy";
import { zprEnabled, zprPolicyOf } from "@/emulator/seeds/builders/zpr";

const poolsPerCluster = 5;
const nodesPerPool = 5;
const loadBalancersPerCluster = 5;

const teams = ["payments", "storefront", "search", "identity", "ledger", "catalog", "shipping", "pricing"];
const tiers = ["web", "api", "worker", "cache", "batch"];

const definitionsIn = (name: string, compartmentId: string) =>
  definitionsOf(name, [
    {
      name: "app",
      description: "What an endpoint is for",
      compartmentId,
      keys: [
        { name: "tier", description: "Place in the architecture", values: tiers },
        { name: "team", description: "Team" },
        { name: "stage", description: "Retired", state: "INACTIVE" },
      ],
    },
    {
      name: "network",
      description: "Where an endpoint is",
      compartmentId,
      keys: [{ name: "vcn", description: "VCN" }],
    },
    {
      name: "oke",
      description: "Parts of clusters",
      compartmentId,
      keys: [{ name: "role", description: "Which part" }],
    },
  ]);

/** Mostly sound attributes; one resource in ten has none, a few have a retired or a deleted one. */
const attributesOf = (random: Random, role: string): SecurityAttributeMap => {
  const draw = random.below(40);
  if (draw < 4) return {};
  const texts = [`oke.role:${role}`, `app.tier:${random.pick(tiers)}`];
  if (draw < 12) texts.push(`app.team:${random.pick(teams)}`);
  if (draw === 12) texts.push("app.stage:prod");
  if (draw === 13) texts.push("app.squad:blue");
  return enforced(...texts);
};

/** Of each cluster; a policy holds at most fifty statements, so those of ten clusters stand in one. */
const statementsOf = (cluster: string): readonly string[] => [
  `in network.vcn:${cluster} VCN allow app.tier:web endpoints to connect to app.tier:api endpoints with protocol='tcp/8443'`,
  `in network.vcn:${cluster} VCN allow app.tier:api endpoints to connect to app.tier:cache endpoints with protocol='tcp/6379'`,
  `in network.vcn:${cluster} VCN allow oke.role:node endpoints to connect to oke.role:endpoint endpoints with protocol='tcp/6443'`,
  `in network.vcn:${cluster} VCN allow oke.role:node endpoints to connect to 'osn-services-ip-addresses' with protocol='tcp/443'`,
];
const clustersPerPolicy = 10;

type Site = {
  readonly region: RegionDraft;
  readonly random: Random;
  readonly compartmentId: string;
  readonly name: string;
  readonly index: number;
};

const addSite = (site: Site): void => {
  const { region, random, compartmentId, name, index } = site;
  // VCNs of a tenancy may overlap, and above 256 clusters these do.
  const base = `10.${index % 256}`;
  const vcn = addVcn(region, {
    name: `${name}-vcn`,
    compartmentId,
    cidr: `${base}.0.0/16`,
    securityAttributes: random.below(10) === 0 ? {} : enforced(`network.vcn:${name}`),
  });
  const endpoints = addSubnet(region, vcn, { name: `${name}-endpoint`, cidr: `${base}.0.0/28` });
  const balancers = addSubnet(region, vcn, {
    name: `${name}-lb`,
    cidr: `${base}.1.0/24`,
    isPublic: random.below(2) === 0,
  });
  const nodes = addSubnet(region, vcn, { name: `${name}-nodes`, cidr: `${base}.2.0/24` });
  const pods = addSubnet(region, vcn, { name: `${name}-pods`, cidr: `${base}.16.0/20` });
  const cluster = addCluster(region, {
    name,
    compartmentId,
    vcn,
    endpointSubnet: endpoints,
    serviceLbSubnets: [balancers],
    kubernetesVersion: random.pick(["v1.34.1", "v1.33.1", "v1.32.1", "v1.31.10"]),
    type: random.below(4) === 0 ? "BASIC_CLUSTER" : "ENHANCED_CLUSTER",
    securityAttributes: attributesOf(random, "endpoint"),
  });
  addAddon(region, cluster, { name: "OciVcnIpNative", installed: "v3.3.0" });
  const made = Array.from({ length: poolsPerCluster }, (_, pool) => {
    const primary = attributesOf(random, "node");
    const old = random.below(nodesPerPool + 1);
    return addNodePool(region, {
      name: `pool-${pool + 1}`,
      cluster,
      subnet: nodes,
      primary,
      pods: podsIn(pods, attributesOf(random, "pod")),
      nodes: [
        ...times(nodesPerPool - old, { podCount: 0 }),
        ...times(old, { podCount: 0, primary: enforced("oke.role:node") }),
      ],
    });
  });
  addBalancers(site, { cluster, subnet: balancers, made });
};

type Behind = {
  readonly cluster: Cluster;
  readonly subnet: ReturnType<typeof addSubnet>;
  readonly made: readonly (readonly MadeNode[])[];
};

const addBalancers = ({ region, random }: Site, { cluster, subnet, made }: Behind): void => {
  for (let index = 0; index < loadBalancersPerCluster; index += 1) {
    const nodes = made[index % made.length] ?? [];
    const facts = {
      cluster,
      namespace: random.pick(teams),
      service: `service-${index + 1}`,
      subnet,
      securityAttributes: attributesOf(random, "ingress"),
    };
    if (index % 2 === 0)
      addServiceLoadBalancer(region, { ...facts, backendIps: nodes.map(({ privateIp }) => privateIp) });
    else {
      const targets = nodes.map(({ privateIp, instanceId }) => ({ ipAddress: privateIp, targetId: instanceId }));
      addServiceNetworkLoadBalancer(region, { ...facts, targets });
    }
  }
};

/**
 * A tenancy of `clusters` clusters with 5 node pools, 25 nodes and 5 load balancers each, over two regions and a quarter
 * as many compartments (eight at least). The same number gives the same tenancy.
 */
export function scaleSeed(clusters: number): TenancySeed {
  const name = `scale-${clusters}`;
  const tenancyName = `scale${clusters}`;
  const paths = Array.from(
    { length: Math.max(8, Math.ceil(clusters / 4)) },
    (_, index) => `team-${String(index + 1).padStart(2, "0")}`,
  );
  const compartments = compartmentsOf(
    tenancyName,
    Object.fromEntries(paths.map((path) => [path, { description: `Clusters of ${path}` }])),
  );
  const regions = [newRegionDraft(tenancyName, ashburn), newRegionDraft(tenancyName, frankfurt)];
  const random = newRandom(clusters);
  const clusterNames: string[] = [];
  for (let index = 0; index < clusters; index += 1) {
    const region = regions[index % regions.length];
    const path = paths[index % paths.length];
    if (region === undefined || path === undefined) throw new Error("A scale seed needs regions and compartments");
    const clusterName = `${random.pick(teams)}-${String(index + 1).padStart(3, "0")}`;
    clusterNames.push(clusterName);
    addSite({ region, random, compartmentId: compartments.idOf(path), name: clusterName, index });
  }
  const root = compartments.idOf("");
  return {
    name,
    tenancy: tenancyOf(tenancyName, `${clusters} clusters`),
    users: [userOf(tenancyName, "operator")],
    compartments: compartments.list,
    ...definitionsIn(tenancyName, root),
    zprConfiguration: zprEnabled(tenancyName),
    zprPolicies: Array.from({ length: Math.ceil(clusters / clustersPerPolicy) }, (_, index) => {
      const own = clusterNames.slice(index * clustersPerPolicy, (index + 1) * clustersPerPolicy);
      return zprPolicyOf(tenancyName, {
        name: `flows-${String(index + 1).padStart(2, "0")}`,
        description: `Flows in the VCNs of ${own.length} clusters`,
        statements: own.flatMap(statementsOf),
      });
    }),
    regions: regions.map(({ seed }) => seed),
    defaultPageSize: 100,
  };
}
