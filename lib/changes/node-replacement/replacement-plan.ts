import "server-only";
import { refusal, type ChangeRefusal } from "@/lib/changes/change-refusal";
import { tryRead } from "@/lib/changes/oci-trouble";
import type { Inventory } from "@/lib/inventory/inventory";
import { indexOf } from "@/lib/inventory/projections/inventory-index";
import type { OciContext } from "@/lib/oci/clients";
import { getNodePool } from "@/lib/oci/node-pools";
import { listZprPolicies } from "@/lib/oci/zpr";
import type { Node, NodePool } from "@/lib/oke/node-pool";
import { replacementMethodOf, type ReplacementMethod } from "@/lib/oke/node-replacement";
import { nodeJoinStatements, type NodeJoinStatements } from "@/lib/zpr/node-join-statements";

/** A node that is there to be replaced: OKE gives a node its OCID once its instance is made. */
export type PresentNode = Node & { readonly id: string };

/** A replacement that may be made, from a fresh read of its pool. */
export type ReplacementPlan = {
  readonly ok: true;
  readonly pool: NodePool;
  readonly etag: string;
  readonly region: string;
  readonly compartmentId: string;
  readonly method: ReplacementMethod;
  readonly nodes: readonly PresentNode[];
  readonly nodeJoin: NodeJoinStatements;
};

const unknownPool = refusal(404, {
  code: "NotAuthorizedOrNotFound",
  message: "The console knows no such node pool: it was deleted, you may not see it, or it was made a moment ago.",
  field: "nodePoolId",
});

const notNow = (message: string) => refusal(409, { code: "IncorrectState", message, field: "nodePoolId" });

const isPresent = (node: Node): node is PresentNode =>
  node.id !== null && !["DELETED", "DELETING"].includes(node.lifecycleState);

async function nodeJoinOf(ociContext: OciContext, inventory: Inventory, pool: NodePool): Promise<NodeJoinStatements> {
  const nodeAttributes = pool.primaryVnic?.securityAttributes ?? [];
  if (nodeAttributes.length === 0) return nodeJoinStatements({ nodeAttributes, vcnAttributes: null, policies: null });
  const index = indexOf(inventory);
  const vcnId = index.clusters.get(pool.clusterId ?? "")?.vcnId ?? "";
  const policies = await tryRead(() => listZprPolicies(ociContext, { region: inventory.homeRegion }));
  return nodeJoinStatements({
    nodeAttributes,
    vcnAttributes: index.resources.get(vcnId)?.securityAttributes ?? null,
    policies: policies && { policies, isComplete: true },
  });
}

/**
 * Reads a pool and what its new nodes need, and gives how its nodes can be replaced, or why not. Writes nothing. Throws
 * `OciRequestError` when the pool cannot be read.
 */
export async function planReplacement(
  ociContext: OciContext,
  inventory: Inventory,
  nodePoolId: string,
): Promise<ReplacementPlan | ChangeRefusal> {
  const index = indexOf(inventory);
  const known = index.nodePools.get(nodePoolId);
  if (known === undefined) return unknownPool;
  const { region } = known;
  const { nodePool: pool, etag } = await getNodePool(ociContext, { region, nodePoolId });
  const cluster = index.clusters.get(pool.clusterId ?? "");
  const method = cluster ? replacementMethodOf(cluster) : null;
  if (cluster === undefined || method === null) {
    return notNow(
      "Whether the cluster is basic or enhanced is not known, so neither is how its nodes can be replaced.",
    );
  }
  if (pool.lifecycleState !== "ACTIVE" && pool.lifecycleState !== "NEEDS_ATTENTION") {
    return notNow(`The node pool is in state ${pool.lifecycleState}. OKE takes one change at a time.`);
  }
  if (etag === null || pool.nodes === null) return notNow("OCI gave the node pool without its nodes or its etag.");
  const nodes = pool.nodes.filter(isPresent);
  if (nodes.length === 0) return notNow("The node pool has no nodes. New ones carry the present set.");
  return {
    ok: true,
    pool,
    etag,
    region,
    compartmentId: pool.compartmentId ?? cluster.compartmentId,
    method,
    nodes,
    nodeJoin: await nodeJoinOf(ociContext, inventory, pool),
  };
}
