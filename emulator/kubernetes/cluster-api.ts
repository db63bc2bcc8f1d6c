import type { Cluster, RegionState, TenancyState } from "@/emulator/core/tenancy";
import { clusterNodes } from "@/emulator/kubernetes/cluster-nodes";
import type { ClusterObjects } from "@/emulator/kubernetes/objects";
import { namespaces, nodes, resourceTypes, type ResourceType } from "@/emulator/kubernetes/resource-types";
import { uuidFrom } from "@/emulator/kubernetes/uuid";
import type { KubernetesObject } from "@/emulator/seed";

/** The Kubernetes API of one cluster. */
export type ClusterApi = {
  readonly tenancy: TenancyState;
  readonly region: RegionState;
  readonly cluster: Cluster & { readonly id: string };
  readonly objects: ClusterObjects;
};

/** The API of the cluster with this OCID, or null when the tenancy has none. */
export function clusterApi(tenancy: TenancyState, clusterId: string): ClusterApi | null {
  for (const region of tenancy.regions) {
    const cluster = region.clusters.get(clusterId)?.value;
    if (cluster !== undefined) {
      return {
        tenancy,
        region,
        cluster: { ...cluster, id: clusterId },
        objects: region.kubernetes.objectsOf(clusterId),
      };
    }
  }
  return null;
}

/** Every cluster of the tenancy that has stored objects of a type. */
export function clusterApisWith(tenancy: TenancyState, type: ResourceType): readonly ClusterApi[] {
  return tenancy.regions
    .flatMap((region) => region.clusters.list())
    .flatMap(({ id }) => clusterApi(tenancy, id ?? "") ?? [])
    .filter(({ objects }) => objects.list(type).length > 0);
}

/** All objects of a type. Nodes are read from Container Engine and Compute, and Namespaces from what lies in them. */
export function listObjects(api: ClusterApi, type: ResourceType): readonly KubernetesObject[] {
  if (type === nodes) return clusterNodes(api.region, api.cluster.id);
  if (type === namespaces) return clusterNamespaces(api);
  return api.objects.list(type);
}

export function getObject(
  api: ClusterApi,
  type: ResourceType,
  namespace: string | null,
  name: string,
): KubernetesObject | null {
  if (type !== nodes && type !== namespaces) return api.objects.get(type, namespace, name);
  return listObjects(api, type).find(({ metadata }) => metadata.name === name) ?? null;
}

const builtIn = ["default", "kube-node-lease", "kube-public", "kube-system"];

function clusterNamespaces({ cluster, objects }: ClusterApi): readonly KubernetesObject[] {
  const used = resourceTypes
    .filter(({ isNamespaced }) => isNamespaced)
    .flatMap((type) => objects.list(type).map(({ metadata }) => metadata.namespace ?? "default"));
  return [...new Set([...builtIn, ...used])].map((name) => ({
    apiVersion: "v1",
    kind: "Namespace",
    metadata: {
      name,
      uid: uuidFrom(`${cluster.id}/namespace/${name}`),
      creationTimestamp: cluster.metadata?.timeCreated?.replace(/\.\d+Z$/, "Z") ?? "2026-01-01T00:00:00Z",
      resourceVersion: "1",
      labels: { "kubernetes.io/metadata.name": name },
    },
    spec: { finalizers: ["kubernetes"] },
    status: { phase: "Active" },
  }));
}
