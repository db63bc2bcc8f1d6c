import "server-only";
import { currentDeclarations } from "@/lib/inventory/declarations";
import type { Inventory } from "@/lib/inventory/inventory";
import { manifestSubjects } from "@/lib/inventory/manifest-subjects";
import { clusterIdOf } from "@/lib/inventory/projections/inventory-index";
import { KubernetesRequestError } from "@/lib/kubernetes/kubernetes-error";
import type { BoundedList } from "@/lib/kubernetes/lists";
import { listIngressClasses, listLoadBalancerServices } from "@/lib/kubernetes/objects";
import type { OciContext } from "@/lib/oci/clients";
import { OciRequestError } from "@/lib/oci/errors";
import type { DeclaredLookup, KubernetesList, KubernetesLists, KubernetesProblem } from "@/lib/oke/declared-setting";
import { findDeclared } from "@/lib/oke/find-declared";
import type { ProtectedResource } from "@/lib/oke/protected-resource";

type Cluster = Inventory["clusters"][number];

/** The object that owns the setting of a load balancer, or why none is known. */
export type FoundOwner = {
  readonly cluster: Cluster;
  readonly lookup: DeclaredLookup;
  /** Services of the cluster that have an address of the load balancer; more than one tells nothing. */
  readonly sharingCount: number;
};

/** What a failed call means for an edit. Throws on what is no failure of a call. */
export function problemOfCall(thrown: unknown): KubernetesProblem {
  if (!(thrown instanceof KubernetesRequestError) && !(thrown instanceof OciRequestError)) throw thrown;
  return { code: thrown.code, message: thrown.message };
}

const tooLong = { code: "TooLong", message: "The list is longer than this console reads." };

/** A list as far as it could be read. Never throws for what the cluster does. */
export const listed = <T>(read: Promise<BoundedList<T>>): Promise<KubernetesList<T>> =>
  read.then(
    ({ items, isComplete }) => ({ items, problem: isComplete ? null : tooLong }),
    (thrown: unknown) => ({ items: [], problem: problemOfCall(thrown) }),
  );

const nothing = { items: [], problem: null };

/** Longer than this a read that is only to make sure is not waited for. */
const makeSureMs = 5_000;
/** What was read of the manifests lately serves to make sure. */
const lateMs = 5 * 60_000;
/** Clusters of one VCN that are asked at most. */
const maxClusters = 4;

export const isAnnotated = ({ owner }: ProtectedResource): boolean =>
  owner.type === "service-annotation" || owner.type === "ingress-class-annotation";

async function listsOf(context: OciContext, cluster: Cluster, isSure: boolean): Promise<KubernetesLists> {
  if (!isSure) {
    const known = currentDeclarations().peek(context, cluster);
    if (known !== null && Date.now() - Date.parse(known.finishedAt) < lateMs) return known.lists;
  }
  const signal = isSure ? context.signal : AbortSignal.timeout(makeSureMs);
  const [services, ingressClasses] = await Promise.all([
    listed(listLoadBalancerServices({ ...context, signal }, cluster)),
    listed(listIngressClasses({ ...context, signal }, cluster)),
  ]);
  return { services, ingressClasses, storageClasses: nothing, persistentVolumes: nothing };
}

const unreadIn = ({ services, ingressClasses }: KubernetesLists): KubernetesProblem | null =>
  services.problem ?? ingressClasses.problem;

async function ownerIn(
  context: OciContext,
  inventory: Inventory,
  cluster: Cluster,
  resource: ProtectedResource,
): Promise<FoundOwner | null> {
  const subject = manifestSubjects(inventory, cluster).find((each) => each.resource.id === resource.id)?.subject;
  if (subject === undefined) return null;
  const lists = await listsOf(context, cluster, isAnnotated(resource));
  const problem = unreadIn(lists);
  const lookup = findDeclared(subject, lists) ?? (problem === null ? null : ({ type: "unread", problem } as const));
  if (lookup === null) return null;
  const has = (ip: string) => subject.addresses.includes(ip);
  const sharingCount = lists.services.items.filter(({ ingressIps }) => ingressIps.some(has)).length;
  return { cluster, lookup, sharingCount };
}

/** The cluster that it stands under; for one under none those of its VCN, where a Service of it may have made it. */
function candidates({ clusters }: Inventory, resource: ProtectedResource): readonly Cluster[] {
  const clusterId = clusterIdOf(resource);
  if (clusterId !== null) return clusters.filter(({ id }) => id === clusterId);
  return clusters
    .filter(({ vcnId, region, lifecycleState }) => {
      const isThere = region === resource.region && lifecycleState !== "DELETED";
      return isThere && vcnId !== null && vcnId === resource.vcnId;
    })
    .slice(0, maxClusters);
}

/**
 * Looks for the Service or IngressClass that owns a load balancer in the clusters that it may belong to. `null` where
 * there is no such cluster, or all could be read and none owns it.
 */
export async function findOwner(
  context: OciContext,
  inventory: Inventory,
  resource: ProtectedResource,
): Promise<FoundOwner | null> {
  const clusters = candidates(inventory, resource);
  const owners = await Promise.all(clusters.map((cluster) => ownerIn(context, inventory, cluster, resource)));
  const known = owners.filter((owner) => owner !== null);
  const ofType = (type: DeclaredLookup["type"]) => known.find(({ lookup }) => lookup.type === type);
  return ofType("found") ?? ofType("unread") ?? ofType("none") ?? null;
}
