import type { Instance, PoolNode, RegionState } from "@/emulator/core/tenancy";
import { uuidFrom } from "@/emulator/kubernetes/uuid";
import type { KubernetesObject } from "@/emulator/seed";

type Host = {
  readonly instanceId: string;
  readonly privateIp: string;
  readonly instance: Instance | null;
  readonly kubernetesVersion: string;
  readonly isReady: boolean;
  readonly labels: { readonly [name: string]: string };
};

/**
 * The Nodes of a cluster, as the kubelets of its instances would have registered them: named by private address, with
 * the instance's OCID as `spec.providerID`. They are not stored, so that they are always what the node pools say.
 */
export function clusterNodes(region: RegionState, clusterId: string): readonly KubernetesObject[] {
  const kubernetesVersion = region.clusters.get(clusterId)?.value.kubernetesVersion ?? "";
  const managed = region.nodePools
    .list()
    .filter((pool) => pool.clusterId === clusterId)
    .flatMap((pool) =>
      (pool.nodes ?? []).flatMap((node) => managedHost(region, node, pool.name ?? "", pool.kubernetesVersion ?? "")),
    );
  return [...managed, ...selfManagedHosts(region, clusterId, kubernetesVersion)].map(nodeOf);
}

function managedHost(region: RegionState, node: PoolNode, poolName: string, poolVersion: string): readonly Host[] {
  const { id, privateIp, lifecycleState } = node;
  // A node that was not launched, or that is gone, has no kubelet.
  if (id == null || privateIp == null || privateIp === "" || lifecycleState === "DELETED") return [];
  return [
    {
      instanceId: id,
      privateIp,
      instance: region.instances.get(id)?.value ?? null,
      kubernetesVersion: node.kubernetesVersion ?? poolVersion,
      isReady: lifecycleState === "ACTIVE" || lifecycleState === "UPDATING" || lifecycleState === "DELETING",
      labels: { name: poolName, "oke.oraclecloud.com/pool.name": poolName },
    },
  ];
}

function selfManagedHosts(region: RegionState, clusterId: string, kubernetesVersion: string): readonly Host[] {
  return region.instances.list().flatMap((instance) => {
    const tags = instance.systemTags?.["orcl-containerengine"];
    // A kubelet joins the cluster that its instance's metadata names, tagged or not.
    const isOurs =
      (tags?.["Cluster"] === clusterId || instance.metadata?.["oke-cluster-id"] === clusterId) &&
      tags?.["NodePool"] === undefined;
    if (!isOurs || instance.lifecycleState !== "RUNNING") return [];
    const attached = region.vnicAttachments.list().filter(({ instanceId }) => instanceId === instance.id);
    const primary = attached
      .map(({ vnicId }) => region.vnics.get(vnicId ?? "")?.value)
      .find((vnic) => vnic?.isPrimary === true);
    if (primary?.privateIp == null) return [];
    return [
      { instanceId: instance.id, privateIp: primary.privateIp, instance, kubernetesVersion, isReady: true, labels: {} },
    ];
  });
}

function nodeOf({ instanceId, privateIp, instance, kubernetesVersion, isReady, labels }: Host): KubernetesObject {
  const created = (instance?.timeCreated ?? "2026-01-01T00:00:00Z").replace(/\.\d+Z$/, "Z");
  const zone = (instance?.availabilityDomain ?? "").split(":").at(-1) ?? "";
  return {
    apiVersion: "v1",
    kind: "Node",
    metadata: {
      name: privateIp,
      uid: uuidFrom(instanceId),
      creationTimestamp: created,
      resourceVersion: "1",
      labels: {
        "kubernetes.io/hostname": privateIp,
        "kubernetes.io/os": "linux",
        "node.kubernetes.io/instance-type": instance?.shape ?? "",
        "topology.kubernetes.io/zone": zone,
        hostname: privateIp,
        displayName: instance?.displayName ?? "",
        ...labels,
      },
    },
    spec: { providerID: instanceId },
    status: {
      addresses: [
        { type: "InternalIP", address: privateIp },
        { type: "Hostname", address: privateIp },
      ],
      conditions: [
        {
          type: "Ready",
          status: isReady ? "True" : "False",
          reason: isReady ? "KubeletReady" : "KubeletNotReady",
          message: isReady ? "kubelet is posting ready status" : "container runtime network not ready",
          lastHeartbeatTime: created,
          lastTransitionTime: created,
        },
      ],
      nodeInfo: { kubeletVersion: kubernetesVersion, operatingSystem: "linux", architecture: "amd64" },
    },
  };
}
