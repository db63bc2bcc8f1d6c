import "server-only";
import { acceptedFrom, ocidOf, parseAnswer, readList, type Accepted, type WithEtag } from "@/lib/oci/answers";
import { callOci, type OciContext } from "@/lib/oci/clients";
import { OciRequestError } from "@/lib/oci/errors";
import { encodedQuery } from "@/lib/oci/query";
import { nodePoolSchema, virtualNodePoolSchema, type NodePool, type VirtualNodePool } from "@/lib/oke/node-pool";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";
import { wireFromSecurityAttributes } from "@/lib/zpr/security-attributes";

type InCompartment = { readonly region: string; readonly compartmentId: string };
type OneNodePool = { readonly region: string; readonly nodePoolId: string };
type NodePoolUpdate = OneNodePool & {
  readonly etag: string;
  readonly securityAttributes: readonly SecurityAttribute[];
};

const service = "containerengine";

/** Reads the node pools of one compartment, without their nodes. Throws `OciRequestError`. */
export function listNodePools(
  context: OciContext,
  { region, compartmentId }: InCompartment,
): Promise<readonly NodePool[]> {
  return readList(
    context,
    { service, operation: "listNodePools", region, schema: nodePoolSchema, keyOf: ocidOf },
    (client, page) => client.listNodePools({ ...encodedQuery({ compartmentId }), ...page }),
  );
}

/** Reads one node pool with its nodes and its etag. Throws `OciRequestError`. */
export async function getNodePool(
  context: OciContext,
  { region, nodePoolId }: OneNodePool,
): Promise<WithEtag<"nodePool", NodePool>> {
  const target = { service, operation: "getNodePool", region } as const;
  const { nodePool, etag } = await callOci(context, target, (client) => client.getNodePool({ nodePoolId }));
  return { nodePool: parseAnswer(nodePoolSchema, nodePool, target.operation), etag: etag || null };
}

/** Reads the virtual node pools of one compartment. Throws `OciRequestError`. */
export function listVirtualNodePools(
  context: OciContext,
  { region, compartmentId }: InCompartment,
): Promise<readonly VirtualNodePool[]> {
  return readList(
    context,
    { service, operation: "listVirtualNodePools", region, schema: virtualNodePoolSchema, keyOf: ocidOf },
    (client, page) => client.listVirtualNodePools({ ...encodedQuery({ compartmentId }), ...page }),
  );
}

/**
 * Replaces the security attributes of the primary VNICs that the pool gives to new nodes; an empty list removes all.
 * Everything else is left out, which leaves it alone. Throws `OciRequestError`.
 */
export async function updateNodePoolPrimaryVnic(context: OciContext, update: NodePoolUpdate): Promise<Accepted> {
  const { region, nodePoolId, etag, securityAttributes } = update;
  const updateNodePoolDetails = { primaryVnic: { securityAttributes: wireFromSecurityAttributes(securityAttributes) } };
  return acceptedFrom(
    await callOci(context, { service, operation: "updateNodePool", region }, (client) =>
      client.updateNodePool({ nodePoolId, ifMatch: etag, updateNodePoolDetails }),
    ),
  );
}

/**
 * Writes one set of security attributes to every secondary VNIC that the pool gives to new nodes; an empty list
 * removes all. The service replaces the whole list, so the pool is read again and each entry is sent back with all its
 * members, known or not; the SDK leaves out those that are null. Throws `OciRequestError`; `NoEtagMatch` when the pool is no longer as it was read.
 */
export async function updateNodePoolSecondaryVnics(context: OciContext, update: NodePoolUpdate): Promise<Accepted> {
  const { region, nodePoolId, etag, securityAttributes } = update;
  const read = { service, operation: "getNodePool", region } as const;
  const write = { service, operation: "updateNodePool", region } as const;
  const present = await callOci(context, read, (client) => client.getNodePool({ nodePoolId }));
  if (present.etag !== etag) throw changedMeanwhile(write.operation);
  const secondaryVnics = structuredClone(present.nodePool.secondaryVnics ?? []).map((vnic) => ({
    ...vnic,
    createVnicDetails: {
      ...vnic.createVnicDetails,
      securityAttributes: wireFromSecurityAttributes(securityAttributes),
    },
  }));
  if (secondaryVnics.length === 0) throw noSecondaryVnics(write.operation);
  const request = { nodePoolId, ifMatch: etag, updateNodePoolDetails: { secondaryVnics } };
  return acceptedFrom(await callOci(context, write, (client) => client.updateNodePool(request)));
}

const changedMeanwhile = (operation: string) =>
  new OciRequestError({ code: "NoEtagMatch", message: "The node pool has changed since it was read.", operation });

const noSecondaryVnics = (operation: string) =>
  new OciRequestError({ code: "InvalidParameter", message: "The node pool has no secondary VNICs.", operation });
