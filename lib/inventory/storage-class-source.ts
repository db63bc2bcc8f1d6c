import "server-only";
import { currentDeclarations } from "@/lib/inventory/declarations";
import type { Inventory } from "@/lib/inventory/inventory";
import { manifestSubjects } from "@/lib/inventory/manifest-subjects";
import { clusterIdOf } from "@/lib/inventory/projections/inventory-index";
import type { OciContext } from "@/lib/oci/clients";
import { findDeclared } from "@/lib/oke/find-declared";
import type { KubernetesStorageClass } from "@/lib/oke/kubernetes-objects";
import type { StorageClassSource } from "@/lib/oke/manifest";
import type { ProtectedResource } from "@/lib/oke/protected-resource";

/** The StorageClass that a mount target was made with, out of what was read of the manifests already. */
function classOf(context: OciContext, inventory: Inventory, resource: ProtectedResource) {
  const clusterId = clusterIdOf(resource);
  const cluster = inventory.clusters.find(({ id }) => id === clusterId);
  const declaration = cluster && currentDeclarations().peek(context, cluster);
  if (cluster === undefined || !declaration) return undefined;
  const { lists, hosts } = declaration;
  const subjects = manifestSubjects(inventory, cluster, hosts);
  const subject = subjects.find((each) => each.resource.id === resource.id)?.subject;
  const lookup = subject && findDeclared(subject, lists);
  if (lookup?.type !== "found" || lookup.setting.object.kind !== "StorageClass") return undefined;
  const { uid } = lookup.setting;
  return lists.storageClasses.items.find((each) => each.uid === uid);
}

/** What a new class takes over. */
const keptOf = (made: KubernetesStorageClass): StorageClassSource["storageClass"] => {
  const { name, parameters, reclaimPolicy, volumeBindingMode, allowVolumeExpansion, mountOptions } = made;
  return { name, parameters, reclaimPolicy, volumeBindingMode, allowVolumeExpansion, mountOptions };
};

/** What is known for a new StorageClass in the place of the one that made a mount target; `null` for other resources. */
export function storageClassSource(
  context: OciContext,
  inventory: Inventory,
  resource: ProtectedResource,
): StorageClassSource | null {
  if (resource.owner.type !== "storage-class-parameter") return null;
  const found = classOf(context, inventory, resource);
  const mountTarget = inventory.mountTargets.find(({ id }) => id === resource.ocid);
  return {
    storageClass: found === undefined ? null : keptOf(found),
    availabilityDomain: mountTarget?.availabilityDomain ?? null,
    subnetId: mountTarget?.subnetId ?? null,
  };
}
