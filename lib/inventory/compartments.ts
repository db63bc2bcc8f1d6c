import type { Compartment, Tenancy } from "@/lib/oke/tenancy";

/** The tenancy as the compartment that it is: the root, which no list of compartments holds. */
export const rootCompartment = (tenancy: Tenancy): Compartment => ({
  id: tenancy.id,
  compartmentId: null,
  name: tenancy.name ?? "root compartment",
  description: null,
  lifecycleState: "ACTIVE",
});

/** The names from below the root to each compartment, by its OCID. A parent that one may not see leaves its place out. */
export function compartmentPaths(compartments: readonly Compartment[]): ReadonlyMap<string, readonly string[]> {
  const byId = new Map(compartments.map((compartment) => [compartment.id, compartment]));
  const paths = new Map<string, readonly string[]>();
  const pathOf = ({ id, name, compartmentId }: Compartment, below: readonly string[]): readonly string[] => {
    const known = paths.get(id);
    if (known) return known;
    const parent = compartmentId === null || below.includes(id) ? undefined : byId.get(compartmentId);
    const path = parent ? [...pathOf(parent, [...below, id]), name] : [name];
    paths.set(id, path);
    return path;
  };
  for (const compartment of compartments) pathOf(compartment, []);
  return paths;
}

/** The same compartments, those nearest to the root first: what most people look for comes early. */
export function breadthFirst(compartments: readonly Compartment[]): readonly Compartment[] {
  const paths = compartmentPaths(compartments);
  return compartments.toSorted((a, b) => (paths.get(a.id)?.length ?? 0) - (paths.get(b.id)?.length ?? 0));
}

/** The OCIDs of the given compartments and of everything below them. */
export function withDescendants(compartments: readonly Compartment[], ids: readonly string[]): ReadonlySet<string> {
  const children = new Map<string, string[]>();
  for (const { id, compartmentId } of compartments) {
    if (compartmentId !== null) children.set(compartmentId, [...(children.get(compartmentId) ?? []), id]);
  }
  const found = new Set<string>();
  const queue = [...ids];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    queue.push(...(children.get(id) ?? []));
  }
  return found;
}
