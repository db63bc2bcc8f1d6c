import type { TenancySeed } from "@/emulator/seed";
import { addAddon, addCluster, type Cluster } from "@/emulator/seeds/builders/cluster";
import { definitionsOf, namespaceOcid } from "@/emulator/seeds/builders/definitions";
import { addCsiVolume, addMountTarget } from "@/emulator/seeds/builders/file-storage";
import { addServiceEvent, declarationOf } from "@/emulator/seeds/builders/kubernetes";
import {
  addIngressLoadBalancer,
  addLoadBalancer,
  addServiceLoadBalancer,
} from "@/emulator/seeds/builders/load-balancer";
import { addSubnet, addVcn, type Subnet, type Vcn } from "@/emulator/seeds/builders/network";
import { addNetworkLoadBalancer } from "@/emulator/seeds/builders/network-load-balancer";
import { addNodePool, addVirtualNodePool } from "@/emulator/seeds/builders/node-pool";
import { podsIn, times } from "@/emulator/seeds/builders/node-pool-facts";
import { ashburn, frankfurt } from "@/emulator/seeds/builders/place";
import { newRegionDraft, type RegionDraft } from "@/emulator/seeds/builders/region-draft";
import { type SecurityAttributeMap, securityAttributeMap } from "@/emulator/seeds/builders/security-attributes";
import { compartmentsOf, tenancyOf, userOf } from "@/emulator/seeds/builders/tenancy";
import { zprEnabled, zprPolicyOf } from "@/emulator/seeds/builders/zpr";
import { everyHostileString, hostileStrings as text } from "@/emulator/seeds/hostile-strings";

const tenancyName = "hostile";

const compartments = compartmentsOf(
  tenancyName,
  Object.fromEntries(
    everyHostileString.map((name, index) => [`c${index}`, { name, description: `${text.script} ${name}` }]),
  ),
);
const home = compartments.idOf("c0");

const entry = (namespace: string, key: string, value: string) => [namespace, key, { value, mode: "enforce" }] as const;

/** Names that every object of JavaScript already has, as namespaces and as keys. */
const prototypeNames = securityAttributeMap([
  entry("__proto__", "__proto__", text.prototype),
  entry("__proto__", "constructor", text.script),
  entry("constructor", "prototype", text.constructor),
  entry("toString", "toString", text.toString),
  entry("hasOwnProperty", "valueOf", text.null),
]);

/** A fifth of the strings as values of one resource's attributes. */
const valuesFrom = (start: number): SecurityAttributeMap =>
  securityAttributeMap(
    Array.from({ length: 5 }, (_, index) => {
      const value = everyHostileString[(start + index) % everyHostileString.length] ?? "";
      return entry("free", `key-${index + 1}`, value);
    }),
  );

/** Names outside the characters that the service allows, and longer: an answer may still have them. */
const names = securityAttributeMap([
  entry(text.script, text.image, text.svg),
  entry(text.bidi, text.zeroWidth, text.marks),
  entry(text.formula, text.command, text.at),
  entry(text.longWord, text.longWord, text.longWord),
  entry("a.b", "c:d", "e.f:g"),
]);

const definitions = definitionsOf(tenancyName, [
  ...["__proto__", "constructor", "toString", "hasOwnProperty"].map((name) => ({
    name,
    description: text.image,
    compartmentId: compartments.idOf(""),
    keys: ["__proto__", "constructor", "prototype", "toString", "valueOf"].map((key) => ({
      name: key,
      description: text.script,
    })),
  })),
  {
    name: "free",
    description: text.longMarkup,
    compartmentId: home,
    keys: [
      ...Array.from({ length: 5 }, (_, index) => ({ name: `key-${index + 1}`, description: text.template })),
      { name: "listed", description: text.controls, values: everyHostileString },
      { name: "retired", description: text.csv, state: "INACTIVE" as const },
    ],
  },
  {
    name: text.longWord,
    description: text.longText,
    compartmentId: home,
    keys: [{ name: text.longWord, description: text.longText }],
  },
  {
    name: text.script,
    description: text.script,
    compartmentId: home,
    keys: [{ name: text.image, description: text.image }],
  },
]);

type Site = { readonly region: RegionDraft; readonly vcn: Vcn; readonly nodes: Subnet; readonly pods: Subnet };

const addSite = (region: RegionDraft): Site => {
  const vcn = addVcn(region, {
    name: text.image,
    compartmentId: home,
    cidr: "10.0.0.0/16",
    securityAttributes: securityAttributeMap([entry("free", "key-1", text.script)]),
  });
  return {
    region,
    vcn,
    nodes: addSubnet(region, vcn, { name: text.svg, cidr: "10.0.1.0/24" }),
    pods: addSubnet(region, vcn, { name: text.zeroWidth, cidr: "10.0.16.0/20" }),
  };
};

