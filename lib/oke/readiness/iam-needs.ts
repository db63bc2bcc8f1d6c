import { attributesOf } from "@/lib/oke/carried-attributes";
import type { ProtectedResource } from "@/lib/oke/protected-resource";
import type { IamTarget } from "@/lib/oke/readiness/iam-grants";
import type { IamNeeds } from "@/lib/oke/readiness/iam-statements";
import type { ReadinessInput } from "@/lib/oke/readiness/readiness-input";

type NamedTarget = IamTarget & { readonly name: string };

/** Where a namespace lives, by its name; a namespace that is not among those read lives nobody knows where. */
function targetOf({ catalog }: Pick<ReadinessInput, "catalog">, name: string): NamedTarget {
  const namespace = catalog.namespaces.find(
    (each) => each.name.toLowerCase() === name.toLowerCase() && each.lifecycleState !== "DELETED",
  );
  return { name: namespace?.name ?? name, id: namespace?.id ?? null, compartmentId: namespace?.compartmentId ?? null };
}

/** The namespaces of what these resources carry, but for those that are gone: nobody needs a right on them. */
export function namespacesCarried(
  input: Pick<ReadinessInput, "catalog">,
  surfaces: readonly ProtectedResource[],
): readonly NamedTarget[] {
  const current = surfaces
    .flatMap(attributesOf)
    .filter(({ verdict }) => !["deleted", "deleting"].includes(verdict.state));
  const names = new Map(current.map(({ namespace }) => [namespace.toLowerCase(), namespace]));
  return [...names.values()].toSorted((a, b) => (a < b ? -1 : 1)).map((name) => targetOf(input, name));
}

const oneOf = (ids: readonly (string | null)[]): string | null => {
  const [first = null] = ids;
  return ids.every((id) => id === first) ? first : null;
};

/** What has to be granted: for the namespaces that the cluster uses, and for those that were chosen besides. */
export function iamNeedsOf(input: ReadinessInput): IamNeeds {
  const { cluster, nodePools, surfaces, choice, compartments, tenancyId, iamPolicies, memberOf } = input;
  const chosen = choice.namespaces.map((name) => targetOf(input, name));
  const carried = namespacesCarried(input, surfaces);
  const isCarried = ({ name }: NamedTarget) => carried.some((each) => each.name.toLowerCase() === name.toLowerCase());
  return {
    group: choice.group,
    memberOf,
    namespaces: [...carried, ...chosen.filter((each) => !isCarried(each))],
    restrictedTo: chosen,
    clusterId: cluster.id,
    clusterCompartmentId: cluster.compartmentId,
    nodePoolCompartmentId: oneOf(nodePools.map(({ compartmentId }) => compartmentId)),
    tenancyId,
    compartments,
    policies: iamPolicies,
  };
}

/** The compartments whose policies have to be listed: those of the namespaces and all above them. */
export function policyCompartmentsOf(
  input: Pick<ReadinessInput, "catalog" | "compartments" | "tenancyId">,
  names: readonly string[],
): readonly string[] {
  const ids = new Set([input.tenancyId]);
  for (const name of names) {
    for (let id = targetOf(input, name).compartmentId; id !== null && !ids.has(id);) {
      ids.add(id);
      const at: string = id;
      id = input.compartments.find((each) => each.id === at)?.compartmentId ?? null;
    }
  }
  return [...ids];
}
