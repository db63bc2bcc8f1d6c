import "server-only";
import type { Inventory } from "@/lib/inventory/inventory";
import { manifestSubjects } from "@/lib/inventory/manifest-subjects";
import { clusterIdOf } from "@/lib/inventory/projections/inventory-index";
import { KubernetesRequestError } from "@/lib/kubernetes/kubernetes-error";
import type { BoundedList } from "@/lib/kubernetes/lists";
import { listEvents, listIngressClasses, listLoadBalancerServices, readObject } from "@/lib/kubernetes/objects";
import type { OciContext } from "@/lib/oci/clients";
import { OciRequestError } from "@/lib/oci/errors";
import { annotatedObjectText, annotationNameOf, type AnnotatedObject } from "@/lib/oke/annotation-edit";
import type { DeclaredLookup, KubernetesList } from "@/lib/oke/declared-setting";
import { findDeclared } from "@/lib/oke/find-declared";
import type { KubernetesEvent } from "@/lib/oke/kubernetes-objects";
import { loadBalancerIdOf } from "@/lib/oke/manifest-index";
import type { ManifestProblem } from "@/lib/oke/manifest-problem";
import { parseManifestValue } from "@/lib/oke/manifest-value";
import type { ProtectedResource } from "@/lib/oke/protected-resource";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";

type Cluster = Inventory["clusters"][number];

/** The annotation of one object as it stands now. */
export type ReadAnnotation = {
  readonly text: string | null;
  /** Guards a write of it. */
  readonly resourceVersion: string;
  readonly uid: string;
  /** The OCID of the load balancer that the object itself names; only of an IngressClass. */
  readonly loadBalancerId: string | null;
  /** `null` where the text is no set. */
  readonly attributes: readonly SecurityAttribute[] | null;
  readonly problems: readonly ManifestProblem[];
};

/** What an edit of a declared set is based on, or why there is none. */
export type DeclarationForEdit =
  | {
      readonly type: "readable";
      readonly cluster: Cluster;
      readonly object: AnnotatedObject;
      readonly annotation: ReadAnnotation & { readonly attributes: readonly SecurityAttribute[] };
    }
  | {
      readonly type: "not-a-set";
      readonly object: AnnotatedObject;
      readonly annotation: ReadAnnotation;
      /** Empty where they could not be read. */
      readonly events: readonly KubernetesEvent[];
    }
  | { readonly type: "unreadable"; readonly code: string; readonly reason: string };

/** Reads the annotation that declares the set. Throws as `sendToKubernetes`. */
export async function readAnnotation(
  context: OciContext,
  cluster: Cluster,
  object: AnnotatedObject,
): Promise<ReadAnnotation> {
  const { uid, resourceVersion, annotations } = await readObject(context, cluster, object);
  const text = annotations.find(({ key }) => key === annotationNameOf(object))?.value ?? null;
  const { attributes, problems } = text === null ? { attributes: [], problems: [] } : parseManifestValue(text);
  const loadBalancerId = loadBalancerIdOf({ annotations }) ?? null;
  return { text, resourceVersion, uid, loadBalancerId, attributes, problems };
}

const unreadable = (code: string, reason: string): DeclarationForEdit => ({ type: "unreadable", code, reason });

/** What a failed call means for an edit. Throws on what is no failure of a call. */
function unreadableBecause(thrown: unknown): Extract<DeclarationForEdit, { type: "unreadable" }> {
  if (!(thrown instanceof KubernetesRequestError) && !(thrown instanceof OciRequestError)) throw thrown;
  return { type: "unreadable", code: thrown.code, reason: thrown.message };
}

const tooLong = { code: "TooLong", message: "The list is longer than this console reads." };

const listed = <T>(read: Promise<BoundedList<T>>): Promise<KubernetesList<T>> =>
  read.then(
    ({ items, isComplete }) => ({ items, problem: isComplete ? null : tooLong }),
    (thrown: unknown) => {
      const { code, reason: message } = unreadableBecause(thrown);
      return { items: [], problem: { code, message } };
    },
  );

const nothing = { items: [], problem: null };

async function lookUp(
  context: OciContext,
  inventory: Inventory,
  cluster: Cluster,
  { id }: ProtectedResource,
): Promise<DeclaredLookup | null> {
  const subject = manifestSubjects(inventory, cluster).find(({ resource }) => resource.id === id)?.subject;
  if (subject === undefined) return null;
  const [services, ingressClasses] = await Promise.all([
    listed(listLoadBalancerServices(context, cluster)),
    listed(listIngressClasses(context, cluster)),
  ]);
  return findDeclared(subject, { services, ingressClasses, storageClasses: nothing, persistentVolumes: nothing });
}

/**
 * Whether the object is the load balancer's beyond doubt. Names of IngressClasses and private addresses come up in more
 * than one cluster: enough to show what is declared, not to write to it.
 */
const isTied = ({ kind }: AnnotatedObject, { uid, loadBalancerId }: ReadAnnotation, resource: ProtectedResource) =>
  kind === "Service"
    ? resource.displayName.toLowerCase().endsWith(uid.toLowerCase())
    : loadBalancerId === resource.ocid;

async function readFound(
  context: OciContext,
  cluster: Cluster,
  object: AnnotatedObject,
  resource: ProtectedResource,
): Promise<DeclarationForEdit> {
  const annotation = await readAnnotation(context, cluster, object);
  if (!isTied(object, annotation, resource)) {
    return unreadable(
      "NotCertain",
      `The ${annotatedObjectText(object)} seems to own it, but by its name or an address alone, which another cluster may have too. Nothing is written to it from here.`,
    );
  }
  const { attributes } = annotation;
  if (attributes !== null) return { type: "readable", cluster, object, annotation: { ...annotation, attributes } };
  const { items: events } = await listed(listEvents(context, cluster, { ...object, uid: annotation.uid }));
  return { type: "not-a-set", object, annotation, events };
}

const isAnnotated = ({ owner }: ProtectedResource) =>
  owner.type === "service-annotation" || owner.type === "ingress-class-annotation";

/**
 * Reads the set that the manifest of a load balancer declares, as it is now. `null` for a resource that no annotation
 * owns. Never throws for what the cluster does: why nothing could be read is an answer.
 */
export async function readDeclarationForEdit(
  context: OciContext,
  inventory: Inventory,
  resource: ProtectedResource,
): Promise<DeclarationForEdit | null> {
  if (!isAnnotated(resource)) return null;
  const clusterId = clusterIdOf(resource);
  const cluster = inventory.clusters.find(({ id }) => id === clusterId);
  if (cluster === undefined) {
    return unreadable("NoCluster", "It is matched to no cluster that could be asked for its manifests.");
  }
  const lookup = await lookUp(context, inventory, cluster, resource);
  if (lookup === null || lookup.type === "none") {
    return unreadable("NoManifest", lookup?.evidence ?? "No manifest of its cluster was found that owns it.");
  }
  if (lookup.type === "unread") return unreadable(lookup.problem.code, lookup.problem.message);
  const { kind, namespace, name } = lookup.setting.object;
  if (kind === "StorageClass") return null;
  try {
    return await readFound(context, cluster, { kind, namespace, name }, resource);
  } catch (thrown) {
    return unreadableBecause(thrown);
  }
}
