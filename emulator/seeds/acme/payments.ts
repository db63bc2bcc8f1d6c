import type { AshburnNetwork } from "@/emulator/seeds/acme/ashburn-network";
import { compartment } from "@/emulator/seeds/acme/compartments";
import { addAddon, addCluster, type Cluster } from "@/emulator/seeds/builders/cluster";
import { addCsiVolume, addFileSystem, addMountTarget } from "@/emulator/seeds/builders/file-storage";
import { addServiceEvent, serviceAnnotation } from "@/emulator/seeds/builders/kubernetes";
import { addServiceLoadBalancer } from "@/emulator/seeds/builders/load-balancer";
import { addServiceNetworkLoadBalancer } from "@/emulator/seeds/builders/network-load-balancer";
import type { MadeNode } from "@/emulator/seeds/builders/node";
import { addNodePool } from "@/emulator/seeds/builders/node-pool";
import { podsIn, podsOn, times } from "@/emulator/seeds/builders/node-pool-facts";
import type { RegionDraft } from "@/emulator/seeds/builders/region-draft";
import { audited, enforced, enforcedOnLoadBalancer } from "@/emulator/seeds/builders/security-attributes";

/** Payments in production: the cluster that everybody looks at first. */
export function addPayments(region: RegionDraft, network: AshburnNetwork): void {
  const cluster = addCluster(region, {
    name: "payments-prod",
    compartmentId: compartment("payments/production"),
    vcn: network.cardholder,
    endpointSubnet: network.cardholderEndpoints,
    serviceLbSubnets: [network.cardholderInternal],
    kubernetesVersion: "v1.33.1",
    upgrades: ["v1.34.1"],
    securityAttributes: enforced("oke.role:endpoint", "pci.scope:cde", "app.name:payments"),
  });
  addAddon(region, cluster, { name: "OciVcnIpNative", installed: "v3.3.0" });
  addAddon(region, cluster, { name: "CoreDNS", installed: "v1.11.3" });
  addAddon(region, cluster, { name: "KubeProxy", version: "v1.33.1", installed: "v1.33.1" });
  const gateway = addGateway(region, network, cluster);
  const ledger = addLedger(region, network, cluster);
  addSettlementAndVault(region, network, cluster);
  addServices(region, network, { cluster, gateway, ledger });
}

// Seven of the twelve nodes were replaced since the pool's attributes were changed.
const addGateway = (region: RegionDraft, network: AshburnNetwork, cluster: Cluster) =>
  addNodePool(region, {
    name: "gateway",
    cluster,
    subnet: network.cardholderNodes,
    labels: { workload: "gateway" },
    primary: enforced("oke.role:node", "pci.scope:cde"),
    pods: podsIn(network.cardholderPods, enforced("app.tier:api", "app.name:payments-gateway", "pci.scope:cde")),
    nodes: [
      ...times(7, { launchedAt: "2026-09-18T06:40:00.000Z" }),
      ...times(5, {
        launchedAt: "2026-02-03T09:12:00.000Z",
        primary: enforced("oke.role:node"),
        secondary: enforced("app.tier:api"),
      }),
    ],
  });

// OKE wants one set on all secondary VNICs of a pool; these two disagree.
const addLedger = (region: RegionDraft, network: AshburnNetwork, cluster: Cluster) =>
  addNodePool(region, {
    name: "ledger",
    cluster,
    subnet: network.cardholderNodes,
    primary: enforced("oke.role:node", "pci.scope:cde"),
    pods: podsOn(
      {
        displayName: "ledger-pods",
        subnet: network.cardholderPods,
        applicationResources: ["ledger"],
        securityAttributes: enforced("app.tier:worker", "data-class.level:restricted"),
      },
      {
        displayName: "ledger-storage",
        subnet: network.cardholderStorage,
        ipCount: 4,
        applicationResources: ["storage"],
        securityAttributes: enforced("app.tier:worker"),
      },
    ),
    nodes: times(4),
  });

