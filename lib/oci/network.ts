import "server-only";
import { ocidOf, readList } from "@/lib/oci/answers";
import type { OciContext } from "@/lib/oci/clients";
import { encodedQuery } from "@/lib/oci/query";
import { subnetSchema, vcnSchema, type Subnet, type Vcn } from "@/lib/oke/network";

type InCompartment = { readonly region: string; readonly compartmentId: string };

const service = "virtualnetwork";

/** Reads the VCNs of one compartment. Throws `OciRequestError`. */
export function listVcns(context: OciContext, { region, compartmentId }: InCompartment): Promise<readonly Vcn[]> {
  return readList(
    context,
    { service, operation: "listVcns", region, schema: vcnSchema, keyOf: ocidOf },
    (client, page) => client.listVcns({ ...encodedQuery({ compartmentId }), ...page }),
  );
}

/** Reads the subnets of one compartment, of every VCN. Throws `OciRequestError`. */
export function listSubnets(context: OciContext, { region, compartmentId }: InCompartment): Promise<readonly Subnet[]> {
  return readList(
    context,
    { service, operation: "listSubnets", region, schema: subnetSchema, keyOf: ocidOf },
    (client, page) => client.listSubnets({ ...encodedQuery({ compartmentId }), ...page }),
  );
}
