import type { DrgAttachment, LocalPeeringGateway, Vcn } from "@/lib/oke/network";

type Regional<T> = T & { readonly region: string };

/** The lists of an inventory that tell which VCNs are joined. */
export type PeeredVcnsParts = {
  readonly vcns: readonly Regional<Vcn>[];
  readonly localPeeringGateways: readonly Regional<LocalPeeringGateway>[];
  readonly drgAttachments: readonly Regional<DrgAttachment>[];
};

/** VCNs by their OCIDs, any two of which are joined. */
type Group = readonly string[];

/**
 * Groups of VCNs any two of which are peered as far as was read: by local peering gateways, or because they are attached
 * to one DRG. A VCN that is peered with one that cannot be seen may be peered with any other of its region, and is in a
 * group with each. Whether routes lead there is not looked at.
 */
export const peeredVcns = (parts: PeeredVcnsParts): readonly Group[] => [...locallyPeered(parts), ...onOneDrg(parts)];

function locallyPeered({ vcns, localPeeringGateways }: PeeredVcnsParts): readonly Group[] {
  const byId = new Map(localPeeringGateways.map((gateway) => [gateway.id, gateway]));
  const pairs = new Map<string, Group>();
  for (const { vcnId, peerId, peeringStatus, isCrossTenancyPeering, region } of localPeeringGateways) {
    if (peeringStatus !== "PEERED") continue;
    const peer = byId.get(peerId ?? "");
    const others = vcns.filter((vcn) => vcn.region === region && vcn.id !== vcnId).map(({ id }) => id);
    const possible = peer ? [peer.vcnId] : isCrossTenancyPeering === true ? [] : others;
    for (const other of possible) {
      const pair = [vcnId, other].toSorted();
      pairs.set(pair.join(" "), pair);
    }
  }
  return [...pairs.values()];
}

function onOneDrg({ drgAttachments }: PeeredVcnsParts): readonly Group[] {
  const attached = new Map<string, Set<string>>();
  for (const { drgId, networkDetails, vcnId, lifecycleState } of drgAttachments) {
    const isOfVcn = networkDetails === null || networkDetails.type === "VCN";
    const id = networkDetails?.id ?? vcnId;
    if (!isOfVcn || id === null || lifecycleState !== "ATTACHED") continue;
    attached.set(drgId, (attached.get(drgId) ?? new Set()).add(id));
  }
  return [...attached.values()].filter(({ size }) => size > 1).map((ids) => [...ids]);
}
