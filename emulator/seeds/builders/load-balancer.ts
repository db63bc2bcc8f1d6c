import type * as loadbalancer from "oci-loadbalancer";
import type { Cluster } from "@/emulator/seeds/builders/cluster";
import {
  addIngressClassObject,
  addServiceObject,
  type Declared,
  serviceUidOf,
} from "@/emulator/seeds/builders/kubernetes";
import { type Subnet, takeAddress } from "@/emulator/seeds/builders/network";
import { momentOf, uuidOf } from "@/emulator/seeds/builders/ocid";
import { regionalOcid, type RegionDraft } from "@/emulator/seeds/builders/region-draft";
import type { SecurityAttributeMap } from "@/emulator/seeds/builders/security-attributes";
import { createdBy, type DefinedTags, madeByCluster } from "@/emulator/seeds/builders/tags";
import type { Wire } from "@/emulator/wire";

type LoadBalancer = Wire<loadbalancer.models.LoadBalancer>;
type BackendSet = Wire<loadbalancer.models.BackendSet>;
type Listener = Wire<loadbalancer.models.Listener>;

/** A listener with the backend set behind it. */
export type Route = {
  readonly listener: string;
  readonly port: number;
  readonly backendSet: string;
  readonly backendPort: number;
};

type LoadBalancerFacts = {
  readonly name: string;
  /** What the OCID is made of; the name when not said. */
  readonly identity?: string;
  readonly compartmentId: string;
  readonly subnet: Subnet;
  readonly routes: readonly Route[];
  /** Backend sets without a listener of their own, with no backends. */
  readonly emptyBackendSets?: readonly string[];
  readonly backendIps?: readonly string[];
  readonly securityAttributes?: SecurityAttributeMap;
  readonly systemTags?: DefinedTags;
  readonly createdBy?: string;
  readonly freeformTags?: { readonly [key: string]: string };
  readonly lifecycleState?: LoadBalancer["lifecycleState"];
};

const backendSetOf = (name: string, backendPort: number, backendIps: readonly string[]): BackendSet => ({
  name,
  policy: "ROUND_ROBIN",
  backends: backendIps.map((ipAddress) => ({
    name: `${ipAddress}:${backendPort}`,
    ipAddress,
    port: backendPort,
    weight: 1,
    maxConnections: null,
    drain: false,
    backup: false,
    offline: false,
  })),
  backendMaxConnections: null,
  healthChecker: {
    protocol: "HTTP",
    urlPath: "/healthz",
    port: 10256,
    returnCode: 200,
    retries: 3,
    timeoutInMillis: 3000,
    intervalInMillis: 10_000,
    responseBodyRegex: ".*",
    isForcePlainText: false,
  },
  sslConfiguration: null,
  sessionPersistenceConfiguration: null,
  lbCookieSessionPersistenceConfiguration: null,
});

const listenerOf = (route: Route): Listener => ({
  name: route.listener,
  defaultBackendSetName: route.backendSet,
  port: route.port,
  protocol: "TCP",
  hostnameNames: null,
  pathRouteSetName: null,
  sslConfiguration: null,
  connectionConfiguration: {
    idleTimeout: 300,
    backendTcpProxyProtocolVersion: null,
    backendTcpProxyProtocolOptions: null,
  },
  ruleSetNames: [],
  routingPolicyName: null,
});

const addressesOf = (
  region: RegionDraft,
  facts: LoadBalancerFacts,
  id: string,
): NonNullable<LoadBalancer["ipAddresses"]> => {
  const isPublic = facts.subnet.prohibitPublicIpOnVnic === false;
  const ipAddress = isPublic
    ? `198.51.100.${(id.charCodeAt(45) * 7 + id.charCodeAt(50)) % 250}`
    : takeAddress(region, facts.subnet);
  return [{ ipAddress, isPublic, reservedIp: null }];
};

