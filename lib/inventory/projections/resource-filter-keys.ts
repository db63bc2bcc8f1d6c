import type { clusterMatchWords, resourceFilterKeys, ResourceListItem } from "@/lib/contract/resources";
import type { FilterKey } from "@/lib/inventory/projections/filter-key";
import { clusterIdOf } from "@/lib/inventory/projections/inventory-index";
import { compartmentKey, isCluster, kindKey, regionKey } from "@/lib/inventory/projections/place-filter-keys";
import { attributeText, isProtected } from "@/lib/inventory/projections/resource-attributes";
import { attributesOf } from "@/lib/oke/carried-attributes";
import type { ProtectedResource } from "@/lib/oke/protected-resource";
import { type AssessedSecurityAttribute, isStale } from "@/lib/zpr/verdict-state";

/** Whether an attribute is in the namespace asked for, is the attribute asked for, or has the value asked for too. */
export function isAttribute({ namespace, key, value, unreadable }: AssessedSecurityAttribute, wanted: string): boolean {
  const name = `${namespace}.${key}`;
  const lower = wanted.toLowerCase();
  if (lower === namespace.toLowerCase() || lower === name.toLowerCase()) return true;
  // Names have no case, values have.
  return lower.startsWith(`${name.toLowerCase()}:`) && wanted.slice(name.length + 1) === (unreadable ?? value);
}

/** How a resource stands to a cluster, in the word of the address. */
export const matchWordOf = ({ cluster }: ProtectedResource): (typeof clusterMatchWords)[number] =>
  cluster.type === "matched" ? cluster.confidence : cluster.type;

/** The verdicts of attributes, and `stale` where any of them wants cleaning up. */
export function verdictWords(attributes: readonly AssessedSecurityAttribute[]): readonly string[] {
  const states = attributes.map(({ verdict }) => verdict.state);
  return [...states, ...(states.some(isStale) ? ["stale"] : [])];
}

/** What the filter of the resources can name. */
export const resourceKeys: Record<(typeof resourceFilterKeys)[number], FilterKey<ResourceListItem>> = {
  name: { what: "Name", kind: "text", valuesOf: ({ displayName }) => [displayName] },
  kind: kindKey,
  cluster: {
    what: "Cluster that it stands under, by name or OCID",
    kind: "choice",
    valuesOf: ({ clusterName }) => [clusterName],
    fits: (row, wanted) => isCluster(row.clusterName, clusterIdOf(row), wanted),
  },
  match: { what: "How sure its cluster is", kind: "choice", valuesOf: (row) => [matchWordOf(row)] },
  region: regionKey,
  compartment: compartmentKey,
  attr: {
    what: "Attribute that it carries: namespace, namespace.key or namespace.key:value",
    kind: "choice",
    valuesOf: (row) => attributesOf(row).map(attributeText),
    fits: (row, wanted) =>
      wanted === "" ? !isProtected(row) : attributesOf(row).some((attribute) => isAttribute(attribute, wanted)),
  },
  attributes: { what: "Number of attributes", kind: "number", valuesOf: (row) => [attributesOf(row).length] },
  state: {
    what: "What is to be said of its attributes: ok, stale, deleted and the like",
    kind: "choice",
    valuesOf: (row) => verdictWords(attributesOf(row)),
  },
  lifecycle: { what: "Lifecycle state", kind: "choice", valuesOf: ({ lifecycleState }) => [lifecycleState] },
  owner: { what: "Where its attributes are set", kind: "choice", valuesOf: ({ owner }) => [owner.type] },
  protected: {
    what: "Whether it carries attributes",
    kind: "choice",
    valuesOf: (row) => [isProtected(row) ? "yes" : "no"],
  },
};
