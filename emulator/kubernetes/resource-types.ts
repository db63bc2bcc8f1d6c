/** A kind of object that the emulated Kubernetes API serves, as discovery tells it. */
export type ResourceType = {
  /** Empty for the core group. */
  readonly group: string;
  readonly version: string;
  readonly plural: string;
  readonly singular: string;
  readonly kind: string;
  readonly shortNames: readonly string[];
  readonly isNamespaced: boolean;
  readonly verbs: readonly Verb[];
};

export type Verb = "get" | "list" | "patch" | "create";

const core = { group: "", version: "v1" } as const;

export const services: ResourceType = {
  ...core,
  plural: "services",
  singular: "service",
  kind: "Service",
  shortNames: ["svc"],
  isNamespaced: true,
  verbs: ["get", "list", "patch"],
};

export const events: ResourceType = {
  ...core,
  plural: "events",
  singular: "event",
  kind: "Event",
  shortNames: ["ev"],
  isNamespaced: true,
  verbs: ["get", "list"],
};

export const nodes: ResourceType = {
  ...core,
  plural: "nodes",
  singular: "node",
  kind: "Node",
  shortNames: ["no"],
  isNamespaced: false,
  verbs: ["get", "list"],
};

export const namespaces: ResourceType = {
  ...core,
  plural: "namespaces",
  singular: "namespace",
  kind: "Namespace",
  shortNames: ["ns"],
  isNamespaced: false,
  verbs: ["get", "list"],
};

export const persistentVolumes: ResourceType = {
  ...core,
  plural: "persistentvolumes",
  singular: "persistentvolume",
  kind: "PersistentVolume",
  shortNames: ["pv"],
  isNamespaced: false,
  verbs: ["get", "list"],
};

export const persistentVolumeClaims: ResourceType = {
  ...core,
  plural: "persistentvolumeclaims",
  singular: "persistentvolumeclaim",
  kind: "PersistentVolumeClaim",
  shortNames: ["pvc"],
  isNamespaced: true,
  verbs: ["get", "list"],
};

export const ingressClasses: ResourceType = {
  group: "networking.k8s.io",
  version: "v1",
  plural: "ingressclasses",
  singular: "ingressclass",
  kind: "IngressClass",
  shortNames: [],
  isNamespaced: false,
  verbs: ["get", "list", "patch"],
};

export const storageClasses: ResourceType = {
  group: "storage.k8s.io",
  version: "v1",
  plural: "storageclasses",
  singular: "storageclass",
  kind: "StorageClass",
  shortNames: ["sc"],
  isNamespaced: false,
  verbs: ["get", "list", "patch", "create"],
};

export const resourceTypes: readonly ResourceType[] = [
  services,
  events,
  nodes,
  namespaces,
  persistentVolumes,
  persistentVolumeClaims,
  ingressClasses,
  storageClasses,
];

/** `v1` or `storage.k8s.io/v1`. */
export function apiVersionOf({ group, version }: Pick<ResourceType, "group" | "version">): string {
  return group === "" ? version : `${group}/${version}`;
}
