import "server-only";
import { findOwner, isAnnotated, listed, problemOfCall, type FoundOwner } from "@/lib/inventory/find-owner";
import type { Inventory } from "@/lib/inventory/inventory";
import { listEvents, readObject } from "@/lib/kubernetes/objects";
import type { OciContext } from "@/lib/oci/clients";
import { annotatedObjectText, annotationNameOf, type AnnotatedObject } from "@/lib/oke/annotation-edit";
import type { KubernetesEvent } from "@/lib/oke/kubernetes-objects";
import { loadBalancerIdOf } from "@/lib/oke/manifest-index";
import type { ManifestProblem } from "@/lib/oke/manifest-problem";
import { parseManifestValue } from "@/lib/oke/manifest-value";
import type { ProtectedResource } from "@/lib/oke/protected-resource";
import type { ReplacementStart } from "@/lib/oke/replacement-start";
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
  /** Those that the object says its load balancer has; only of a Service. */
  readonly addresses: readonly string[];
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
      /** Why the object owns the setting although OCI says that the resource does; `null` where OCI says it too. */
      readonly reason: string | null;
      /** Given: the text is no set and is replaced as a whole; the attributes are what the new set starts from. */
      readonly replaces: { readonly start: ReplacementStart; readonly leftOutCount: number } | null;
    }
  | {
      readonly type: "not-a-set";
      readonly cluster: Cluster;
      readonly object: AnnotatedObject;
      readonly annotation: ReadAnnotation;
      /** Empty where they could not be read. */
      readonly events: readonly KubernetesEvent[];
      readonly reason: string | null;
    }
  | {
      readonly type: "unreadable";
      readonly code: string;
      readonly reason: string;
      /** The object that seems to own a setting of which OCI says otherwise. */
      readonly seeming?: AnnotatedObject;
    }
  /** By what OCI tells the resource owns its setting, and whether a manifest does could not be read. */
  | { readonly type: "not-known"; readonly code: string; readonly reason: string };

/** The cluster was asked and answered, but not with a manifest that is known to own the setting. */
const answered: readonly string[] = ["NoManifest", "NoCluster", "NotCertain"];

/** Nobody could look at the manifest; trying again may help. */
export const isUnread = ({ code }: Extract<DeclarationForEdit, { type: "unreadable" }>): boolean =>
  !answered.includes(code);

/** Reads the annotation that declares the set. Throws as `sendToKubernetes`. */
export async function readAnnotation(
  context: OciContext,
  cluster: Cluster,
  object: AnnotatedObject,
): Promise<ReadAnnotation> {
  const found = await readObject(context, cluster, object);
  const { uid, resourceVersion, annotations } = found;
  const text = annotations.find(({ key }) => key === annotationNameOf(object))?.value ?? null;
  const { attributes, problems } = text === null ? { attributes: [], problems: [] } : parseManifestValue(text);
  const loadBalancerId = loadBalancerIdOf({ annotations }) ?? null;
  const addresses = found.kind === "Service" ? found.ingressIps : [];
  return { text, resourceVersion, uid, loadBalancerId, addresses, attributes, problems };
}

const unreadable = (code: string, reason: string) => ({ type: "unreadable", code, reason }) as const;

/** The addresses of the load balancer that mean one thing only: public ones, and those of the cluster's own VCN. */
function tellingAddresses(inventory: Inventory, { vcnId }: Cluster, resource: ProtectedResource): readonly string[] {
  const balancers = [...inventory.loadBalancers, ...inventory.networkLoadBalancers];
  const addresses = balancers.find(({ id }) => id === resource.ocid)?.ipAddresses ?? [];
  const isSameVcn = vcnId !== null && vcnId === resource.vcnId;
  return addresses.flatMap(({ ipAddress, isPublic }) => (isSameVcn || isPublic === true ? [ipAddress] : []));
}

