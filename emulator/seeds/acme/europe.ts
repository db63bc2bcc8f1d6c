import { compartment } from "@/emulator/seeds/acme/compartments";
import { addAddon, addCluster } from "@/emulator/seeds/builders/cluster";
import { addCsiVolume, addMountTarget } from "@/emulator/seeds/builders/file-storage";
import { setKubernetesAccess } from "@/emulator/seeds/builders/kubernetes";
import { addIngressLoadBalancer, addServiceLoadBalancer } from "@/emulator/seeds/builders/load-balancer";
import { addSubnet, addVcn } from "@/emulator/seeds/builders/network";
import { addNetworkLoadBalancer } from "@/emulator/seeds/builders/network-load-balancer";
import { addNodePool, addVirtualNodePool } from "@/emulator/seeds/builders/node-pool";
import { podsIn, times } from "@/emulator/seeds/builders/node-pool-facts";
import type { RegionDraft } from "@/emulator/seeds/builders/region-draft";
import { enforced } from "@/emulator/seeds/builders/security-attributes";

const addEuropeNetwork = (region: RegionDraft) => {
  const prod = addVcn(region, {
    name: "prod-fra",
    compartmentId: compartment("network"),
    cidr: "10.110.0.0/16",
    securityAttributes: enforced("network.vcn:prod-fra"),
  });
  const trial = addVcn(region, { name: "sandbox-fra", compartmentId: compartment("sandbox"), cidr: "10.120.0.0/16" });
  return {
    prod,
    public: addSubnet(region, prod, { name: "fra-public", cidr: "10.110.0.0/24", isPublic: true }),
    endpoints: addSubnet(region, prod, { name: "fra-endpoints", cidr: "10.110.1.0/28" }),
    storage: addSubnet(region, prod, { name: "fra-storage", cidr: "10.110.3.0/26" }),
    nodes: addSubnet(region, prod, { name: "fra-nodes", cidr: "10.110.16.0/22" }),
    pods: addSubnet(region, prod, { name: "fra-pods", cidr: "10.110.64.0/18" }),
    paymentsPods: addSubnet(region, prod, { name: "fra-payments-pods", cidr: "10.110.128.0/19" }),
    trial,
    trialSubnet: addSubnet(region, trial, { name: "fra-sandbox", cidr: "10.120.1.0/24" }),
  };
};

type EuropeNetwork = ReturnType<typeof addEuropeNetwork>;

/** Frankfurt: the European shop and its payments, with partners that not everybody may know. */
export function addEurope(region: RegionDraft): void {
  const network = addEuropeNetwork(region);
  addStorefrontEu(region, network);
  addPaymentsEu(region, network);
  const trial = addCluster(region, {
    name: "sandbox-eu",
    compartmentId: compartment("sandbox"),
    vcn: network.trial,
    endpointSubnet: network.trialSubnet,
    kubernetesVersion: "v1.34.1",
  });
  addVirtualNodePool(region, {
    name: "serverless",
    cluster: trial,
    subnet: network.trialSubnet,
    podSubnet: network.trialSubnet,
    size: 3,
  });
}

const addStorefrontEu = (region: RegionDraft, network: EuropeNetwork): void => {
  const cluster = addCluster(region, {
    name: "storefront-eu",
    compartmentId: compartment("storefront"),
    vcn: network.prod,
    endpointSubnet: network.endpoints,
    serviceLbSubnets: [network.public],
    kubernetesVersion: "v1.33.1",
    securityAttributes: enforced("oke.role:endpoint", "oke.cluster:storefront-eu"),
  });
  addAddon(region, cluster, { name: "OciVcnIpNative", installed: "v3.2.0" });
  addAddon(region, cluster, { name: "NativeIngressController", installed: "v1.4.5" });
  const web = addNodePool(region, {
    name: "web",
    cluster,
    subnet: network.nodes,
    primary: enforced("oke.role:node", "oke.cluster:storefront-eu"),
    pods: podsIn(network.pods, enforced("app.tier:web", "app.name:storefront")),
    nodes: times(4),
  });
  // The reviewer cannot see the namespace partners: these attributes must not look deleted to anybody.
  addNodePool(region, {
    name: "partner-api",
    cluster,
    subnet: network.nodes,
    primary: enforced("oke.role:node", "partners.integration:parcel-carrier"),
    pods: podsIn(network.pods, enforced("app.tier:api", "partners.integration:parcel-carrier")),
    nodes: times(2),
  });
  addNodePool(region, {
    name: "recommendations",
    cluster,
    subnet: network.nodes,
    primary: enforced("oke.role:node", "fraud-lab.model:two-tower"),
    pods: podsIn(network.pods, enforced("app.tier:cache", "fraud-lab.model:two-tower")),
    nodes: [...times(2), { primary: enforced("oke.role:node") }],
  });
  addIngressLoadBalancer(region, {
    cluster,
    ingressClass: "public",
    compartmentId: compartment("storefront"),
    subnet: network.public,
    podIps: web.flatMap(({ podIps }) => podIps.slice(0, 1)),
    securityAttributes: enforced("oke.role:ingress", "network.zone:edge", "app.tier:frontend"),
  });
};

const addPaymentsEu = (region: RegionDraft, network: EuropeNetwork): void => {
  const cluster = addCluster(region, {
    name: "payments-eu",
    compartmentId: compartment("payments/production"),
    vcn: network.prod,
    endpointSubnet: network.endpoints,
    serviceLbSubnets: [network.public],
    kubernetesVersion: "v1.34.1",
    securityAttributes: enforced("oke.role:endpoint", "pci.scope:cde"),
  });
  addAddon(region, cluster, { name: "OciVcnIpNative", installed: "v3.3.0" });
  const gateway = addNodePool(region, {
    name: "gateway",
    cluster,
    subnet: network.nodes,
    primary: enforced("oke.role:node", "pci.scope:cde"),
    pods: podsIn(network.paymentsPods, enforced("app.tier:api", "pci.scope:cde", "Data-Class.Residency:eu")),
    nodes: times(3),
  });
  addNodePool(region, {
    name: "reporting",
    cluster,
    subnet: network.nodes,
    compartmentId: compartment("payments"),
    pods: podsIn(network.paymentsPods),
    nodes: times(2),
  });
  addServiceLoadBalancer(region, {
    cluster,
    namespace: "gateway",
    service: "public",
    subnet: network.public,
    backendIps: gateway.map(({ privateIp }) => privateIp),
    securityAttributes: enforced("oke.role:ingress", "network.zone:edge", "pci.scope:connected-to"),
  });
  addNetworkLoadBalancer(region, {
    name: "hsm-eu",
    compartmentId: compartment("payments/production"),
    subnet: network.storage,
    port: 1500,
    backendPort: 1500,
    targets: [{ ipAddress: "10.110.3.60" }],
    securityAttributes: enforced("pci.segment:hsm", "pci.scope:cde", "app.name:hsm"),
  });
  addCsiVolume(region, {
    cluster,
    claim: "gateway/receipts",
    subnet: network.storage,
    securityAttributes: enforced("oke.role:storage", "Data-Class.Residency:eu"),
  });
  // Its endpoint is private, and no route leads there from where the console is.
  setKubernetesAccess(region, cluster.id, "reset");
  addMountTarget(region, { name: "chargebacks", compartmentId: compartment("payments"), subnet: network.storage });
};
