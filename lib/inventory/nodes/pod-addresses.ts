import "server-only";
import type { Principal } from "@/lib/oci/principal";
import type { PodAddress } from "@/lib/oke/match-index";

declare global {
  /** Pages and route handlers have separate copies of this module; what was read is the process's. */
  var zprConsolePodAddresses: Map<string, Map<string, readonly PodAddress[]>> | undefined;
}

const ofPrincipal = ({ cacheKey }: Principal): Map<string, readonly PodAddress[]> => {
  const all = (globalThis.zprConsolePodAddresses ??= new Map());
  const known = all.get(cacheKey) ?? new Map<string, readonly PodAddress[]>();
  all.set(cacheKey, known);
  return known;
};

/** What the last readings of nodes found of the addresses of pods: those that load balancers have for backends. */
export const podAddressesOf = (principal: Principal): readonly PodAddress[] =>
  [...ofPrincipal(principal).values()].flat();

/** Puts what was found of one cluster in the place of what was known of it. */
export function keepPodAddresses(principal: Principal, clusterId: string, addresses: readonly PodAddress[]): void {
  ofPrincipal(principal).set(clusterId, addresses);
}