/** How the object is known to own the load balancer; `null` where that is not beyond doubt. */
function tieOf(
  inventory: Inventory,
  { object, annotation, owner }: { object: AnnotatedObject; annotation: ReadAnnotation; owner: FoundOwner },
  resource: ProtectedResource,
): string | null {
  if (object.kind === "IngressClass") {
    return annotation.loadBalancerId === resource.ocid ? "names its OCID" : null;
  }
  if (resource.displayName.toLowerCase().endsWith(annotation.uid.toLowerCase())) return "has the UID in its name";
  const telling = tellingAddresses(inventory, owner.cluster, resource);
  const shared = owner.sharingCount === 1 ? annotation.addresses.find((ip) => telling.includes(ip)) : undefined;
  return shared === undefined ? null : `has its address, ${shared}`;
}

async function readFound(
  context: OciContext,
  inventory: Inventory,
  { object, owner }: { readonly object: AnnotatedObject; readonly owner: FoundOwner },
  resource: ProtectedResource,
): Promise<DeclarationForEdit> {
  const { cluster } = owner;
  const annotation = await readAnnotation(context, cluster, object);
  const name = annotatedObjectText(object);
  const tie = tieOf(inventory, { object, annotation, owner }, resource);
  if (tie === null) {
    return {
      ...unreadable(
        "NotCertain",
        `The ${name} seems to own it, but by its name or an address alone, which another cluster may have too. Nothing is written to it from here.`,
      ),
      ...(!isAnnotated(resource) && { seeming: object }),
    };
  }
  const reason = isAnnotated(resource)
    ? null
    : `By what OCI tells, the load balancer owns its setting. The ${name} in the cluster ${cluster.name} ${tie}, so what its annotation declares would be applied over a change made in OCI. The annotation is edited instead.`;
  const { attributes } = annotation;
  if (attributes !== null) {
    return {
      type: "readable",
      cluster,
      object,
      annotation: { ...annotation, attributes },
      reason,
      replaces: null,
    };
  }
  const { items: events } = await listed(listEvents(context, cluster, { ...object, uid: annotation.uid }));
  return { type: "not-a-set", cluster, object, annotation, events, reason };
}

const isBalancer = ({ kind }: ProtectedResource) => kind === "load-balancer" || kind === "network-load-balancer";

/** Nothing was found that owns it: for one that OCI gives to Kubernetes that is a fault, for another it is the rule. */
function withoutOwner(owner: FoundOwner | null, resource: ProtectedResource): DeclarationForEdit | null {
  const isOwned = isAnnotated(resource);
  if (owner?.lookup.type === "unread") {
    const { code, message: reason } = owner.lookup.problem;
    return isOwned ? unreadable(code, reason) : { type: "not-known", code, reason };
  }
  if (!isOwned) return null;
  if (owner?.lookup.type === "none") {
    // Said of one cluster, which is none of its own here but one of those in its VCN.
    const where =
      resource.cluster.type === "matched" ? "" : "It is matched to no cluster. The clusters of its VCN were read: ";
    const { evidence } = owner.lookup;
    const said =
      where === "" ? evidence : evidence.charAt(0).toLowerCase() + evidence.slice(1).replace("this cluster", "them");
    return unreadable("NoManifest", `${where}${said}`);
  }
  return resource.cluster.type === "matched"
    ? unreadable("NoManifest", "No manifest of its cluster was found that owns it.")
    : unreadable("NoCluster", "It is matched to no cluster that could be asked for its manifests.");
}

/**
 * Reads the set that the manifest of a load balancer declares, as it is now. `null` for a resource that no annotation
 * owns. Never throws for what the cluster does: why nothing could be read is an answer.
 */
export async function readDeclarationForEdit(
  context: OciContext,
  inventory: Inventory,
  resource: ProtectedResource,
): Promise<DeclarationForEdit | null> {
  if (!isBalancer(resource)) return null;
  const owner = await findOwner(context, inventory, resource);
  if (owner === null || owner.lookup.type !== "found") return withoutOwner(owner, resource);
  const { kind, namespace, name } = owner.lookup.setting.object;
  if (kind === "StorageClass") return null;
  try {
    return await readFound(context, inventory, { object: { kind, namespace, name }, owner }, resource);
  } catch (thrown) {
    const { code, message } = problemOfCall(thrown);
    return unreadable(code, message);
  }
}
