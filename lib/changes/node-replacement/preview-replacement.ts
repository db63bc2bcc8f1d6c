import "server-only";
import type { ChangeRefusal } from "@/lib/changes/change-refusal";
import { planReplacement } from "@/lib/changes/node-replacement/replacement-plan";
import type { NodeReplacementPreview } from "@/lib/contract/node-replacements";
import type { Inventory } from "@/lib/inventory/inventory";
import { currentNodeReadings } from "@/lib/inventory/nodes/current-node-readings";
import { poolTruths } from "@/lib/inventory/projections/node-pool-nodes";
import type { OciContext } from "@/lib/oci/clients";
import type { NodePool } from "@/lib/oke/node-pool";
import { evictionGraceOf, replacementLabelKey } from "@/lib/oke/node-replacement";
import { assessSecurityAttributes } from "@/lib/zpr/attribute-verdict";

/** Attributes that no longer exist, or will not for long: nodes cannot be launched with them. */
function attributesThatGo(
  inventory: Inventory,
  pool: NodePool,
): Pick<NodeReplacementPreview, "deletedAttributes" | "deletingAttributes"> {
  const attributes = [
    ...(pool.primaryVnic?.securityAttributes ?? []),
    ...pool.secondaryVnics.flatMap(({ createVnicDetails }) => createVnicDetails.securityAttributes),
  ];
  const assessed = assessSecurityAttributes(attributes, inventory.catalog);
  const namesIn = (wanted: "deleted" | "deleting") => [
    ...new Set(
      assessed.filter(({ verdict: { state } }) => state === wanted).map(({ namespace, key }) => `${namespace}.${key}`),
    ),
  ];
  return { deletedAttributes: namesIn("deleted"), deletingAttributes: namesIn("deleting") };
}

/** What of the nodes is known from the last reading of their VNICs. */
function standing(ociContext: OciContext, inventory: Inventory, nodePoolId: string): ReadonlyMap<string, boolean> {
  const { reading } = currentNodeReadings().pool(ociContext.principal, nodePoolId);
  const truths = reading === null ? [] : (poolTruths(inventory, reading)?.truths ?? []);
  return new Map(truths.map(({ node, isInStep }) => [node.id ?? "", isInStep]));
}

/**
 * What `startReplacement` would do, without doing it. Refuses what it refuses, but for the override. Throws
 * `OciRequestError` when the pool cannot be read.
 */
export async function previewReplacement(
  ociContext: OciContext,
  inventory: Inventory,
  nodePoolId: string,
): Promise<{ readonly ok: true; readonly preview: NodeReplacementPreview } | ChangeRefusal> {
  const plan = await planReplacement(ociContext, inventory, nodePoolId);
  if (!plan.ok) return plan;
  const { pool, etag, method, nodes, nodeJoin } = plan;
  const inStep = standing(ociContext, inventory, nodePoolId);
  return {
    ok: true,
    preview: {
      nodePoolId,
      nodePoolName: pool.name ?? pool.id,
      etag,
      method,
      nodes: nodes.map(({ id, name, lifecycleState }) => ({
        id,
        name: name ?? id,
        lifecycleState,
        isInStep: inStep.get(id) ?? null,
      })),
      evictionGrace: evictionGraceOf(pool),
      nodeJoin,
      ...attributesThatGo(inventory, pool),
      labelKey: method === "cycling" ? replacementLabelKey : null,
    },
  };
}
