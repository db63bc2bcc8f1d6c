import { apiVersionOf, resourceTypes, type ResourceType } from "@/emulator/kubernetes/resource-types";
import type { KubernetesObject, KubernetesSeed } from "@/emulator/seed";

/** What one cluster stores. Objects are never changed in place; each write gets the next number of the cluster. */
export type ClusterObjects = {
  /** The number of the last write. */
  readonly revision: () => number;
  readonly list: (type: ResourceType) => readonly KubernetesObject[];
  /** `namespace` is null for objects of the whole cluster. */
  readonly get: (type: ResourceType, namespace: string | null, name: string) => KubernetesObject | null;
  /** Gives the object as stored, with its new `resourceVersion`. */
  readonly put: (type: ResourceType, object: KubernetesObject) => KubernetesObject;
};

/** The stored objects of all clusters of a region. */
export type KubernetesState = { readonly objectsOf: (clusterId: string) => ClusterObjects };

export function createKubernetesState(seeds: readonly KubernetesSeed[]): KubernetesState {
  const clusters = new Map(seeds.map(({ clusterId, objects }) => [clusterId, createClusterObjects(objects)]));
  return {
    objectsOf(clusterId) {
      const known = clusters.get(clusterId) ?? createClusterObjects([]);
      clusters.set(clusterId, known);
      return known;
    },
  };
}

// A cluster that has run for a while; the first number says nothing.
const firstRevision = 184_000;

function createClusterObjects(seed: readonly KubernetesObject[]): ClusterObjects {
  let revision = firstRevision;
  const byType = new Map<string, Map<string, KubernetesObject>>();
  const objectsOf = (type: ResourceType) => {
    const known = byType.get(type.plural) ?? new Map<string, KubernetesObject>();
    byType.set(type.plural, known);
    return known;
  };
  const put = (type: ResourceType, object: KubernetesObject) => {
    revision += 1;
    const stored = { ...object, metadata: { ...object.metadata, resourceVersion: String(revision) } };
    objectsOf(type).set(keyOf(object.metadata.namespace ?? null, object.metadata.name), stored);
    return stored;
  };
  for (const object of seed) put(typeOf(object), object);
  return {
    revision: () => revision,
    list: (type) => [...objectsOf(type).values()],
    get: (type, namespace, name) => objectsOf(type).get(keyOf(namespace, name)) ?? null,
    put,
  };
}

function keyOf(namespace: string | null, name: string): string {
  return JSON.stringify([namespace, name]);
}

function typeOf({ apiVersion, kind }: KubernetesObject): ResourceType {
  const type = resourceTypes.find((one) => one.kind === kind && apiVersionOf(one) === apiVersion);
  if (type === undefined) throw new Error(`The emulator's Kubernetes API has no ${apiVersion} ${kind}`);
  return type;
}