/** A load balancer as somebody made it by hand; the others below are this with the marks of their makers. */
export function addLoadBalancer(region: RegionDraft, facts: LoadBalancerFacts): LoadBalancer {
  const identity = facts.identity ?? facts.name;
  const timeCreated = momentOf(`lb ${identity}`);
  const id = regionalOcid(region, "loadbalancer", identity);
  const backendSets = [
    ...facts.routes.map((route) => backendSetOf(route.backendSet, route.backendPort, facts.backendIps ?? [])),
    ...(facts.emptyBackendSets ?? []).map((name) => backendSetOf(name, 0, [])),
  ];
  const loadBalancer: LoadBalancer = {
    id,
    compartmentId: facts.compartmentId,
    displayName: facts.name,
    lifecycleState: facts.lifecycleState ?? "ACTIVE",
    timeCreated,
    ipAddresses: addressesOf(region, facts, id),
    shapeName: "flexible",
    shapeDetails: { minimumBandwidthInMbps: 10, maximumBandwidthInMbps: 100 },
    isPrivate: facts.subnet.prohibitPublicIpOnVnic !== false,
    isDeleteProtectionEnabled: null,
    isRequestIdEnabled: null,
    requestIdHeader: null,
    subnetIds: [facts.subnet.id],
    networkSecurityGroupIds: [],
    listeners: Object.fromEntries(facts.routes.map((route) => [route.listener, listenerOf(route)])),
    hostnames: {},
    sslCipherSuites: {},
    certificates: {},
    backendSets: Object.fromEntries(backendSets.map((set) => [set.name, set])),
    pathRouteSets: {},
    freeformTags: { ...facts.freeformTags },
    definedTags: createdBy(facts.createdBy ?? `default/network@${region.tenancyName}.example`, timeCreated),
    securityAttributes: facts.securityAttributes ?? {},
    systemTags: facts.systemTags ?? {},
    ruleSets: {},
    routingPolicies: {},
    ipMode: "IPV4",
  };
  region.seed.loadBalancers.push(loadBalancer);
  return loadBalancer;
}

export type ServiceFacts = {
  readonly cluster: Cluster;
  readonly namespace: string;
  readonly service: string;
  readonly subnet: Subnet;
  readonly backendIps: readonly string[];
  readonly securityAttributes?: SecurityAttributeMap;
  /** When the Service's annotation names another compartment than the cluster's. */
  readonly compartmentId?: string;
  readonly port?: number;
  readonly backendPort?: number;
  /** False where the Service uses workload identity: then the cluster puts no system tag. */
  readonly hasSystemTag?: boolean;
  /** The Service's annotation, where it is not what the load balancer carries. */
  readonly declared?: Declared;
  /** The Service was deleted and its load balancer stayed. */
  readonly isServiceGone?: boolean;
};

/** The load balancer of a Service: named by the Service's UID, with the cluster's tags. */
export function addServiceLoadBalancer(region: RegionDraft, facts: ServiceFacts): LoadBalancer {
  const port = facts.port ?? 443;
  const loadBalancer = addLoadBalancer(region, {
    name: serviceUidOf(facts),
    compartmentId: facts.compartmentId ?? facts.cluster.compartmentId,
    subnet: facts.subnet,
    routes: [{ listener: `TCP-${port}`, port, backendSet: `TCP-${port}`, backendPort: facts.backendPort ?? 30_443 }],
    backendIps: facts.backendIps,
    systemTags:
      facts.hasSystemTag === false
        ? {}
        : { ...madeByCluster(facts.cluster.id), "orcl-cloud": { "free-tier-retained": "false" } },
    createdBy: facts.cluster.id,
    freeformTags: { cluster: facts.cluster.name },
    ...(facts.securityAttributes !== undefined && { securityAttributes: facts.securityAttributes }),
  });
  if (facts.isServiceGone !== true) {
    addServiceObject(region, {
      ...facts,
      port,
      nodePort: facts.backendPort ?? 30_443,
      ipAddresses: (loadBalancer.ipAddresses ?? []).map(({ ipAddress }) => ipAddress),
      isNetwork: false,
      stored: facts.securityAttributes,
      declared: facts.declared,
    });
  }
  return loadBalancer;
}

type IngressFacts = {
  readonly cluster: Cluster;
  readonly ingressClass: string;
  readonly compartmentId: string;
  readonly subnet: Subnet;
  readonly podIps: readonly string[];
  readonly securityAttributes?: SecurityAttributeMap;
  readonly declared?: Declared;
};

/** The load balancer of the native ingress controller: no tag of the cluster, pods as backends. */
export function addIngressLoadBalancer(region: RegionDraft, facts: IngressFacts): LoadBalancer {
  const backendSet = `bs_${uuidOf(`${facts.cluster.id}/${facts.ingressClass}`).replaceAll("-", "").slice(0, 15)}`;
  const loadBalancer = addLoadBalancer(region, {
    name: `k8s-${facts.ingressClass}`,
    identity: `${facts.cluster.name}/k8s-${facts.ingressClass}`,
    compartmentId: facts.compartmentId,
    subnet: facts.subnet,
    routes: [{ listener: "route_443", port: 443, backendSet, backendPort: 8080 }],
    emptyBackendSets: ["default_ingress"],
    backendIps: facts.podIps,
    createdBy: `default/platform@${region.tenancyName}.example`,
    ...(facts.securityAttributes !== undefined && { securityAttributes: facts.securityAttributes }),
  });
  addIngressClassObject(region, {
    cluster: facts.cluster,
    name: facts.ingressClass,
    loadBalancerId: loadBalancer.id,
    stored: facts.securityAttributes,
    declared: facts.declared,
  });
  return loadBalancer;
}
