import type { Query } from "@tanstack/react-query";

const derived: ReadonlySet<unknown> = new Set([
  "findByOcid",
  "search",
  "getInventoryCounts",
  "listClusters",
  "getCluster",
  "getDeclared",
  "getClusterReadiness",
  "getNodePool",
  "getNodePoolNodes",
  "getClusterNodes",
  "listResources",
  "listFindings",
  "listCoverage",
  "getPathTest",
  "listSecurityAttributes",
  "listSelectableNamespaces",
  "listZprPolicies",
  "getZprPolicy",
  "listZprPolicyNames",
  "getTrace",
  "getMap",
  "listNamingStatements",
  "listAttributeDependents",
  "countStatements",
  "getRequiredStatements",
  "getGuards",
]);

/** Whether a query shows a part of the inventory, and so is old as soon as the inventory's revision changes. */
export const inventoryLists = (query: Pick<Query, "queryKey">): boolean => derived.has(query.queryKey[0]);
