import "server-only";
import { acceptedFrom, type Accepted } from "@/lib/oci/answers";
import { callOci, type OciContext } from "@/lib/oci/clients";
import { encodedQuery } from "@/lib/oci/query";
import type { NodePool } from "@/lib/oke/node-pool";

type OfNodePool = { readonly region: string; readonly nodePoolId: string; readonly etag: string };

export type Cycling = OfNodePool & {
  /** All labels of new nodes, the changed one among them: without a change of the pool OKE cycles nothing. */
  readonly initialNodeLabels: NodePool["initialNodeLabels"];
  /** A number of nodes or a percentage. */
  readonly maximumSurge: string;
  readonly maximumUnavailable: string;
};

/** Has OKE replace every node of a pool, a few at a time. Enhanced clusters only. Throws `OciRequestError`. */
export async function cycleNodes(context: OciContext, cycling: Cycling): Promise<Accepted> {
  const { region, nodePoolId, etag, initialNodeLabels, maximumSurge, maximumUnavailable } = cycling;
  const { models } = await import("oci-containerengine");
  const updateNodePoolDetails = {
    initialNodeLabels: initialNodeLabels.map(({ key, value }) => ({
      ...(key !== null && { key }),
      ...(value !== null && { value }),
    })),
    nodePoolCyclingDetails: {
      isNodeCyclingEnabled: true,
      cycleModes: [models.CycleMode.InstanceReplace],
      maximumSurge,
      maximumUnavailable,
    },
  };
  return acceptedFrom(
    await callOci(context, { service: "containerengine", operation: "updateNodePool", region }, (client) =>
      client.updateNodePool({ nodePoolId, ifMatch: etag, updateNodePoolDetails }),
    ),
  );
}

/**
 * Deletes one node of a pool that keeps its size, so that OKE launches another with what the pool says now. The pool's
 * own eviction grace applies. Throws `OciRequestError`.
 */
export async function deleteNodeForReplacement(
  context: OciContext,
  { region, nodePoolId, etag, nodeId }: OfNodePool & { readonly nodeId: string },
): Promise<Accepted> {
  return acceptedFrom(
    await callOci(context, { service: "containerengine", operation: "deleteNode", region }, (client) =>
      client.deleteNode({ nodePoolId, nodeId, ifMatch: etag, ...encodedQuery({ isDecrementSize: false }) }),
    ),
  );
}
