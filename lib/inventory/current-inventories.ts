import "server-only";
import type { SeenResource } from "@/lib/inventory/fresh-overlay";
import { makeInventories, type Inventories } from "@/lib/inventory/inventories";
import { podAddressesOf } from "@/lib/inventory/nodes/pod-addresses";
import type { Principal } from "@/lib/oci/principal";
import { protectedResourcesFrom } from "@/lib/oke/protected-resources";

declare global {
  /** Pages and route handlers have separate copies of this module; what was read is the process's. */
  var zprConsoleInventories: Inventories | undefined;
}

/** The inventories of this process. */
export function currentInventories(): Inventories {
  globalThis.zprConsoleInventories ??= makeInventories({
    derive: (read, principal) => protectedResourcesFrom({ ...read, podAddresses: podAddressesOf(principal) }),
    now: Date.now,
  });
  return globalThis.zprConsoleInventories;
}

/** Puts a resource that was read singly, after a write, in its place in the principal's inventory. */
export function replaceResource(principal: Principal, fresh: SeenResource): void {
  currentInventories().replaceResource(principal, fresh);
}
