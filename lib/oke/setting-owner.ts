import type { LoadBalancer, NetworkLoadBalancer } from "@/lib/oke/load-balancer";
import type { FileSystem, MountTarget } from "@/lib/oke/mount-target";
import type { SettingOwner } from "@/lib/oke/protected-resource";
import type { DefinedTag } from "@/lib/oke/wire";

const uuid = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
const label = "[a-z0-9](?:[-a-z0-9]*[a-z0-9])?";
const serviceUid = new RegExp(`^${uuid}$`, "i");
const namespacedService = new RegExp(`^(${label})/(${label})/${uuid}$`, "i");
const ingressClassName = new RegExp(`^k8s-(${label}(?:\\.${label})*)$`);

type Tagged = { readonly definedTags: readonly DefinedTag[]; readonly systemTags: readonly DefinedTag[] };

export const isClusterSystemTag = (tag: DefinedTag) =>
  tag.namespace === "orcl-containerengine" && tag.key === "Cluster";

/** Controllers act as the cluster: the system tag that they set, or a creator that is a cluster, gives them away. */
const isMadeByCluster = ({ definedTags, systemTags }: Tagged) =>
  systemTags.some(isClusterSystemTag) ||
  definedTags.some((tag) => tag.key.toLowerCase() === "createdby" && tag.value.startsWith("ocid1.cluster."));

/**
 * Who owns the setting of a load balancer. The native ingress controller always makes a backend set
 * `default_ingress`; the cloud controller manager names a load balancer by the UID of its Service.
 * https://github.com/oracle/oci-native-ingress-controller, https://github.com/oracle/oci-cloud-controller-manager
 */
export function loadBalancerOwner(loadBalancer: LoadBalancer): SettingOwner {
  const displayName = loadBalancer.displayName ?? "";
  if (loadBalancer.backendSets.some((backendSet) => backendSet.name === "default_ingress")) {
    return { type: "ingress-class-annotation", name: ingressClassName.exec(displayName)?.[1] ?? null };
  }
  return serviceUid.test(displayName) || isMadeByCluster(loadBalancer)
    ? { type: "service-annotation", namespace: null, name: null }
    : { type: "resource" };
}

/** Who owns the setting of a network load balancer: one of a Service is named `namespace/name/UID`. */
export function networkLoadBalancerOwner(networkLoadBalancer: NetworkLoadBalancer): SettingOwner {
  const [, namespace, name] = namespacedService.exec(networkLoadBalancer.displayName ?? "") ?? [];
  if (namespace !== undefined && name !== undefined) return { type: "service-annotation", namespace, name };
  return isMadeByCluster(networkLoadBalancer)
    ? { type: "service-annotation", namespace: null, name: null }
    : { type: "resource" };
}

/** The CSI driver marks the file system, not the mount target, and only where it made the mount target itself. */
const isMadeWith = (fileSystem: FileSystem) =>
  fileSystem.freeformTags.some((tag) => tag.key === "isDeleteMountTarget" && tag.value === "true");

/** Who owns the setting of a mount target, given the file systems whose tags name it. */
export function mountTargetOwner(mountTarget: MountTarget, fileSystems: readonly FileSystem[]): SettingOwner {
  const isMadeByDriver =
    (mountTarget.displayName ?? "").startsWith("csi-fss-") ||
    fileSystems.some(isMadeWith) ||
    isMadeByCluster(mountTarget);
  return isMadeByDriver ? { type: "storage-class-parameter" } : { type: "resource" };
}
