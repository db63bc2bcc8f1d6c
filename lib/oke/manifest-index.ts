import type { KubernetesLists } from "@/lib/oke/declared-setting";
import {
  fileStorageDriver,
  type KubernetesIngressClass,
  type KubernetesPersistentVolume,
  type KubernetesService,
  type KubernetesStorageClass,
} from "@/lib/oke/kubernetes-objects";
import { volumeHandleFrom } from "@/lib/oke/volume-handle";

/** The objects of a cluster by what ties them to resources. Made once for many resources. */
export type ManifestIndex = {
  readonly serviceOfUid: ReadonlyMap<string, KubernetesService>;
  readonly serviceOfAddress: ReadonlyMap<string, KubernetesService>;
  readonly ingressClassOfId: ReadonlyMap<string, KubernetesIngressClass>;
  /** Those that name no load balancer. */
  readonly ingressClassOfName: ReadonlyMap<string, KubernetesIngressClass>;
  readonly volumeOfFileSystem: ReadonlyMap<string, KubernetesPersistentVolume>;
  /** By address or DNS name, in lower case. */
  readonly volumeOfHost: ReadonlyMap<string, KubernetesPersistentVolume>;
  readonly volumeOfName: ReadonlyMap<string, KubernetesPersistentVolume>;
  readonly storageClassOfName: ReadonlyMap<string, KubernetesStorageClass>;
};

/** Of several with one key the first counts. */
const keyed = <T>(items: readonly T[], keysOf: (item: T) => readonly string[]): ReadonlyMap<string, T> =>
  new Map(items.flatMap((item) => keysOf(item).map((key) => [key, item] as const)).toReversed());

const idAnnotation = "oci-native-ingress.oraclecloud.com/id";
/** The OCID that the controller writes into an IngressClass once it has made its load balancer. */
export const loadBalancerIdOf = ({ annotations }: Pick<KubernetesIngressClass, "annotations">): string | undefined =>
  annotations.find(({ key }) => key === idAnnotation)?.value;

const makeIndex = (lists: KubernetesLists): ManifestIndex => {
  const services = lists.services.items.filter(({ type }) => type === "LoadBalancer");
  const classes = lists.ingressClasses.items;
  const volumes = lists.persistentVolumes.items.filter(({ driver }) => driver === fileStorageDriver);
  return {
    serviceOfUid: keyed(services, ({ uid }) => [uid.toLowerCase()]),
    serviceOfAddress: keyed(services, ({ ingressIps }) => ingressIps),
    ingressClassOfId: keyed(classes, (each) => [loadBalancerIdOf(each) ?? []].flat()),
    ingressClassOfName: keyed(
      classes.filter((each) => loadBalancerIdOf(each) === undefined),
      ({ name }) => [name],
    ),
    volumeOfFileSystem: keyed(volumes, ({ volumeHandle }) =>
      [volumeHandleFrom(volumeHandle)?.fileSystemId ?? []].flat(),
    ),
    volumeOfHost: keyed(volumes, ({ volumeHandle }) => [volumeHandleFrom(volumeHandle)?.host ?? []].flat()),
    volumeOfName: keyed(volumes, ({ name }) => [name]),
    storageClassOfName: keyed(lists.storageClasses.items, ({ name }) => [name]),
  };
};

const indexes = new WeakMap<KubernetesLists, ManifestIndex>();

/** The index of these lists; made the first time that they are seen. */
export function manifestIndexOf(lists: KubernetesLists): ManifestIndex {
  const index = indexes.get(lists) ?? makeIndex(lists);
  indexes.set(lists, index);
  return index;
}
