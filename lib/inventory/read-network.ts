import "server-only";
import { inRegion } from "@/lib/inventory/in-region";
import type { Ledger } from "@/lib/inventory/ledger";
import { readCompartments, type CompartmentRead } from "@/lib/inventory/read-compartments";
import type { OciContext } from "@/lib/oci/clients";
import { listDrgAttachments, listLocalPeeringGateways, listSubnets, listVcns } from "@/lib/oci/network";

const service = "virtualnetwork";

const vcnRead: CompartmentRead = {
  operation: "listVcns",
  service,
  read: async (context, place) => ({ vcns: inRegion(place.region, await listVcns(context, place)) }),
};

const subnetRead: CompartmentRead = {
  operation: "listSubnets",
  service,
  read: async (context, place) => ({ subnets: inRegion(place.region, await listSubnets(context, place)) }),
};

/** What joins VCNs of a region to one another. */
const peeringReads: readonly CompartmentRead[] = [
  {
    operation: "listLocalPeeringGateways",
    service,
    read: async (context, place) => ({
      localPeeringGateways: inRegion(place.region, await listLocalPeeringGateways(context, place)),
    }),
  },
  {
    operation: "listDrgAttachments",
    service,
    read: async (context, place) => ({
      drgAttachments: inRegion(place.region, await listDrgAttachments(context, place)),
    }),
  },
];

/**
 * Reads the networks in the compartments of a region. What joins VCNs can stand in any of them, and is asked for only
 * where two VCNs carry an attribute: a statement means no other.
 */
export async function readNetwork(
  context: OciContext,
  ledger: Ledger,
  region: string,
  compartmentIds: readonly string[],
): Promise<void> {
  const read = (kinds: readonly CompartmentRead[]) =>
    readCompartments(context, ledger, kinds, { regions: [region], compartmentIds });
  const readVcns = async () => {
    const lists = await read([vcnRead]);
    const vcns = lists.flatMap(({ objects }) => objects.vcns ?? []);
    const carriers = vcns.filter(({ securityAttributes }) => securityAttributes.length > 0);
    if (carriers.length > 1) await read(peeringReads);
  };
  await Promise.all([readVcns(), read([subnetRead])]);
}
