import type { NodeTruth } from "@/lib/oke/node-truth";
import { assessSecurityAttributes } from "@/lib/zpr/attribute-verdict";
import { type ReachAttribute, reachAttributesFrom } from "@/lib/zpr/reach/reach-world";
import { attributesOfVnics } from "@/lib/zpr/reach/vnic-attributes";
import type { SecurityAttributeCatalog } from "@/lib/zpr/security-attribute-namespace";

/** Running nodes of a pool that carry the same on one surface; `attributes` is `null` where that could not be read. */
export type RunningNodes = { readonly nodeCount: number; readonly attributes: readonly ReachAttribute[] | null };

/**
 * The nodes of a pool by what their primary or secondary VNICs carry, those of one set together. A node that has no such
 * VNIC, or is still being made, stands in none.
 */
export function runningNodesBySet(
  truths: readonly NodeTruth[],
  surface: "primary" | "secondary",
  catalog: SecurityAttributeCatalog,
): readonly RunningNodes[] {
  const groups = new Map<string, RunningNodes>();
  for (const { primary, secondary } of truths) {
    const vnics = (surface === "primary" ? [primary] : secondary).filter(
      ({ carried, state }) => carried !== null || state === "not-readable",
    );
    if (vnics.length === 0) continue;
    const sets = vnics.flatMap(({ carried }) => (carried === null ? [] : [carried]));
    const attributes =
      sets.length < vnics.length
        ? null
        : attributesOfVnics(sets.map((set) => reachAttributesFrom(assessSecurityAttributes(set, catalog))));
    const key = JSON.stringify(attributes?.map((attribute) => JSON.stringify(attribute)).toSorted() ?? null);
    const known = groups.get(key) ?? { nodeCount: 0, attributes };
    groups.set(key, { ...known, nodeCount: known.nodeCount + 1 });
  }
  return [...groups.values()];
}
