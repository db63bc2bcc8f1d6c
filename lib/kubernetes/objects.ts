import "server-only";
import type * as v from "valibot";
import type { KubernetesCluster } from "@/lib/kubernetes/kubeconfig";
import { unexpectedAnswer, type KubernetesCall } from "@/lib/kubernetes/kubernetes-error";
import { readKubernetesList, type BoundedList } from "@/lib/kubernetes/lists";
import { parseKubernetes, sendToKubernetes } from "@/lib/kubernetes/request";
import type { OciContext } from "@/lib/oci/clients";
import type { ManifestObject } from "@/lib/oke/declared-setting";
import {
  eventSchema,
  fileStorageDriver,
  ingressClassSchema,
  type KubernetesEvent,
  type KubernetesIngressClass,
  type KubernetesNode,
  type KubernetesPersistentVolume,
  type KubernetesService,
  type KubernetesStorageClass,
  nodeSchema,
  persistentVolumeSchema,
  serviceSchema,
  storageClassSchema,
} from "@/lib/oke/kubernetes-objects";

const only = <T>(list: BoundedList<T>, isWanted: (item: T) => boolean): BoundedList<T> => ({
  ...list,
  items: list.items.filter(isWanted),
});

/** Reads the Services of type LoadBalancer of all namespaces. Throws as `sendToKubernetes`, as all functions here. */
export async function listLoadBalancerServices(
  context: OciContext,
  cluster: KubernetesCluster,
): Promise<BoundedList<KubernetesService>> {
  const listing = { path: "/api/v1/services", resource: "services", schema: serviceSchema };
  return only(await readKubernetesList(context, cluster, listing), ({ type }) => type === "LoadBalancer");
}

/** Reads the IngressClasses, whatever controller they name. */
export function listIngressClasses(
  context: OciContext,
  cluster: KubernetesCluster,
): Promise<BoundedList<KubernetesIngressClass>> {
  const path = "/apis/networking.k8s.io/v1/ingressclasses";
  return readKubernetesList(context, cluster, { path, resource: "ingressclasses", schema: ingressClassSchema });
}

/** Reads the StorageClasses of OCI File Storage. */
export async function listFileStorageClasses(
  context: OciContext,
  cluster: KubernetesCluster,
): Promise<BoundedList<KubernetesStorageClass>> {
  const path = "/apis/storage.k8s.io/v1/storageclasses";
  const listing = { path, resource: "storageclasses", schema: storageClassSchema };
  return only(
    await readKubernetesList(context, cluster, listing),
    ({ provisioner }) => provisioner === fileStorageDriver,
  );
}

/** Reads the PersistentVolumes on OCI File Storage. */
export async function listFileStorageVolumes(
  context: OciContext,
  cluster: KubernetesCluster,
): Promise<BoundedList<KubernetesPersistentVolume>> {
  const listing = { path: "/api/v1/persistentvolumes", resource: "persistentvolumes", schema: persistentVolumeSchema };
  return only(await readKubernetesList(context, cluster, listing), ({ driver }) => driver === fileStorageDriver);
}

/** Reads the Nodes. */
export const listNodes = (context: OciContext, cluster: KubernetesCluster): Promise<BoundedList<KubernetesNode>> =>
  readKubernetesList(context, cluster, { path: "/api/v1/nodes", resource: "nodes", schema: nodeSchema });

/** Reads what was reported of one object in the last hour or so. Events of objects in no namespace are in `default`. */
export async function listEvents(
  context: OciContext,
  cluster: KubernetesCluster,
  { kind, namespace, name, uid }: ManifestObject & { readonly uid: string },
): Promise<BoundedList<KubernetesEvent>> {
  const where = namespace ?? "default";
  const path = `/api/v1/namespaces/${nameInPath(where, { verb: "list", resource: "events" })}/events`;
  const fieldSelector = `involvedObject.kind=${kind},involvedObject.name=${name}`;
  const listing = { path, resource: "events", namespace: where, fieldSelector, schema: eventSchema };
  // An object of the same name that was deleted leaves its events behind.
  return only(
    await readKubernetesList(context, cluster, listing),
    ({ objectUid }) => objectUid === null || objectUid === uid,
  );
}

const kinds = {
  Service: { group: "/api/v1", resource: "services", schema: serviceSchema },
  IngressClass: { group: "/apis/networking.k8s.io/v1", resource: "ingressclasses", schema: ingressClassSchema },
  StorageClass: { group: "/apis/storage.k8s.io/v1", resource: "storageclasses", schema: storageClassSchema },
} as const;

/** The object of a kind as it is read. */
export type ObjectOfKind<K extends ManifestObject["kind"]> = v.InferOutput<(typeof kinds)[K]["schema"]>;

/** https://kubernetes.io/docs/concepts/overview/working-with-objects/names/: none is a step in a path. */
const objectName = /^[a-z0-9](?:[-.a-z0-9]{0,251}[a-z0-9])?$/;

function nameInPath(name: string, call: KubernetesCall): string {
  if (objectName.test(name)) return name;
  throw unexpectedAnswer("cannot be asked for: the name is not one of Kubernetes", call);
}

function placeOf({ kind, namespace, name }: ManifestObject, verb: KubernetesCall["verb"]) {
  const { group, resource, schema } = kinds[kind];
  const call: KubernetesCall = { verb, resource, namespace };
  const inNamespace = namespace === null ? "" : `/namespaces/${nameInPath(namespace, call)}`;
  return { call, path: `${group}${inNamespace}/${resource}/${nameInPath(name, call)}`, schema };
}

/** Reads one object as it is now. */
export async function readObject(
  context: OciContext,
  cluster: KubernetesCluster,
  object: ManifestObject,
): Promise<ObjectOfKind<ManifestObject["kind"]>> {
  const { call, path, schema } = placeOf(object, "get");
  return parseKubernetes(schema, await sendToKubernetes(context, cluster, { ...call, path }), call);
}

/** What of an object is to be written, and the object as it was seen. */
export type AnnotationPatch = {
  readonly object: ManifestObject & { readonly kind: "Service" | "IngressClass" };
  readonly annotation: string;
  /** `null` removes the annotation. */
  readonly value: string | null;
  /** As it was read: when the object has changed since, nothing is written and `conflict` is thrown. */
  readonly resourceVersion: string;
  /** The cluster checks everything and writes nothing. */
  readonly isDryRun: boolean;
};

/**
 * Writes one annotation of an object and gives the object as it is then. Sent once; an error with `isAmbiguous` leaves
 * open whether it was written.
 */
export async function patchAnnotation(
  context: OciContext,
  cluster: KubernetesCluster,
  { object, annotation, value, resourceVersion, isDryRun }: AnnotationPatch,
): Promise<ObjectOfKind<"Service" | "IngressClass">> {
  const { call, path } = placeOf(object, "patch");
  const schema = kinds[object.kind].schema;
  const patch = { metadata: { resourceVersion, annotations: Object.fromEntries([[annotation, value]]) } };
  const query = { fieldManager: "zpr-console", ...(isDryRun && { dryRun: "All" }) };
  return parseKubernetes(schema, await sendToKubernetes(context, cluster, { ...call, path, query, patch }), call);
}
