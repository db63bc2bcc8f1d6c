import type { AshburnNetwork } from "@/emulator/seeds/acme/ashburn-network";
import { compartment } from "@/emulator/seeds/acme/compartments";
import { addAddon, addCluster } from "@/emulator/seeds/builders/cluster";
import { addCsiVolume } from "@/emulator/seeds/builders/file-storage";
import { addServiceLoadBalancer } from "@/emulator/seeds/builders/load-balancer";
import { addServiceNetworkLoadBalancer } from "@/emulator/seeds/builders/network-load-balancer";
import { addNodePool } from "@/emulator/seeds/builders/node-pool";
import { podsIn, times } from "@/emulator/seeds/builders/node-pool-facts";
import type { RegionDraft } from "@/emulator/seeds/builders/region-draft";
import { enforced } from "@/emulator/seeds/builders/security-attributes";

/** What every team shares: a flannel cluster that ZPR does not support, and observability with stale attributes. */
export function addPlatform(region: RegionDraft, network: AshburnNetwork): void {
  addTools(region, network);
  addObservability(region, network);
}

const addTools = (region: RegionDraft, network: AshburnNetwork): void => {
  const cluster = addCluster(region, {
    name: "platform-tools",
    compartmentId: compartment("platform"),
    vcn: network.nonprod,
    endpointSubnet: network.nonprodEndpoints,
    isEndpointPublic: false,
    serviceLbSubnets: [network.nonprodPublic],
    kubernetesVersion: "v1.33.1",
    type: "BASIC_CLUSTER",
    cniType: "FLANNEL_OVERLAY",
  });
  const general = addNodePool(region, {
    name: "general",
    cluster,
    subnet: network.nonprodNodes,
    pods: { kind: "flannel" },
    nodes: times(3),
  });
  addNodePool(region, {
    name: "build-runners",
    cluster,
    subnet: network.nonprodNodes,
    kubernetesVersion: "v1.32.1",
    pods: { kind: "flannel" },
    nodes: times(4),
    freeformTags: { costCentre: "4711" },
  });
  addServiceLoadBalancer(region, {
    cluster,
    namespace: "git",
    service: "git-https",
    subnet: network.nonprodPublic,
    backendIps: general.map(({ privateIp }) => privateIp),
    isServiceGone: true,
  });
};

const addObservability = (region: RegionDraft, network: AshburnNetwork): void => {
  const cluster = addCluster(region, {
    name: "observability",
    compartmentId: compartment("platform/observability"),
    vcn: network.prod,
    endpointSubnet: network.prodEndpoints,
    serviceLbSubnets: [network.prodLoadBalancers],
    kubernetesVersion: "v1.32.1",
    upgrades: ["v1.33.1"],
    type: "BASIC_CLUSTER",
    securityAttributes: enforced("oke.role:endpoint", "app.component:prometheus"),
  });
  addAddon(region, cluster, {
    name: "OciVcnIpNative",
    version: "v2.3.0",
    installed: "v2.3.0",
    lifecycleState: "NEEDS_ATTENTION",
    error: "Pods of the add-on on 3 nodes still run an older version.",
  });
  const metrics = addNodePool(region, {
    name: "metrics",
    cluster,
    subnet: network.prodNodes,
    primary: enforced("oke.role:node", "legacy-net.segment:monitoring"),
    pods: podsIn(network.observabilityPods, enforced("app.tier:worker", "app.team:observability")),
    nodes: times(3),
  });
  // The attributes were taken off the pool; the nodes were never replaced and still have them.
  addNodePool(region, {
    name: "logs",
    cluster,
    subnet: network.prodNodes,
    primary: {},
    pods: podsIn(network.observabilityPods, {}),
    nodes: times(3, {
      primary: enforced("oke.role:node"),
      secondary: enforced("app.tier:worker", "app.team:observability"),
    }),
  });
  addServiceNetworkLoadBalancer(region, {
    cluster,
    namespace: "monitoring",
    service: "otlp",
    subnet: network.prodLoadBalancers,
    port: 4317,
    targets: metrics.map(({ privateIp, instanceId }) => ({ ipAddress: privateIp, targetId: instanceId })),
    securityAttributes: enforced("app.tier:api", "app.team:observability"),
    lifecycleState: "UPDATING",
  });
  // The StorageClass got its attribute after the volume was made.
  addCsiVolume(region, {
    cluster,
    claim: "monitoring/blocks",
    subnet: network.prodStorage,
    declared: enforced("oke.role:storage"),
  });
};
