import "server-only";
import { ocidOf, parseAnswer, readList, type WithEtag } from "@/lib/oci/answers";
import { callOci, type OciContext } from "@/lib/oci/clients";
import { encodedQuery } from "@/lib/oci/query";
import { vnicSchema, type Vnic } from "@/lib/oke/compute";
import {
  drgAttachmentSchema,
  localPeeringGatewaySchema,
  privateIpSchema,
  subnetSchema,
  vcnSchema,
  type DrgAttachment,
  type LocalPeeringGateway,
  type PrivateIp,
  type Subnet,
  type Vcn,
} from "@/lib/oke/network";

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

/** Reads one VCN with its etag. Throws `OciRequestError`. */
export async function getVcn(
  context: OciContext,
  { region, vcnId }: { readonly region: string; readonly vcnId: string },
): Promise<WithEtag<"vcn", Vcn>> {
  const target = { service, operation: "getVcn", region } as const;
  const { vcn, etag } = await callOci(context, target, (client) => client.getVcn({ vcnId }));
  return { vcn: parseAnswer(vcnSchema, vcn, target.operation), etag: etag || null };
}

/** Reads the subnets of one compartment, of every VCN. Throws `OciRequestError`. */
export function listSubnets(context: OciContext, { region, compartmentId }: InCompartment): Promise<readonly Subnet[]> {
  return readList(
    context,
    { service, operation: "listSubnets", region, schema: subnetSchema, keyOf: ocidOf },
    (client, page) => client.listSubnets({ ...encodedQuery({ compartmentId }), ...page }),
  );
}

/** Reads the local peering gateways of one compartment, of every VCN. Throws `OciRequestError`. */
export function listLocalPeeringGateways(
  context: OciContext,
  { region, compartmentId }: InCompartment,
): Promise<readonly LocalPeeringGateway[]> {
  return readList(
    context,
    { service, operation: "listLocalPeeringGateways", region, schema: localPeeringGatewaySchema, keyOf: ocidOf },
    (client, page) => client.listLocalPeeringGateways({ ...encodedQuery({ compartmentId }), ...page }),
  );
}

/** Reads the attachments of VCNs to DRGs in one compartment; OCI lists those alone. Throws `OciRequestError`. */
export function listDrgAttachments(
  context: OciContext,
  { region, compartmentId }: InCompartment,
): Promise<readonly DrgAttachment[]> {
  return readList(
    context,
    { service, operation: "listDrgAttachments", region, schema: drgAttachmentSchema, keyOf: ocidOf },
    (client, page) => client.listDrgAttachments({ ...encodedQuery({ compartmentId }), ...page }),
  );
}

/** Reads one VNIC; there is no list of them. Throws `OciRequestError`. */
export async function getVnic(
  context: OciContext,
  { region, vnicId }: { readonly region: string; readonly vnicId: string },
): Promise<Vnic> {
  const target = { service, operation: "getVnic", region } as const;
  const { vnic } = await callOci(context, target, (client) => client.getVnic({ vnicId }));
  return parseAnswer(vnicSchema, vnic, target.operation);
}

/** Reads one private address. Throws `OciRequestError`. */
export async function getPrivateIp(
  context: OciContext,
  { region, privateIpId }: { readonly region: string; readonly privateIpId: string },
): Promise<PrivateIp> {
  const target = { service, operation: "getPrivateIp", region } as const;
  const { privateIp } = await callOci(context, target, (client) => client.getPrivateIp({ privateIpId }));
  return parseAnswer(privateIpSchema, privateIp, target.operation);
}

/** Reads the private addresses in one subnet, whatever has them. Throws `OciRequestError`. */
export function listPrivateIps(
  context: OciContext,
  { region, subnetId }: { readonly region: string; readonly subnetId: string },
): Promise<readonly PrivateIp[]> {
  return readList(
    context,
    { service, operation: "listPrivateIps", region, schema: privateIpSchema, keyOf: ocidOf },
    (client, page) => client.listPrivateIps({ ...encodedQuery({ subnetId, limit: 1000 }), ...page }),
  );
}
