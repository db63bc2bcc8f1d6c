import type { AshburnNetwork } from "@/emulator/seeds/acme/ashburn-network";
import { compartment } from "@/emulator/seeds/acme/compartments";
import { addAddon, addCluster } from "@/emulator/seeds/builders/cluster";
import { addCsiVolume, addFileSystem, addMountTarget } from "@/emulator/seeds/builders/file-storage";
import { addServiceLoadBalancer } from "@/emulator/seeds/builders/load-balancer";
import { addNodePool } from "@/emulator/seeds/builders/node-pool";
import { podsIn, podsOn, times } from "@/emulator/seeds/builders/node-pool-facts";
import type { RegionDraft } from "@/emulator/seeds/builders/region-draft";
import { enforced } from "@/emulator/seeds/builders/security-attributes";
import { addSelfManagedNode } from "@/emulator/seeds/builders/self-managed-node";

/** The data lake (a legacy pool, deleted attributes) and machine learning (self-managed nodes). */
export function addData(region: RegionDraft, network: AshburnNetwork): void {
  addDataLake(region, network);
  addMachineLearning(region, network);
}

const addDataLake = (region: RegionDraft, network: AshburnNetwork): void => {
  const cluster = addCluster(region, {
    name: "data-lake",
    compartmentId: compartment("data"),
    vcn: network.data,
    endpointSubnet: network.dataEndpoints,
    serviceLbSubnets: [network.dataStorage],
    kubernetesVersion: "v1.32.1",
    securityAttributes: enforced("zpr-cni.sensitivity:42"),
  });
  addAddon(region, cluster, { name: "OciVcnIpNative", installed: "v3.0.0" });
  // Made before secondary VNICs existed: there is no place for attributes of pods.
  const spark = addNodePool(region, {
    name: "spark",
    cluster,
    subnet: network.dataNodes,
    primary: enforced("zpr-cni.sensitivity:42"),
    pods: { kind: "legacy", podSubnets: [network.dataPods], maxPodsPerNode: 31 },
    nodes: times(5),
  });
  // A deleted key, a key and a namespace that no list knows, and a deleted namespace.
  addNodePool(region, {
    name: "spark-next",
    cluster,
    subnet: network.dataNodes,
    primary: enforced("zpr-cni.sensitivity:42", "app.squad:lake"),
    pods: podsIn(
      network.dataPods,
      enforced("warehouse.zone:raw", "old-billing.ledger:eu", "Data-Class.Level:confidential"),
    ),
    nodes: times(3),
  });
  addNodePool(region, {
    name: "query",
    cluster,
    subnet: network.dataNodes,
    primary: enforced("zpr-cni.sensitivity:42"),
    pods: podsOn(
      {
        displayName: "query",
        subnet: network.dataPods,
        securityAttributes: enforced("app.tier:api", "Data-Class.Level:internal"),
      },
      {
        displayName: "shuffle",
        subnet: network.dataPods,
        ipCount: 8,
        securityAttributes: enforced("app.tier:api", "Data-Class.Level:internal"),
      },
    ),
    nodes: [...times(2), { hasNoSecondaryVnics: true }],
  });
  addServiceLoadBalancer(region, {
    cluster,
    namespace: "trino",
    service: "trino",
    subnet: network.dataStorage,
    backendIps: spark.map(({ privateIp }) => privateIp),
    securityAttributes: enforced("warehouse.zone:curated", "fraud-lab.model:gbm-7"),
  });
  addCsiVolume(region, {
    cluster,
    claim: "spark/scratch",
    subnet: network.dataStorage,
    securityAttributes: enforced("app.component:scratch"),
  });
  // Nothing but the VCN ties this one to a cluster.
  addMountTarget(region, {
    name: "research-home",
    compartmentId: compartment("data"),
    subnet: network.dataStorage,
    availabilityDomain: 1,
  });
  addFileSystem(region, { name: "research-home", compartmentId: compartment("data"), availabilityDomain: 1 });
};

const addMachineLearning = (region: RegionDraft, network: AshburnNetwork): void => {
  const cluster = addCluster(region, {
    name: "ml-training",
    compartmentId: compartment("data/machine-learning"),
    vcn: network.data,
    endpointSubnet: network.dataEndpoints,
    kubernetesVersion: "v1.34.1",
    securityAttributes: enforced("zpr-cni.sensitivity:42", "oke.cluster:ml-training"),
    lifecycleState: "UPDATING",
  });
  addAddon(region, cluster, { name: "OciVcnIpNative", installed: "v3.3.0", lifecycleState: "UPDATING" });
  addNodePool(region, {
    name: "system",
    cluster,
    subnet: network.dataNodes,
    primary: enforced("zpr-cni.sensitivity:42"),
    pods: podsIn(network.dataPods, enforced("zpr-cni.sensitivity:42")),
    nodes: times(2),
  });
  const gpu = {
    cluster,
    compartmentId: compartment("data/machine-learning"),
    shape: "BM.GPU.H100.8",
    subnet: network.dataNodes,
    podSubnet: network.dataPods,
  };
  addSelfManagedNode(region, { ...gpu, name: "gpu-h100-01", pods: enforced("app.tier:batch", "app.name:training") });
  // On the instance itself: its VNICs then have none, and nobody can set any on them.
  addSelfManagedNode(region, { ...gpu, name: "gpu-h100-02", instance: enforced("zpr-cni.sensitivity:42") });
  addSelfManagedNode(region, { ...gpu, name: "gpu-h100-03" });
  addSelfManagedNode(region, {
    ...gpu,
    name: "karpenter-batch-7f4c2",
    shape: "VM.Standard.E5.Flex",
    freeformTags: { KarpenterNodePool: "batch", KarpenterNodeClass: "batch" },
  });
  // Only the cluster's own list of Nodes knows whose it is.
  addSelfManagedNode(region, {
    ...gpu,
    name: "karpenter-batch-9d1e8",
    shape: "VM.Standard.E5.Flex",
    freeformTags: { KarpenterNodePool: "batch", KarpenterNodeClass: "batch" },
    isTagged: false,
  });
};
