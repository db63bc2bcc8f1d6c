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

/** The id of the new nodes of a pool, in a world that `withNewNodes` made. */
export const newNodesId = (id: string) => `${id}:new-nodes`;

type Running = { readonly nodeCount: number; readonly attributes: ReachEndpoint["attributes"] };

/** The id of the pool that parts of it, made by `withNewNodes`, stand under. */
export const poolIdOfPart = (endpointId: string): string =>
  endpointId.replace(/:(?:new-nodes|running-nodes-\d+)$/u, "");

/**
 * A node pool in parts, for the time in which nodes that run keep what they carry and new ones get another set. Gives the
 * world and the id of the new nodes, which still carry the present set; `null` without such an endpoint.
 * @param running what running nodes carry, those of one set together; empty where it is not known: then they carry the
 * pool's present set
 */
export function withNewNodes(
  world: ReachWorld,
  id: string,
  running: readonly Running[] = [],
): { readonly world: ReachWorld; readonly id: string } | null {
  const pool = world.endpoints.find((endpoint) => endpoint.id === id);
  if (pool === undefined) return null;
  const part = (words: string, partId: string, attributes = pool.attributes): ReachEndpoint => ({
    ...pool,
    id: partId,
    name: `${words} ${pool.name}`,
    attributes,
  });
  const total = running.reduce((sum, { nodeCount }) => sum + nodeCount, 0);
  const runningParts =
    running.length === 0
      ? [part("running nodes of", id)]
      : running.map(({ nodeCount, attributes }, index) => {
          const words = running.length === 1 ? "running nodes of" : `${nodeCount} of ${total} running nodes of`;
          return part(words, index === 0 ? id : `${id}:running-nodes-${index + 1}`, attributes);
        });
  const endpoints = world.endpoints.flatMap((each) => (each === pool ? runningParts : [each]));
  return {
    world: { ...world, endpoints: [...endpoints, part("new nodes of", newNodesId(id))] },
    id: newNodesId(id),
  };
}