const addSettlementAndVault = (region: RegionDraft, network: AshburnNetwork, cluster: Cluster): void => {
  addNodePool(region, {
    name: "settlement",
    cluster,
    subnet: network.cardholderNodes,
    primary: enforced(
      "oke.role:node",
      "oke.cluster:payments-prod",
      "pci.scope:cde",
      "pci.segment:settlement",
      "app.environment:prod",
    ),
    pods: podsIn(network.cardholderPods, enforced("app.tier:batch", "pci.scope:cde")),
    nodes: [
      { launchedAt: "2026-03-11T14:00:00.000Z" },
      // Edited on the VNIC itself, past the pool.
      { launchedAt: "2026-06-20T08:30:00.000Z", primary: enforced("oke.role:node", "app.name:debug-session") },
      {
        extraVnic: {
          name: "packet-capture",
          subnet: network.cardholderInternal,
          securityAttributes: enforced("network.zone:edge"),
        },
      },
    ],
    lifecycleState: "NEEDS_ATTENTION",
    lifecycleDetails: "1 node could not be drained in the eviction grace period.",
  });
  addNodePool(region, {
    name: "vault",
    cluster,
    subnet: network.cardholderNodes,
    primary: enforced("oke.role:node", "pci.scope:cde", "treasury.desk:fx"),
    pods: podsIn(network.cardholderPods, audited("observability.signal:full")),
    nodes: [{}, { securityAttributesState: "UPDATING" }],
  });
};

// Somebody forgot the last bracket.
const malformed = '{"app":{"tier":{"value":"api","mode":"enforce"}}';

type Made = { readonly cluster: Cluster; readonly gateway: readonly MadeNode[]; readonly ledger: readonly MadeNode[] };

const addServices = (region: RegionDraft, network: AshburnNetwork, { cluster, gateway, ledger }: Made): void => {
  const targets = ledger.map(({ privateIp, instanceId }) => ({ ipAddress: privateIp, targetId: instanceId }));
  // In the network team's compartment, and with more attributes than Oracle's limits page gives a load balancer.
  addServiceLoadBalancer(region, {
    cluster,
    namespace: "gateway",
    service: "public",
    compartmentId: compartment("network"),
    subnet: network.cardholderEdge,
    backendIps: gateway.map(({ privateIp }) => privateIp),
    securityAttributes: enforcedOnLoadBalancer(
      "oke.role:ingress",
      "network.zone:edge",
      "pci.scope:connected-to",
      "app.name:payments",
    ),
  });
  addServiceNetworkLoadBalancer(region, {
    cluster,
    namespace: "ledger",
    service: "ledger-grpc",
    subnet: network.cardholderInternal,
    port: 8443,
    targets,
    securityAttributes: enforced("app.tier:worker", "pci.scope:cde"),
  });
  addServiceNetworkLoadBalancer(region, {
    cluster,
    namespace: "ledger",
    service: "ledger-metrics",
    subnet: network.cardholderInternal,
    port: 9090,
    targets,
    declared: malformed,
  });
  addServiceEvent(region, {
    cluster,
    namespace: "ledger",
    service: "ledger-metrics",
    type: "Warning",
    reason: "SyncLoadBalancerFailed",
    message: `Error syncing load balancer: failed to ensure load balancer: failed to parse ${serviceAnnotation}: unexpected end of JSON input`,
    count: 17,
  });
  addCsiVolume(region, {
    cluster,
    claim: "ledger/journal",
    subnet: network.cardholderStorage,
    securityAttributes: enforced("oke.role:storage", "data-class.level:restricted"),
  });
  addMountTarget(region, {
    name: "settlement-reports",
    compartmentId: compartment("payments/production"),
    subnet: network.cardholderStorage,
    securityAttributes: enforced("Data-Class.Level:confidential"),
  });
  addFileSystem(region, { name: "settlement-reports", compartmentId: compartment("payments/production") });
};
