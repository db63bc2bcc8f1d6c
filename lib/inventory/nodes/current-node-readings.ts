import "server-only";
import { changedMatches } from "@/lib/inventory/changed-matches";
import { currentInventories } from "@/lib/inventory/current-inventories";
import { changedPoolSurfaces } from "@/lib/inventory/fresh-node-pools";
import { makeNodeReadings, type NodeReadings } from "@/lib/inventory/nodes/node-readings";
import type { NodesReading } from "@/lib/inventory/nodes/nodes-reading";
import { keepPodAddresses, podAddressesOf } from "@/lib/inventory/nodes/pod-addresses";
import type { Principal } from "@/lib/oci/principal";

declare global {
  /** Pages and route handlers have separate copies of this module; what was read is the process's. */
  var zprConsoleNodeReadings: NodeReadings | undefined;
}

/** Nodes are compared with what their pool says now, so a pool that was found changed is put in its place. */
function putPoolsInPlace(principal: Principal, { pools }: NodesReading): void {
  const { inventory } = currentInventories().view({ principal });
  if (inventory === null) return;
  const readAts = new Map([...pools].map(([id, { readAt }]) => [id, readAt]));
  const read = [...pools.values()].flatMap(({ pool }) => pool ?? []);
  for (const resource of changedPoolSurfaces(inventory, read)) {
    currentInventories().replaceResource(principal, { resource, readAt: readAts.get(resource.ocid) ?? "" });
  }
}

/** Whose backends pods are is known once their addresses are: then a load balancer stands there surely. */
function putMatchesInPlace(principal: Principal, { podAddresses, unpooled }: NodesReading): void {
  if (podAddresses === null || unpooled === null) return;
  keepPodAddresses(principal, podAddresses.clusterId, podAddresses.addresses);
  const { inventory } = currentInventories().view({ principal });
  if (inventory === null) return;
  for (const resource of changedMatches(inventory, podAddressesOf(principal))) {
    currentInventories().replaceResource(principal, { resource, readAt: unpooled.readAt });
  }
}

/** The readings of nodes of this process. */
export function currentNodeReadings(): NodeReadings {
  globalThis.zprConsoleNodeReadings ??= makeNodeReadings({
    now: Date.now,
    onRead(principal, reading) {
      putPoolsInPlace(principal, reading);
      putMatchesInPlace(principal, reading);
    },
  });
  return globalThis.zprConsoleNodeReadings;
}
