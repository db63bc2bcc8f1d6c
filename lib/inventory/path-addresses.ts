import "server-only";
import { currentReadings } from "@/lib/inventory/current-readings";
import type { Inventory } from "@/lib/inventory/inventory";
import { currentNodeReadings } from "@/lib/inventory/nodes/current-node-readings";
import { indexOf } from "@/lib/inventory/projections/inventory-index";
import type { AddressesOfPath, PathEnds } from "@/lib/inventory/projections/path-test";
import type { OciContext } from "@/lib/oci/clients";
import { noPathAddresses, type PathAddresses } from "@/lib/oke/path-analysis";

/** One call for the address of a mount target, unless that was made in the last minutes. */
async function mountTargetAddress(ociContext: OciContext, inventory: Inventory, ocid: string): Promise<PathAddresses> {
  const mountTarget = inventory.mountTargets.find(({ id }) => id === ocid);
  const [privateIpId] = mountTarget?.privateIpIds ?? [];
  if (mountTarget === undefined || privateIpId === undefined) return noPathAddresses;
  const reading = await currentReadings().privateIps.read(ociContext, { region: mountTarget.region, privateIpId });
  return { ...noPathAddresses, mountTargetAddress: reading.state === "read" ? reading.value.ipAddress : null };
}

/** Of a pool whose nodes somebody had read: nothing is read for it here, it would be a call for each VNIC. */
function podAddress({ principal }: OciContext, ocid: string): PathAddresses {
  const { reading } = currentNodeReadings().pool(principal, ocid);
  for (const { node, vnics } of reading?.nodes ?? []) {
    if (node.lifecycleState !== "ACTIVE") continue;
    for (const { vnic } of vnics ?? []) {
      if (vnic?.lifecycleState !== "AVAILABLE" || vnic.isPrimary !== false) continue;
      if (vnic.privateIp === null || vnic.subnetId === null) continue;
      const nodeName = node.name ?? node.id ?? "without a name";
      return { ...noPathAddresses, podAddress: { address: vnic.privateIp, subnetId: vnic.subnetId, nodeName } };
    }
  }
  return noPathAddresses;
}

async function addressesOf(ociContext: OciContext, inventory: Inventory, end: string): Promise<PathAddresses> {
  const resource = indexOf(inventory).resources.get(end);
  if (resource?.kind === "mount-target") return mountTargetAddress(ociContext, inventory, resource.ocid);
  if (resource?.kind === "node-pool-secondary-vnics") return podAddress(ociContext, resource.ocid);
  return noPathAddresses;
}

/** What is known of the addresses of the ends of a path; without any where the call is refused. Never throws. */
export async function pathAddresses(
  ociContext: OciContext,
  inventory: Inventory,
  ends: PathEnds,
): Promise<AddressesOfPath> {
  const read = ends.map(async (end) => [end, await addressesOf(ociContext, inventory, end)] as const);
  const known = new Map(await Promise.all(read));
  return (end) => known.get(end) ?? noPathAddresses;
}
