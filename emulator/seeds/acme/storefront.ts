import type { AshburnNetwork } from "@/emulator/seeds/acme/ashburn-network";
import { compartment } from "@/emulator/seeds/acme/compartments";
import { addAddon, addCluster, type Cluster } from "@/emulator/seeds/builders/cluster";
import { addServiceEvent } from "@/emulator/seeds/builders/kubernetes";
import {
  addIngressLoadBalancer,
  addLoadBalancer,
  addServiceLoadBalancer,
} from "@/emulator/seeds/builders/load-balancer";
import { addServiceNetworkLoadBalancer } from "@/emulator/seeds/builders/network-load-balancer";
import type { MadeNode } from "@/emulator/seeds/builders/node";
import { addNodePool, addVirtualNodePool } from "@/emulator/seeds/builders/node-pool";
import { podsIn, times } from "@/emulator/seeds/builders/node-pool-facts";
import type { RegionDraft } from "@/emulator/seeds/builders/region-draft";
import { enforced } from "@/emulator/seeds/builders/security-attributes";

/** The shop in production: an endpoint with all five attributes, the native ingress controller, virtual nodes. */
export function addStorefront(region: RegionDraft, network: AshburnNetwork): void {
  const cluster = addCluster(region, {
    name: "storefront-prod",
    compartmentId: compartment("storefront"),
    vcn: network.prod,
    endpointSubnet: network.prodEndpoints,
    serviceLbSubnets: [network.prodPublic, network.storefrontLoadBalancers],
    kubernetesVersion: "v1.33.1",
    securityAttributes: enforced(
      "oke.role:endpoint",
      "oke.cluster:storefront-prod",
      "app.environment:prod",
      "app.name:storefront",
      "network.zone:app",
    ),
    freeformTags: { team: "storefront", terraform: "clusters/storefront" },
  });
  addAddon(region, cluster, { name: "OciVcnIpNative", version: "v3.2.0", installed: "v3.2.0" });
  addAddon(region, cluster, { name: "NativeIngressController", installed: "v1.4.5" });
  addAddon(region, cluster, { name: "CertManager", installed: "v1.17.2" });
  const pools = addPools(region, network, cluster);
  addVirtualNodePool(region, {
    name: "burst",
    cluster,
    subnet: network.prodNodes,
    podSubnet: network.prodPods,
    size: 2,
  });
  addLoadBalancers(region, network, cluster, pools);
}

type Pools = { readonly web: readonly MadeNode[]; readonly checkout: readonly MadeNode[] };

const addPools = (region: RegionDraft, network: AshburnNetwork, cluster: Cluster): Pools => {
  const web = addNodePool(region, {
    name: "web",
    cluster,
    subnet: network.prodNodes,
    primary: enforced("oke.role:node", "oke.cluster:storefront-prod"),
    pods: podsIn(network.prodPods, enforced("app.tier:web", "app.name:storefront")),
    nodes: times(6),
  });
  // The validator of app.tier was added after these values were set: frontend is not among its values.
  const checkout = addNodePool(region, {
    name: "checkout",
    cluster,
    subnet: network.prodNodes,
    primary: enforced("oke.role:node"),
    pods: podsIn(network.prodPods, enforced("app.tier:frontend", "app.name:checkout")),
    nodes: times(4),
  });
  // Pods protected, nodes not.
  addNodePool(region, {
    name: "search",
    cluster,
    subnet: network.prodNodes,
    pods: podsIn(
      network.prodPods,
      enforced("app.tier:api", "app.owner:search@acme.example", "campaigns.season:winter"),
    ),
    nodes: times(3),
  });
  return { web, checkout };
};

const addLoadBalancers = (
  region: RegionDraft,
  network: AshburnNetwork,
  cluster: Cluster,
  { web, checkout }: Pools,
): void => {
  const podIps = (nodes: readonly MadeNode[]) => nodes.flatMap((node) => node.podIps.slice(0, 1));
  addIngressLoadBalancer(region, {
    cluster,
    ingressClass: "public",
    compartmentId: compartment("network"),
    subnet: network.prodPublic,
    podIps: podIps(web),
    securityAttributes: enforced("oke.role:ingress", "network.zone:edge"),
  });
  addIngressLoadBalancer(region, {
    cluster,
    ingressClass: "internal",
    compartmentId: compartment("storefront"),
    subnet: network.storefrontLoadBalancers,
    podIps: podIps(checkout),
  });
  addServiceLoadBalancer(region, {
    cluster,
    namespace: "checkout",
    service: "checkout-api",
    subnet: network.storefrontLoadBalancers,
    backendIps: checkout.map(({ privateIp }) => privateIp),
    securityAttributes: enforced("oke.role:ingress", "legacy-net.segment:dmz"),
    // The second one was set on the load balancer itself.
    declared: enforced("oke.role:ingress"),
  });
  // Made by a Service with workload identity: no system tag, and CreatedBy still names the cluster.
  addServiceNetworkLoadBalancer(region, {
    cluster,
    namespace: "web",
    service: "assets",
    subnet: network.prodPublic,
    targets: web.map(({ privateIp, instanceId }) => ({ ipAddress: privateIp, targetId: instanceId })),
    hasSystemTag: false,
    // Annotated a moment ago.
    declared: enforced("app.tier:web"),
  });
  addServiceEvent(region, {
    cluster,
    namespace: "web",
    service: "assets",
    type: "Normal",
    reason: "EnsuringLoadBalancer",
    message: "Ensuring load balancer",
  });
  // By hand in front of the web nodes: only the addresses of its backends say which cluster it serves.
  addLoadBalancer(region, {
    name: "storefront-canary",
    compartmentId: compartment("storefront"),
    subnet: network.storefrontLoadBalancers,
    routes: [{ listener: "https", port: 443, backendSet: "canary", backendPort: 31_800 }],
    backendIps: web.slice(0, 2).map(({ privateIp }) => privateIp),
    securityAttributes: enforced("app.name:storefront-canary", "app.tier:web"),
  });
};
