import "server-only";
import type { HoldReason } from "@/lib/contract/edit-hold";
import type { EffectDetails } from "@/lib/contract/effect";
import type { Inventory } from "@/lib/inventory/inventory";
import { clusterIdOf, indexOf } from "@/lib/inventory/projections/inventory-index";

type Named = { readonly name: string; readonly ocid: string };

/** What stands on keys, with single blanks between: no marks that cannot be seen. */
const typeable = /^[^\p{C}\p{Z}]+(?: [^\p{C}\p{Z}]+)*$/u;

function subjectOf(inventory: Inventory, details: EffectDetails): Named {
  if (details.type === "policy") return { name: details.name, ocid: details.policyId ?? details.name };
  const id = details.type === "plan" ? (details.changes[0]?.resourceId ?? "") : details.resourceId;
  const { resources, clusters } = indexOf(inventory);
  const resource = resources.get(id);
  if (resource === undefined) return { name: id, ocid: id };
  const name = clusters.get(clusterIdOf(resource) ?? "")?.name ?? resource.displayName;
  return { name, ocid: resource.ocid };
}

/**
 * The name that a person types to go on against reasons: that of the first cluster that they are about, otherwise of the
 * cluster, the resource or the policy that is edited. A name that no keyboard can type gives way to the end of an OCID.
 */
export function nameToType(inventory: Inventory, reasons: readonly HoldReason[], details: EffectDetails): string {
  const subject = subjectOf(inventory, details);
  const name = reasons.find(({ clusterName }) => clusterName !== null)?.clusterName ?? subject.name;
  return typeable.test(name) ? name : subject.ocid.slice(-6);
}
