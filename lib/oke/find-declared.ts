import type {
  DeclaredLookup,
  DeclaredSetting,
  KubernetesList,
  KubernetesLists,
  KubernetesProblem,
  ManifestSubject,
} from "@/lib/oke/declared-setting";
import type {
  KubernetesIngressClass,
  KubernetesPersistentVolume,
  KubernetesService,
  KubernetesStorageClass,
} from "@/lib/oke/kubernetes-objects";
import { ingressClassAnnotation, serviceAnnotation, storageClassParameter } from "@/lib/oke/manifest";
import { type ManifestIndex, manifestIndexOf } from "@/lib/oke/manifest-index";

/** What the annotation of an object declares, and when it was written. */
export const annotationOf = (
  object: KubernetesService | KubernetesIngressClass,
  annotation: string,
): DeclaredSetting => {
  const times = object.annotationWrites.flatMap(({ key, time }) => (key === annotation && time !== null ? [time] : []));
  return {
    object: { kind: object.kind, namespace: object.namespace, name: object.name },
    uid: object.uid,
    text: object.annotations.find(({ key }) => key === annotation)?.value ?? null,
    changedAt: times.toSorted().at(-1) ?? null,
    outOfReach: null,
  };
};

const firstOf = <T>(map: ReadonlyMap<string, T>, keys: readonly string[]): T | undefined =>
  keys.map((key) => map.get(key)).find((item) => item !== undefined);

/** UIDs are UUIDs: https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#uids */
const uidLength = 36;

const serviceFor = ({ resource, addresses }: ManifestSubject, index: ManifestIndex) =>
  index.serviceOfUid.get(resource.displayName.slice(-uidLength).toLowerCase()) ??
  firstOf(index.serviceOfAddress, addresses);

const ingressClassFor = ({ resource: { ocid, owner } }: ManifestSubject, index: ManifestIndex) =>
  index.ingressClassOfId.get(ocid) ??
  (owner.type === "ingress-class-annotation" ? index.ingressClassOfName.get(owner.name ?? "") : undefined);

const firstProblem = (...lists: readonly KubernetesList<unknown>[]): KubernetesProblem | null =>
  lists.find(({ problem }) => problem !== null)?.problem ?? null;

const balancerSetting = (subject: ManifestSubject, lists: KubernetesLists): DeclaredLookup | null => {
  const ingressClass = ingressClassFor(subject, manifestIndexOf(lists));
  if (ingressClass) return { type: "found", setting: annotationOf(ingressClass, ingressClassAnnotation) };
  const service = serviceFor(subject, manifestIndexOf(lists));
  if (service) return { type: "found", setting: annotationOf(service, serviceAnnotation) };
  const { owner } = subject.resource;
  if (owner.type !== "service-annotation" && owner.type !== "ingress-class-annotation") return null;
  const isService = owner.type === "service-annotation";
  const problem = firstProblem(isService ? lists.services : lists.ingressClasses);
  if (problem !== null) return { type: "unread", problem };
  const evidence = isService
    ? "No Service of type LoadBalancer in this cluster has the UID in its name or one of its addresses."
    : "No IngressClass in this cluster names it.";
  return { type: "none", evidence };
};

const parameterOf = ({ parameters }: KubernetesStorageClass, name: string): string | null =>
  parameters.find(({ key }) => key === name)?.value ?? null;

const outOfReach = (storageClass: KubernetesStorageClass, volume: KubernetesPersistentVolume) => {
  if (parameterOf(storageClass, "mountTargetOcid") !== null) return "existing-mount-target";
  const [classMade, volumeMade] = [storageClass.createdAt, volume.createdAt].map((time) => Date.parse(time ?? ""));
  return classMade !== undefined && volumeMade !== undefined && classMade > volumeMade ? "made-before" : null;
};

/** A file system whose tags name the mount target is surest; an address says the same where nothing is tagged. */
const volumeFor = ({ resource, fileSystemIds, addresses }: ManifestSubject, index: ManifestIndex) =>
  firstOf(index.volumeOfFileSystem, fileSystemIds) ??
  index.volumeOfName.get(resource.displayName) ??
  firstOf(index.volumeOfHost, addresses);

const mountTargetSetting = (subject: ManifestSubject, lists: KubernetesLists): DeclaredLookup | null => {
  const index = manifestIndexOf(lists);
  const volume = volumeFor(subject, index);
  const isMadeByDriver = subject.resource.owner.type === "storage-class-parameter";
  if (volume === undefined) {
    const problem = firstProblem(lists.persistentVolumes);
    if (!isMadeByDriver) return null;
    if (problem !== null) return { type: "unread", problem };
    return { type: "none", evidence: "No PersistentVolume in this cluster uses it." };
  }
  // A volume that somebody made by hand has no class, and a mount target that somebody made is that person's.
  if (!isMadeByDriver && (volume.storageClassName ?? "") === "") return null;
  const storageClass = index.storageClassOfName.get(volume.storageClassName ?? "");
  if (storageClass === undefined) {
    const problem = firstProblem(lists.storageClasses);
    if (problem !== null) return { type: "unread", problem };
    const name = volume.storageClassName ?? "";
    const evidence = `The PersistentVolume ${volume.name} uses it, and its StorageClass${name && ` ${name}`} is not there any more.`;
    return { type: "none", evidence };
  }
  // A mount target that somebody made and a class only names is that person's, not the class's.
  if (!isMadeByDriver && parameterOf(storageClass, "mountTargetOcid") !== null) return null;
  const setting: DeclaredSetting = {
    object: { kind: "StorageClass", namespace: null, name: storageClass.name },
    uid: storageClass.uid,
    text: parameterOf(storageClass, storageClassParameter),
    changedAt: storageClass.createdAt,
    outOfReach: outOfReach(storageClass, volume),
  };
  return { type: "found", setting };
};

/**
 * What a cluster's manifests declare for one resource; `null` for one that no manifest owns. A Service is known by its
 * UID in the name of the load balancer or by its address, an IngressClass by the OCID it carries, a StorageClass
 * through the volume on the mount target, by its file system, its name or its address.
 */
export function findDeclared(subject: ManifestSubject, lists: KubernetesLists): DeclaredLookup | null {
  switch (subject.resource.kind) {
    case "load-balancer":
    case "network-load-balancer":
      return balancerSetting(subject, lists);
    case "mount-target":
      return mountTargetSetting(subject, lists);
    case "cluster-endpoint":
    case "node-pool-primary-vnic":
    case "node-pool-secondary-vnics":
    case "vcn":
      return null;
  }
}
