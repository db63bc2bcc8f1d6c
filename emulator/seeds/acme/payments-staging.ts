import type { AshburnNetwork } from "@/emulator/seeds/acme/ashburn-network";
import { compartment } from "@/emulator/seeds/acme/compartments";
import { addAddon, addCluster } from "@/emulator/seeds/builders/cluster";
import { addServiceEvent, addServiceObject } from "@/emulator/seeds/builders/kubernetes";
import { addServiceLoadBalancer } from "@/emulator/seeds/builders/load-balancer";
import { addNodePool } from "@/emulator/seeds/builders/node-pool";
import { podsIn, times } from "@/emulator/seeds/builders/node-pool-facts";
import type { RegionDraft } from "@/emulator/seeds/builders/region-draft";
import { enforced } from "@/emulator/seeds/builders/security-attributes";

/** Payments in staging: nothing protected yet but one pool, and that one in a VCN without an attribute. */
export function addPaymentsStaging(region: RegionDraft, network: AshburnNetwork): void {
  const cluster = addCluster(region, {
    name: "payments-staging",
    compartmentId: compartment("payments/staging"),
    vcn: network.nonprod,
    endpointSubnet: network.nonprodEndpoints,
    serviceLbSubnets: [network.nonprodPublic],
    kubernetesVersion: "v1.34.1",
  });
  addAddon(region, cluster, { name: "OciVcnIpNative", installed: "v3.3.0" });
  const general = addNodePool(region, {
    name: "general",
    cluster,
    subnet: network.nonprodNodes,
    pods: podsIn(network.nonprodPods),
    nodes: times(3),
  });
  addNodePool(region, {
    name: "canary",
    cluster,
    subnet: network.nonprodNodes,
    primary: enforced("oke.role:node", "app.environment:staging"),
    pods: podsIn(network.nonprodPods),
    nodes: times(2),
  });
  addNodePool(region, {
    name: "load-test",
    cluster,
    subnet: network.nonprodNodes,
    pods: podsIn(network.nonprodPods, enforced("app.tier:web")),
    nodes: [
      {},
      { lifecycleState: "CREATING" },
      { lifecycleState: "FAILING", error: "Out of host capacity." },
      { lifecycleState: "DELETED" },
    ],
    lifecycleState: "UPDATING",
  });
  addServiceLoadBalancer(region, {
    cluster,
    namespace: "gateway",
    service: "public",
    subnet: network.nonprodPublic,
    backendIps: general.map(({ privateIp }) => privateIp),
    // A key that was deleted: the service refuses it.
    declared: enforced("app.squad:payments"),
  });
  // A preview whose load balancer was never made.
  const preview = { cluster, namespace: "preview", service: "pr-481" };
  addServiceObject(region, {
    ...preview,
    port: 443,
    nodePort: 31_481,
    ipAddresses: [],
    isNetwork: false,
    stored: undefined,
    declared: enforced("app.tier:web"),
  });
  addServiceEvent(region, {
    ...preview,
    type: "Warning",
    reason: "SyncLoadBalancerFailed",
    message:
      "Error syncing load balancer: failed to ensure load balancer: creating load balancer: Error returned by LoadBalancer Service. Http Status Code: 400. Error Code: LimitExceeded. Message: The following service limits were exceeded: lb-flexible-count.",
    count: 12,
  });
  addServiceEvent(region, {
    cluster,
    namespace: "gateway",
    service: "public",
    type: "Warning",
    reason: "SyncLoadBalancerFailed",
    message:
      "Error syncing load balancer: failed to ensure load balancer: Error returned by the service. Http Status Code: 400. Error Code: InvalidParameter. Message: Invalid tags",
    count: 4,
  });
}
