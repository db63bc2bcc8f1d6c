import { compartment } from "@/emulator/seeds/acme/compartments";
import { addSubnet, addVcn } from "@/emulator/seeds/builders/network";
import { addDrg, addLocalPeering, addLonelyGateway } from "@/emulator/seeds/builders/peering";
import type { RegionDraft } from "@/emulator/seeds/builders/region-draft";
import { enforced } from "@/emulator/seeds/builders/security-attributes";

/** The VCNs and subnets of Ashburn. */
export function addAshburnNetwork(region: RegionDraft) {
  const prod = addVcn(region, {
    name: "prod-iad",
    compartmentId: compartment("network"),
    cidr: "10.10.0.0/16",
    securityAttributes: enforced("network.vcn:prod-iad"),
  });
  const cardholder = addVcn(region, {
    name: "cardholder-iad",
    compartmentId: compartment("network"),
    cidr: "10.40.0.0/16",
    securityAttributes: enforced("network.vcn:cardholder-iad"),
    isZprOnly: true,
  });
  // No attribute: every policy for what is in here matches nothing.
  const nonprod = addVcn(region, { name: "nonprod-iad", compartmentId: compartment("network"), cidr: "10.20.0.0/16" });
  const data = addVcn(region, {
    name: "data-iad",
    compartmentId: compartment("data"),
    cidr: "10.30.0.0/16",
    securityAttributes: enforced("zpr-cni.sensitivity:42"),
  });
  const legacy = addVcn(region, {
    name: "legacy-iad",
    compartmentId: compartment("network"),
    cidr: "10.50.0.0/16",
    securityAttributes: enforced("legacy-net.segment:core"),
  });
  // No cluster is in here.
  const shared = addVcn(region, {
    name: "shared-iad",
    compartmentId: compartment("shared-services"),
    cidr: "10.60.0.0/16",
  });
  addLocalPeering(region, prod, cardholder);
  addDrg(region, "hub-iad", [prod, data, shared]);
  // Nothing leads to legacy-iad any more, nor from cardholder-iad to data-iad.
  addLonelyGateway(region, legacy, "legacy-iad-to-old-dc", "REVOKED");
  return {
    prod,
    prodPublic: addSubnet(region, prod, { name: "prod-public", cidr: "10.10.0.0/24", isPublic: true }),
    prodEndpoints: addSubnet(region, prod, { name: "prod-endpoints", cidr: "10.10.1.0/28" }),
    prodLoadBalancers: addSubnet(region, prod, { name: "prod-load-balancers", cidr: "10.10.2.0/24" }),
    prodNodes: addSubnet(region, prod, { name: "prod-nodes", cidr: "10.10.16.0/22" }),
    prodPods: addSubnet(region, prod, { name: "prod-pods", cidr: "10.10.64.0/18" }),
    storefrontLoadBalancers: addSubnet(region, prod, { name: "storefront-load-balancers", cidr: "10.10.4.0/24" }),
    observabilityPods: addSubnet(region, prod, { name: "observability-pods", cidr: "10.10.128.0/19" }),
    prodStorage: addSubnet(region, prod, { name: "prod-storage", cidr: "10.10.3.0/26" }),
    cardholder,
    cardholderEndpoints: addSubnet(region, cardholder, { name: "cardholder-endpoints", cidr: "10.40.1.0/28" }),
    cardholderEdge: addSubnet(region, cardholder, { name: "cardholder-edge", cidr: "10.40.0.0/26", isPublic: true }),
    cardholderInternal: addSubnet(region, cardholder, { name: "cardholder-internal-lb", cidr: "10.40.2.0/26" }),
    cardholderNodes: addSubnet(region, cardholder, { name: "cardholder-nodes", cidr: "10.40.16.0/24" }),
    cardholderPods: addSubnet(region, cardholder, { name: "cardholder-pods", cidr: "10.40.64.0/20" }),
    cardholderStorage: addSubnet(region, cardholder, { name: "cardholder-storage", cidr: "10.40.80.0/24" }),
    nonprod,
    nonprodEndpoints: addSubnet(region, nonprod, { name: "nonprod-endpoints", cidr: "10.20.1.0/28" }),
    nonprodPublic: addSubnet(region, nonprod, { name: "nonprod-public", cidr: "10.20.0.0/26", isPublic: true }),
    nonprodNodes: addSubnet(region, nonprod, { name: "nonprod-nodes", cidr: "10.20.16.0/22" }),
    nonprodPods: addSubnet(region, nonprod, { name: "nonprod-pods", cidr: "10.20.64.0/18" }),
    data,
    dataEndpoints: addSubnet(region, data, { name: "data-endpoints", cidr: "10.30.1.0/28" }),
    dataNodes: addSubnet(region, data, { name: "data-nodes", cidr: "10.30.16.0/22" }),
    dataPods: addSubnet(region, data, { name: "data-pods", cidr: "10.30.64.0/18" }),
    dataStorage: addSubnet(region, data, { name: "data-storage", cidr: "10.30.2.0/26" }),
    shared,
    sharedServers: addSubnet(region, shared, { name: "shared-servers", cidr: "10.60.1.0/24" }),
    legacy,
    legacyServers: addSubnet(region, legacy, { name: "legacy-servers", cidr: "10.50.1.0/24" }),
    legacyPods: addSubnet(region, legacy, { name: "legacy-pods", cidr: "10.50.8.0/21" }),
  };
}

export type AshburnNetwork = ReturnType<typeof addAshburnNetwork>;