const addClusterOf = ({ region, vcn, nodes, pods }: Site, name: string, index: number): Cluster => {
  const cluster = addCluster(region, {
    name,
    compartmentId: home,
    vcn,
    endpointSubnet: nodes,
    kubernetesVersion: "v1.33.1",
    securityAttributes: index === 0 ? prototypeNames : valuesFrom(index * 5),
    freeformTags: Object.fromEntries([
      ["__proto__", text.script],
      ["constructor", text.image],
      [text.longWord, text.longWord],
    ]),
    ...(index === 1 && { lifecycleState: "FAILED", lifecycleDetails: text.endOfTitle }),
  });
  addAddon(region, cluster, { name: text.script, installed: text.image, error: text.svg });
  addNodePool(region, {
    name,
    cluster,
    subnet: nodes,
    primary: index === 0 ? prototypeNames : names,
    pods: podsIn(pods, valuesFrom(index * 5 + 3)),
    nodes: [
      ...times(1, { podCount: 0 }),
      { podCount: 0, secondary: names, lifecycleState: "FAILING", error: text.endOfScript },
    ],
    labels: { [text.script]: text.image },
    ...(index === 2 && { lifecycleState: "NEEDS_ATTENTION", lifecycleDetails: text.newline }),
  });
  return cluster;
};

const addServices = ({ region, nodes, pods }: Site, clusters: readonly Cluster[]): void => {
  everyHostileString.forEach((name, index) => {
    const facts = { name, compartmentId: home, subnet: nodes, securityAttributes: valuesFrom(index) };
    if (index % 3 === 0) {
      const routes = [{ listener: "__proto__", port: 443, backendSet: name, backendPort: 8443 }];
      addLoadBalancer(region, {
        ...facts,
        routes,
        emptyBackendSets: ["constructor", "__proto__"],
        backendIps: ["10.0.1.250"],
      });
    } else if (index % 3 === 1) addNetworkLoadBalancer(region, { ...facts, port: 443, backendPort: 8443, targets: [] });
    else addMountTarget(region, facts);
  });
  const [first] = clusters;
  if (first === undefined) return;
  const service = { cluster: first, namespace: text.script, service: text.image, subnet: nodes, backendIps: [] };
  addServiceLoadBalancer(region, { ...service, securityAttributes: prototypeNames });
  everyHostileString.slice(0, 8).forEach((declared, index) => {
    addServiceLoadBalancer(region, { ...service, service: `service-${index}`, declared });
  });
  const declared = declarationOf(names);
  addIngressLoadBalancer(region, {
    cluster: first,
    ingressClass: text.script,
    compartmentId: home,
    subnet: nodes,
    podIps: [],
    declared,
  });
  addServiceEvent(region, {
    ...service,
    type: "Warning",
    reason: text.script,
    message: everyHostileString.join("\n"),
    count: 2,
  });
  addCsiVolume(region, { cluster: first, claim: text.script, subnet: nodes, securityAttributes: names });
  addVirtualNodePool(region, {
    name: text.script,
    cluster: first,
    subnet: nodes,
    podSubnet: pods,
    size: 1,
  });
};

const ashburnSeed = () => {
  const region = newRegionDraft(tenancyName, ashburn);
  const site = addSite(region);
  const clusters = everyHostileString.map((name, index) => addClusterOf(site, name, index));
  addServices(site, clusters);
  return region.seed;
};

/** A tenancy in which every name, value, description and statement tries to be more than text. */
export const hostileSeed = (): TenancySeed => ({
  name: "hostile",
  tenancy: { ...tenancyOf(tenancyName, text.script), name: text.script },
  users: [
    userOf(tenancyName, "operator"),
    // Whoever cannot see a namespace called __proto__ must not be told that it was deleted.
    userOf(tenancyName, "reviewer", { hiddenNamespaceIds: [namespaceOcid(tenancyName, "__proto__")] }),
  ],
  compartments: compartments.list,
  ...definitions,
  zprConfiguration: zprEnabled(tenancyName),
  zprPolicies: everyHostileString.map((name, index) =>
    zprPolicyOf(tenancyName, {
      name,
      description: name,
      statements: [
        `in free.key-1:${index} VCN allow '__proto__.constructor:${name}' endpoints to connect to all-endpoints`,
        `${name} ${index}`,
        `in 'free.key-1:${name.replaceAll("'", "''")} ${index}' VCN allow constructor.prototype:x endpoints to connect to '0.0.0.0/0'`,
      ],
    }),
  ),
  regions: [ashburnSeed(), newRegionDraft(tenancyName, frankfurt).seed],
  defaultPageSize: 5,
});
