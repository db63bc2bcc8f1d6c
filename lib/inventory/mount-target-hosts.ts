import type { Inventory } from "@/lib/inventory/inventory";
import { manifestSubjects } from "@/lib/inventory/manifest-subjects";
import type { KubernetesLists } from "@/lib/oke/declared-setting";
import { manifestIndexOf } from "@/lib/oke/manifest-index";
import type { PrivateIp } from "@/lib/oke/network";

type Cluster = Inventory["clusters"][number];

/** Mount targets whose addresses are asked for at most: each is a call. */
const maxMountTargets = 40;

/** A mount target that no tag and no name ties to a volume of the cluster, with its private addresses. */
export type UntiedMountTarget = { readonly id: string; readonly privateIpIds: readonly string[] };

/**
 * The mount targets of the cluster, or of its VCN, whose address alone may tie them to a volume; none where the cluster
 * has no volume whose mount target is not known already.
 */
export function untiedMountTargets(
  inventory: Inventory,
  cluster: Cluster,
  lists: KubernetesLists,
): readonly UntiedMountTarget[] {
  const index = manifestIndexOf(lists);
  if (index.volumeOfHost.size === 0) return [];
  const mountTargets = new Map(inventory.mountTargets.map((mountTarget) => [mountTarget.id, mountTarget]));
  return manifestSubjects(inventory, cluster)
    .filter(({ resource }) => resource.kind === "mount-target")
    .filter(({ resource, isOfCluster }) => isOfCluster || (cluster.vcnId !== null && resource.vcnId === cluster.vcnId))
    .filter(
      ({ resource, subject }) =>
        !index.volumeOfName.has(resource.displayName) &&
        !subject.fileSystemIds.some((id) => index.volumeOfFileSystem.has(id)),
    )
    .flatMap(({ resource }) => mountTargets.get(resource.ocid) ?? [])
    .filter(({ privateIpIds }) => privateIpIds.length > 0)
    .map(({ id, privateIpIds }) => ({ id, privateIpIds }))
    .slice(0, maxMountTargets);
}

const subnetDomains = new WeakMap<Inventory, ReadonlyMap<string, string>>();

function domainOfSubnet(inventory: Inventory, subnetId: string | null): string | undefined {
  const known =
    subnetDomains.get(inventory) ??
    new Map(
      inventory.subnets.flatMap(({ id, subnetDomainName: name }) => (name === null ? [] : [[id, name] as const])),
    );
  subnetDomains.set(inventory, known);
  return known.get(subnetId ?? "");
}

/** What a volume's handle may call an address: the address, and its DNS name where it has one. */
export function hostsOf(inventory: Inventory, { ipAddress, hostnameLabel, subnetId }: PrivateIp): readonly string[] {
  const domain = domainOfSubnet(inventory, subnetId);
  const names = hostnameLabel === null || domain === undefined ? [] : [`${hostnameLabel}.${domain}`];
  return [ipAddress, ...names].map((host) => host.toLowerCase());
}
