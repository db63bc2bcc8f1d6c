import type { clusterFilterKeys, ClusterListItem } from "@/lib/contract/clusters";
import type { Inventory } from "@/lib/inventory/inventory";
import type { FilterKey } from "@/lib/inventory/projections/filter-key";
import { indexOf } from "@/lib/inventory/projections/inventory-index";
import { compartmentKey, regionKey } from "@/lib/inventory/projections/place-filter-keys";
import { attributeText } from "@/lib/inventory/projections/resource-attributes";
import { isAttribute } from "@/lib/inventory/projections/resource-filter-keys";
import { attributesOf } from "@/lib/oke/carried-attributes";
import { attributeVerdictStates, isStale } from "@/lib/zpr/verdict-state";

type ClusterKeys = Record<(typeof clusterFilterKeys)[number], FilterKey<ClusterListItem>>;

function verdictsOf({ verdicts }: ClusterListItem): readonly string[] {
  const states = attributeVerdictStates.filter((state) => verdicts[state] > 0);
  return [...states, ...(states.some(isStale) ? ["stale"] : [])];
}

/** What the filter of the clusters can name; what a cluster's resources carry counts as the cluster's. */
export function clusterKeys(inventory: Inventory): ClusterKeys {
  const carriedBy = ({ id }: ClusterListItem) =>
    (indexOf(inventory).resourcesOfCluster.get(id) ?? []).flatMap(attributesOf);
  return {
    name: { what: "Name", kind: "text", valuesOf: ({ name }) => [name] },
    zpr: { what: "Whether it can use ZPR", kind: "choice", valuesOf: ({ eligibility }) => [eligibility.state] },
    failing: {
      what: "Number of prerequisites that fail",
      kind: "number",
      valuesOf: ({ readiness }) => [readiness.fail],
    },
    state: {
      what: "What is to be said of attributes that its resources carry: ok, stale, deleted and the like",
      kind: "choice",
      valuesOf: verdictsOf,
    },
    attr: {
      what: "Attribute that a resource of it carries: namespace, namespace.key or namespace.key:value",
      kind: "choice",
      valuesOf: (row) => carriedBy(row).map(attributeText),
      fits: (row, wanted) =>
        wanted === ""
          ? carriedBy(row).length === 0
          : carriedBy(row).some((attribute) => isAttribute(attribute, wanted)),
    },
    protected: {
      what: "Number of its resources that carry attributes",
      kind: "number",
      valuesOf: ({ protectedResourceCount }) => [protectedResourceCount],
    },
    pools: { what: "Number of node pools", kind: "number", valuesOf: ({ nodePoolCount }) => [nodePoolCount] },
    region: regionKey,
    compartment: compartmentKey,
    k8s: { what: "Kubernetes version", kind: "version", valuesOf: ({ kubernetesVersion }) => [kubernetesVersion] },
    endpoint: { what: "Kind of Kubernetes API endpoint", kind: "choice", valuesOf: ({ endpoint }) => [endpoint] },
    cni: { what: "Pod networking", kind: "choice", valuesOf: ({ cniType }) => [cniType] },
    lifecycle: { what: "Lifecycle state", kind: "choice", valuesOf: ({ lifecycleState }) => [lifecycleState] },
  };
}
