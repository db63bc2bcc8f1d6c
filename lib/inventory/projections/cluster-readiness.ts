import type { ClusterReadiness } from "@/lib/contract/readiness";
import type { Inventory } from "@/lib/inventory/inventory";
import { clusterCompleteness } from "@/lib/inventory/projections/cluster-completeness";
import { indexOf } from "@/lib/inventory/projections/inventory-index";
import {
  type LazyReadiness,
  noChoice,
  nothingAsked,
  readinessInput,
} from "@/lib/inventory/projections/readiness-input";
import { clusterReadiness } from "@/lib/oke/readiness/cluster-readiness";
import { iamNeedsOf, namespacesCarried, policyCompartmentsOf } from "@/lib/oke/readiness/iam-needs";
import { iamStatementFrom } from "@/lib/oke/readiness/iam-policy";
import { requiredIamStatements } from "@/lib/oke/readiness/iam-statements";
import { readinessCounts, type ReadinessCounts } from "@/lib/oke/readiness/readiness-check";
import type { ReadinessChoice, ReadinessInput } from "@/lib/oke/readiness/readiness-input";

const maxGroups = 100;

/** The groups that the readable policies speak of, by name; those given by OCID say nothing to a person. */
function groupsIn(input: ReadinessInput, namespaces: readonly string[]): readonly string[] {
  const names = new Set<string>();
  for (const compartmentId of policyCompartmentsOf(input, namespaces)) {
    const reading = input.iamPolicies(compartmentId);
    for (const { statements } of reading.state === "read" ? reading.value : []) {
      for (const text of statements) {
        const subject = iamStatementFrom(text)?.subject;
        if (subject?.kind === "group") for (const name of subject.names) names.add(name);
      }
    }
  }
  const shown = [...names].filter((name) => name !== "" && !name.startsWith("ocid1."));
  return shown.toSorted((a, b) => a.localeCompare(b, "en")).slice(0, maxGroups);
}

/** Answers `GET /api/clusters/{id}/readiness`; `null` when the inventory has no such cluster. */
export function clusterReadinessAnswer(
  inventory: Inventory,
  clusterId: string,
  {
    lazy,
    isReading,
    choice,
  }: { readonly lazy: LazyReadiness; readonly isReading: boolean; readonly choice: ReadinessChoice },
): ClusterReadiness | null {
  const cluster = indexOf(inventory).clusters.get(clusterId);
  if (!cluster) return null;
  const input = readinessInput(inventory, cluster, lazy, choice);
  const checks = clusterReadiness(input);
  const carried = namespacesCarried(input, input.surfaces).map(({ name }) => name);
  const used = new Set(carried.map((name) => name.toLowerCase()));
  return {
    clusterId,
    checks,
    counts: readinessCounts(checks),
    statements: requiredIamStatements(iamNeedsOf(input)),
    choice,
    memberOf: input.memberOf.state === "read" ? input.memberOf.value.flatMap(({ name }) => name || []) : null,
    groups: groupsIn(input, [...carried, ...choice.namespaces]),
    namespaces: input.catalog.namespaces
      .filter(({ lifecycleState }) => lifecycleState === "ACTIVE")
      .map(({ name }) => ({ name, isUsed: used.has(name.toLowerCase()) }))
      .toSorted((a, b) => Number(b.isUsed) - Number(a.isUsed) || a.name.localeCompare(b.name, "en")),
    isReading,
    revision: inventory.revision,
    completeness: clusterCompleteness(inventory, cluster),
  };
}

/** What the pass alone says of a cluster's readiness: for lists, where nothing more is read. */
export const readinessFromPass = (inventory: Inventory, cluster: Inventory["clusters"][number]): ReadinessCounts =>
  readinessCounts(clusterReadiness(readinessInput(inventory, cluster, nothingAsked, noChoice)));
