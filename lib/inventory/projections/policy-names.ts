import type { ZprPolicyNames } from "@/lib/contract/zpr-policy-edit";
import type { Inventory } from "@/lib/inventory/inventory";
import { lintFactsOf, namedVcnsOf } from "@/lib/inventory/projections/lint-facts";
import { attributesOf } from "@/lib/oke/carried-attributes";
import { namedAttributeKey } from "@/lib/zpr/policy-language/named-attribute";

type Carried = ZprPolicyNames["carried"][number];

/** What resources other than VCNs carry: a VCN's attribute is a location, never an endpoint. */
function carriedIn({ resources }: Inventory): readonly Carried[] {
  const counted = new Map<string, Carried>();
  for (const resource of resources) {
    if (resource.kind === "vcn") continue;
    for (const { namespace, key, value, unreadable } of attributesOf(resource)) {
      if (unreadable !== null) continue;
      const id = namedAttributeKey({ namespace, key, value });
      const resourceCount = (counted.get(id)?.resourceCount ?? 0) + 1;
      counted.set(id, { namespace, key, value, resourceCount });
    }
  }
  return [...counted.values()].toSorted((a, b) => b.resourceCount - a.resourceCount);
}

/** Answers `GET /api/zpr-policy-names`. */
export function policyNames(inventory: Inventory): ZprPolicyNames {
  const { catalog } = inventory;
  const { vcns, resources } = lintFactsOf(inventory, false);
  return {
    catalog,
    vcns: namedVcnsOf(inventory),
    areVcnsWhole: vcns !== null,
    carried: carriedIn(inventory),
    gaps: [
      ...catalog.gaps,
      ...(vcns === null ? ["Not all VCNs could be read."] : []),
      ...(resources === null ? ["Not all resources could be read."] : []),
    ],
  };
}
