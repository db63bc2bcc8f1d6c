import type { AshburnNetwork } from "@/emulator/seeds/acme/ashburn-network";
import { compartment } from "@/emulator/seeds/acme/compartments";
import { addCluster } from "@/emulator/seeds/builders/cluster";
import { addNodePool } from "@/emulator/seeds/builders/node-pool";
import { podsIn, times } from "@/emulator/seeds/builders/node-pool-facts";
import type { RegionDraft } from "@/emulator/seeds/builders/region-draft";
import { enforced } from "@/emulator/seeds/builders/security-attributes";

/** Clusters on which attributes cannot be set, each for one reason, and clusters in states where nothing can. */
export function addSandbox(region: RegionDraft, network: AshburnNetwork): void {
  const compartmentId = compartment("sandbox");
  const old = addCluster(region, {
    name: "sandbox-131",
    compartmentId,
    vcn: network.nonprod,
    endpointSubnet: network.nonprodEndpoints,
    isEndpointPublic: true,
    kubernetesVersion: "v1.31.10",
    upgrades: ["v1.32.1"],
    type: "BASIC_CLUSTER",
  });
  addNodePool(region, {
    name: "pool1",
    cluster: old,
    subnet: network.nonprodNodes,
    pods: podsIn(network.nonprodPods),
    nodes: times(2),
  });
  // Its Kubernetes API endpoint is not in a VCN of ours.
  const monolith = addCluster(region, {
    name: "legacy-monolith",
    compartmentId,
    vcn: network.legacy,
    endpointSubnet: null,
    kubernetesVersion: "v1.32.1",
    type: "BASIC_CLUSTER",
  });
  addNodePool(region, {
    name: "pool1",
    cluster: monolith,
    subnet: network.legacyServers,
    pods: { kind: "legacy", podSubnets: [network.legacyPods], maxPodsPerNode: 31 },
    nodes: times(2),
  });
  addCluster(region, {
    name: "sandbox-broken",
    compartmentId,
    vcn: network.nonprod,
    endpointSubnet: network.nonprodEndpoints,
    kubernetesVersion: "v1.33.1",
    securityAttributes: enforced("app.environment:dev"),
    lifecycleState: "FAILED",
    lifecycleDetails: "Limit of clusters in this region exceeded.",
  });
  addCluster(region, {
    name: "sandbox-new",
    compartmentId,
    vcn: network.nonprod,
    endpointSubnet: network.nonprodEndpoints,
    kubernetesVersion: "v1.34.1",
    lifecycleState: "CREATING",
  });
}
