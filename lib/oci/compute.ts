import "server-only";
import { ocidOf, readList } from "@/lib/oci/answers";
import type { OciContext } from "@/lib/oci/clients";
import { encodedQuery } from "@/lib/oci/query";
import { instanceSchema, vnicAttachmentSchema, type Instance, type VnicAttachment } from "@/lib/oke/compute";

type InCompartment = { readonly region: string; readonly compartmentId: string };

const service = "compute";
/** As many as Compute puts on one page. */
const limit = 1000;

/** Reads which VNICs the instances of one compartment have, of every instance. Throws `OciRequestError`. */
export function listVnicAttachments(
  context: OciContext,
  { region, compartmentId }: InCompartment,
): Promise<readonly VnicAttachment[]> {
  return readList(
    context,
    { service, operation: "listVnicAttachments", region, schema: vnicAttachmentSchema, keyOf: ocidOf },
    (client, page) => client.listVnicAttachments({ ...encodedQuery({ compartmentId, limit }), ...page }),
  );
}

/** Reads the instances of one compartment, terminated ones of the last hour included. Throws `OciRequestError`. */
export function listInstances(
  context: OciContext,
  { region, compartmentId }: InCompartment,
): Promise<readonly Instance[]> {
  return readList(
    context,
    { service, operation: "listInstances", region, schema: instanceSchema, keyOf: ocidOf },
    (client, page) => client.listInstances({ ...encodedQuery({ compartmentId, limit }), ...page }),
  );
}
