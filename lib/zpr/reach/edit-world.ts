import type { ReachAttribute, ReachEndpoint, ReachPolicy, ReachWorld } from "@/lib/zpr/reach/reach-world";

/** The world in which an endpoint or a VCN carries this set instead of its own. */
export function withAttributes(world: ReachWorld, id: string, attributes: readonly ReachAttribute[]): ReachWorld {
  const edited = <T extends { readonly id: string }>(each: T): T => (each.id === id ? { ...each, attributes } : each);
  return { ...world, endpoints: world.endpoints.map(edited), vcns: world.vcns.map(edited) };
}

/** The world with this policy in the place of the one of its id, or besides all others. */
export function withPolicy(world: ReachWorld, policy: ReachPolicy): ReachWorld {
  return { ...world, policies: [...withoutPolicy(world, policy.id).policies, policy] };
}

export const withoutPolicy = (world: ReachWorld, id: string): ReachWorld => ({
  ...world,
  policies: world.policies.filter((policy) => policy.id !== id),
});

const newNodesId = (id: string) => `${id}:new-nodes`;

/**
 * A node pool as two endpoints, for the time in which nodes that run keep the old set and new ones get another. Gives
 * the world and the id of the new nodes, which still carry what the running ones do; `null` without such an endpoint.
 */
export function withNewNodes(
  world: ReachWorld,
  id: string,
): { readonly world: ReachWorld; readonly id: string } | null {
  const pool = world.endpoints.find((endpoint) => endpoint.id === id);
  if (pool === undefined) return null;
  const part = (words: string, partId: string): ReachEndpoint => ({
    ...pool,
    id: partId,
    name: `${words} ${pool.name}`,
  });
  const endpoints = world.endpoints.map((each) => (each === pool ? part("running nodes of", id) : each));
  return {
    world: { ...world, endpoints: [...endpoints, part("new nodes of", newNodesId(id))] },
    id: newNodesId(id),
  };
}
