import { flowCertainty } from "@/lib/zpr/guards/flow-certainty";
import type { AdminSource } from "@/lib/zpr/guards/guard-file";
import { flowBetween, outerEnd } from "@/lib/zpr/guards/guard-pairs";
import { selectResources } from "@/lib/zpr/guards/select-resources";
import { both, type Certainty, either, no, perhaps, yes } from "@/lib/zpr/reach/certainty";
import { type CompiledWorld, compileWorld } from "@/lib/zpr/reach/compile-world";
import type { ProtocolSet } from "@/lib/zpr/reach/protocol-set";
import type { ReachEndpoint } from "@/lib/zpr/reach/reach-world";
import type { TraceEnd } from "@/lib/zpr/reach/trace";

/** A cluster as far as people and nodes have to reach it. The ids are of endpoints of the world. */
export type GuardedCluster = {
  readonly name: string;
  readonly endpointId: string;
  /** The primary VNICs of its node pools. */
  readonly pools: readonly { readonly id: string; readonly name: string }[];
};

const tcp = (port: number): ProtocolSet => ({
  protocol: 6,
  ports: { from: port, to: port },
  icmpType: null,
  icmpCode: null,
});

const endpointEnd = (id: string): TraceEnd => ({ kind: "endpoint", id });
const sourceId = (index: number, vcnId: string) => `admin-source ${index} in ${vcnId}`;

/**
 * The world with a machine in the VCN of every cluster for every admin source that is an attribute: who administers a
 * cluster mostly sits on a machine that is no resource of a cluster, so that the inventory has none that carries it.
 */
export function withAdminSources(
  compiled: CompiledWorld,
  sources: readonly AdminSource[],
  clusters: readonly GuardedCluster[],
): CompiledWorld {
  const { world } = compiled;
  const guarded = new Set(clusters.map(({ endpointId }) => endpointId));
  const vcnIds = new Set(world.endpoints.flatMap(({ id, vcnId }) => (guarded.has(id) && vcnId !== null ? vcnId : [])));
  const machines = sources.flatMap((source, index): readonly ReachEndpoint[] =>
    source.kind === "attribute"
      ? [...vcnIds].map((vcnId) => ({
          id: sourceId(index, vcnId),
          name: source.text,
          kind: "admin source",
          vcnId,
          attributes: [{ ...source.attribute, doubt: null }],
          addresses: { kind: "unknown" },
        }))
      : [],
  );
  if (machines.length === 0) return compiled;
  return compileWorld({ ...world, endpoints: [...world.endpoints, ...machines] });
}

/** How sure it is that an admin source reaches a cluster's API endpoint on port 6443, where `kubectl` connects. */
export function adminAccess(
  compiled: CompiledWorld,
  sources: readonly AdminSource[],
  { endpointId }: Pick<GuardedCluster, "endpointId">,
): Certainty {
  const target = compiled.classOf.get(endpointId);
  const protocol = tcp(6443);
  return sources.reduce<Certainty>((best, source) => {
    if (source.kind === "address") {
      return either(best, flowBetween(compiled, outerEnd(source), endpointEnd(endpointId), protocol).all);
    }
    if (target === undefined) return either(best, perhaps);
    const carriers = selectResources(source, compiled) ?? [];
    return carriers.reduce<Certainty>((so, { group, isSure }) => {
      const flow = group === null ? perhaps : flowCertainty(compiled, [group, target], protocol).all;
      return either(so, both(isSure ? yes : perhaps, flow));
    }, best);
  }, no);
}

/**
 * How sure it is that a new node of a pool joins its cluster. Worker nodes connect to the API endpoint on 6443 and 12250
 * and to Oracle's services on 443, and the endpoint to the kubelets on 10250 (Oracle: contengnetworkconfig.htm and
 * contengusingzpr.htm).
 */
export function nodeJoin(compiled: CompiledWorld, { endpointId }: GuardedCluster, poolId: string): Certainty {
  const [endpoint, pool] = [endpointEnd(endpointId), endpointEnd(poolId)];
  const flows = [
    flowBetween(compiled, pool, endpoint, tcp(6443)),
    flowBetween(compiled, pool, endpoint, tcp(12_250)),
    flowBetween(compiled, endpoint, pool, tcp(10_250)),
    flowBetween(compiled, pool, { kind: "osn-services" }, tcp(443)),
  ];
  return flows.reduce<Certainty>((least, { all }) => both(least, all), yes);
}
