import type * as networkloadbalancer from "oci-networkloadbalancer";
import { addServiceObject, serviceUidOf } from "@/emulator/seeds/builders/kubernetes";
import type { ServiceFacts } from "@/emulator/seeds/builders/load-balancer";
import { type Subnet, takeAddress } from "@/emulator/seeds/builders/network";
import { momentOf } from "@/emulator/seeds/builders/ocid";
import { regionalOcid, type RegionDraft } from "@/emulator/seeds/builders/region-draft";
import type { SecurityAttributeMap } from "@/emulator/seeds/builders/security-attributes";
import { createdBy, type DefinedTags, madeByCluster } from "@/emulator/seeds/builders/tags";
import type { Wire } from "@/emulator/wire";

type NetworkLoadBalancer = Wire<networkloadbalancer.models.NetworkLoadBalancer>;

/** A backend of a network load balancer is known by its address, by the resource it belongs to, or both. */
type Target = { readonly ipAddress: string; readonly targetId?: string };

type NetworkLoadBalancerFacts = {
  readonly name: string;
  readonly compartmentId: string;
  readonly subnet: Subnet;
  readonly port: number;
  readonly backendPort: number;
  readonly targets: readonly Target[];
  readonly securityAttributes?: SecurityAttributeMap;
  readonly systemTags?: DefinedTags;
  readonly createdBy?: string;
  readonly freeformTags?: { readonly [key: string]: string };
  readonly lifecycleState?: NetworkLoadBalancer["lifecycleState"];
};

const backendSetOf = (name: string, facts: NetworkLoadBalancerFacts): Wire<networkloadbalancer.models.BackendSet> => ({
  name,
  policy: "FIVE_TUPLE",
  isPreserveSource: false,
  isFailOpen: false,
  isInstantFailoverEnabled: false,
  isInstantFailoverTcpResetEnabled: true,
  areOperationallyActiveBackendsPreferred: false,
  ipVersion: "IPV4",
  backends: facts.targets.map(({ ipAddress, targetId }) => ({
    name: `${ipAddress}:${facts.backendPort}`,
    ipAddress,
    targetId: targetId ?? null,
    port: facts.backendPort,
    weight: 1,
    isDrain: false,
    isBackup: false,
    isOffline: false,
  })),
  healthChecker: {
    protocol: "HTTP",
    port: 10256,
    retries: 3,
    timeoutInMillis: 3000,
    intervalInMillis: 10_000,
    urlPath: "/healthz",
    responseBodyRegex: "",
    returnCode: 200,
    requestData: null,
    responseData: null,
    dns: null,
  },
});

/** A network load balancer as somebody made it by hand. */
export function addNetworkLoadBalancer(region: RegionDraft, facts: NetworkLoadBalancerFacts): NetworkLoadBalancer {
  const timeCreated = momentOf(`nlb ${facts.name}`);
  const isPrivate = facts.subnet.prohibitPublicIpOnVnic !== false;
  const name = `TCP-${facts.port}`;
  const id = regionalOcid(region, "networkloadbalancer", facts.name);
  const privateIp = {
    ipAddress: takeAddress(region, facts.subnet),
    isPublic: false,
    ipVersion: "IPV4" as const,
    reservedIp: null,
  };
  const publicIp = {
    ...privateIp,
    ipAddress: `192.0.2.${(id.charCodeAt(50) * 7 + id.charCodeAt(60)) % 250}`,
    isPublic: true,
  };
  const networkLoadBalancer: NetworkLoadBalancer = {
    id,
    compartmentId: facts.compartmentId,
    displayName: facts.name,
    lifecycleState: facts.lifecycleState ?? "ACTIVE",
    lifecycleDetails: null,
    nlbIpVersion: "IPV4",
    timeCreated,
    timeUpdated: timeCreated,
    ipAddresses: isPrivate ? [privateIp] : [publicIp, privateIp],
    isPrivate,
    isPreserveSourceDestination: false,
    isSymmetricHashEnabled: false,
    subnetId: facts.subnet.id,
    networkSecurityGroupIds: [],
    listeners: {
      [name]: {
        name,
        defaultBackendSetName: name,
        port: facts.port,
        protocol: "TCP",
        ipVersion: "IPV4",
        isPpv2Enabled: false,
        tcpIdleTimeout: 360,
        udpIdleTimeout: null,
        l3IpIdleTimeout: null,
      },
    },
    backendSets: { [name]: backendSetOf(name, facts) },
    freeformTags: { ...facts.freeformTags },
    securityAttributes: facts.securityAttributes ?? {},
    definedTags: createdBy(facts.createdBy ?? `default/network@${region.tenancyName}.example`, timeCreated),
    systemTags: facts.systemTags ?? {},
  };
  region.seed.networkLoadBalancers.push(networkLoadBalancer);
  return networkLoadBalancer;
}

type ServiceNetworkFacts = Omit<ServiceFacts, "backendIps"> & {
  readonly targets: readonly Target[];
  readonly lifecycleState?: NetworkLoadBalancer["lifecycleState"];
};

/** The network load balancer of a Service: named `namespace/service/UID`, with the cluster's tags. */
export function addServiceNetworkLoadBalancer(region: RegionDraft, facts: ServiceNetworkFacts): NetworkLoadBalancer {
  const networkLoadBalancer = addNetworkLoadBalancer(region, {
    name: `${facts.namespace}/${facts.service}/${serviceUidOf(facts)}`,
    compartmentId: facts.compartmentId ?? facts.cluster.compartmentId,
    subnet: facts.subnet,
    port: facts.port ?? 443,
    backendPort: facts.backendPort ?? 31_443,
    targets: facts.targets,
    systemTags:
      facts.hasSystemTag === false
        ? {}
        : { "orcl-cloud": { "free-tier-retained": "false" }, ...madeByCluster(facts.cluster.id) },
    createdBy: facts.cluster.id,
    freeformTags: { cluster: facts.cluster.name },
    ...(facts.securityAttributes !== undefined && { securityAttributes: facts.securityAttributes }),
    ...(facts.lifecycleState !== undefined && { lifecycleState: facts.lifecycleState }),
  });
  if (facts.isServiceGone !== true) {
    addServiceObject(region, {
      ...facts,
      port: facts.port ?? 443,
      nodePort: facts.backendPort ?? 31_443,
      ipAddresses: networkLoadBalancer.ipAddresses.flatMap(({ ipAddress }) => ipAddress ?? []),
      isNetwork: true,
      stored: facts.securityAttributes,
      declared: facts.declared,
    });
  }
  return networkLoadBalancer;
}
