import type { AshburnNetwork } from "@/emulator/seeds/acme/ashburn-network";
import { compartment } from "@/emulator/seeds/acme/compartments";
import { addCluster } from "@/emulator/seeds/builders/cluster";
import { addFileSystem, addMountTarget } from "@/emulator/seeds/builders/file-storage";
import { addLoadBalancer } from "@/emulator/seeds/builders/load-balancer";
import { addNetworkLoadBalancer } from "@/emulator/seeds/builders/network-load-balancer";
import { ocidOf, uuidOf } from "@/emulator/seeds/builders/ocid";
import { ashburn } from "@/emulator/seeds/builders/place";
import type { RegionDraft } from "@/emulator/seeds/builders/region-draft";
import { enforced, enforcedOnLoadBalancer } from "@/emulator/seeds/builders/security-attributes";
import { madeByCluster } from "@/emulator/seeds/builders/tags";

/** A cluster that was deleted so long ago that no list has it; its load balancer is still there. */
export const forgottenClusterId = ocidOf("cluster", "acme/checkout-2024", ashburn.ocidRegion);

const https = { listener: "https", port: 443, backendSet: "servers", backendPort: 8443 };

/** What people made by hand, and what deleted clusters left behind. */
export function addSharedServices(region: RegionDraft, network: AshburnNetwork): void {
  addByHand(region, network);
  addOrphans(region, network);
  addShares(region, network);
}

const addByHand = (region: RegionDraft, network: AshburnNetwork): void => {
  const compartmentId = compartment("shared-services");
  addLoadBalancer(region, {
    name: "corporate-proxy",
    compartmentId,
    subnet: network.sharedServers,
    routes: [{ ...https, listener: "proxy", port: 3128 }],
    backendIps: ["10.60.1.201", "10.60.1.202"],
    securityAttributes: enforcedOnLoadBalancer("network.zone:edge", "app.name:corporate-proxy"),
  });
  addLoadBalancer(region, {
    name: "intranet",
    compartmentId,
    subnet: network.sharedServers,
    routes: [https],
    backendIps: ["10.60.1.210"],
  });
  // In the VCN of clusters, with backends of no cluster: a possible match and no more.
  addLoadBalancer(region, { name: "status-page", compartmentId, subnet: network.prodPublic, routes: [https] });
  addLoadBalancer(region, {
    name: "intranet-next",
    compartmentId,
    subnet: network.sharedServers,
    routes: [https],
    lifecycleState: "CREATING",
  });
  addLoadBalancer(region, {
    name: "intranet-failed",
    compartmentId,
    subnet: network.sharedServers,
    routes: [],
    securityAttributes: enforced("app.name:intranet"),
    lifecycleState: "FAILED",
  });
  const targets = [{ ipAddress: "10.60.1.220" }];
  addNetworkLoadBalancer(region, {
    name: "syslog",
    compartmentId,
    subnet: network.sharedServers,
    port: 6514,
    backendPort: 6514,
    targets,
    securityAttributes: enforced("app.tier:worker"),
  });
  addNetworkLoadBalancer(region, {
    name: "ntp",
    compartmentId,
    subnet: network.sharedServers,
    port: 123,
    backendPort: 123,
    targets,
  });
};

const addOrphans = (region: RegionDraft, network: AshburnNetwork): void => {
  addLoadBalancer(region, {
    name: uuidOf("checkout-2024/checkout"),
    compartmentId: compartment("storefront"),
    subnet: network.prodLoadBalancers,
    routes: [{ listener: "TCP-443", port: 443, backendSet: "TCP-443", backendPort: 30_901 }],
    securityAttributes: enforced("oke.role:ingress"),
    systemTags: madeByCluster(forgottenClusterId),
    createdBy: forgottenClusterId,
  });
  // This one's cluster is still listed, as deleted.
  const deleted = addCluster(region, {
    name: "search-2024",
    compartmentId: compartment("storefront"),
    vcn: network.prod,
    endpointSubnet: network.prodEndpoints,
    kubernetesVersion: "v1.30.1",
    lifecycleState: "DELETED",
  });
  addNetworkLoadBalancer(region, {
    name: `search/search/${uuidOf("search-2024/search")}`,
    compartmentId: compartment("storefront"),
    subnet: network.prodLoadBalancers,
    port: 9200,
    backendPort: 32_200,
    targets: [],
    systemTags: madeByCluster(deleted.id),
    createdBy: deleted.id,
  });
};

const addShares = (region: RegionDraft, network: AshburnNetwork): void => {
  const compartmentId = compartment("shared-services");
  addMountTarget(region, {
    name: "home-directories",
    compartmentId,
    subnet: network.sharedServers,
    securityAttributes: enforced("oke.role:storage", "Data-Class.Level:internal"),
    lifecycleState: "UPDATING",
  });
  addMountTarget(region, { name: "installers", compartmentId, subnet: network.sharedServers, availabilityDomain: 2 });
  addMountTarget(region, {
    name: "old-backups",
    compartmentId,
    subnet: network.sharedServers,
    availabilityDomain: 1,
    lifecycleState: "FAILED",
  });
  addFileSystem(region, { name: "home-directories", compartmentId });
  addFileSystem(region, { name: "installers", compartmentId, availabilityDomain: 2 });
};
