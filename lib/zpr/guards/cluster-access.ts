import { cureStatement } from "@/lib/zpr/guards/cure-statement";
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

/** One flow that has to pass, in words, and how sure it is that ZPR lets it. */
export type NeededFlow = {
  readonly source: string;
  readonly destination: string;
  readonly protocol: string;
  readonly certainty: Certainty;
  /** A statement that would let it pass; `null` where there is none to give. */
  readonly cure: string | null;
};

function sourceCertainty(compiled: CompiledWorld, source: AdminSource, endpointId: string): Certainty {
  const protocol = tcp(6443);
  if (source.kind === "address") {
    const { all, any } = flowBetween(compiled, outerEnd(source), endpointEnd(endpointId), protocol);
    // Whoever administers may sit in the part of the block that is allowed, or in the other.
    return all === no ? both(any, perhaps) : all;
  }
  const target = compiled.classOf.get(endpointId);
  if (target === undefined) return perhaps;
  const carriers = selectResources(source, compiled) ?? [];
  return carriers.reduce<Certainty>((so, { group, isSure }) => {
    const flow = group === null ? perhaps : flowCertainty(compiled, [group, target], protocol).all;
    return either(so, both(isSure ? yes : perhaps, flow));
  }, no);
}

/**
 * How sure it is of each admin source that it reaches a cluster's API endpoint on port 6443, where `kubectl` connects.
 * `compiled` is a world made by `withAdminSources`.
 */
export const accessBySource = (
  compiled: CompiledWorld,
  sources: readonly AdminSource[],
  { endpointId }: Pick<GuardedCluster, "endpointId">,
): readonly NeededFlow[] =>
  sources.map((source) => ({
    source: source.text,
    destination: "the API endpoint",
    protocol: "tcp/6443",
    certainty: sourceCertainty(compiled, source, endpointId),
    cure: cureStatement(compiled.world, {
      source: source.kind === "address" ? outerEnd(source) : { kind: "attribute", attribute: source.attribute },
      destination: endpointEnd(endpointId),
      protocol: "tcp/6443",
    }),
  }));

/** How sure it is that any admin source reaches a cluster's API endpoint. */
export const adminAccess = (
  compiled: CompiledWorld,
  sources: readonly AdminSource[],
  cluster: Pick<GuardedCluster, "endpointId">,
): Certainty =>
  sources.reduce<Certainty>((best, source) => either(best, sourceCertainty(compiled, source, cluster.endpointId)), no);

/**
 * What a new node of a pool needs to join its cluster: it connects to the API endpoint on 6443 and 12250 and to Oracle's
 * services, and is reached from the endpoint on 443. With Oracle's three statements for managed nodes all of it passes
 * (contengnetworkconfig.htm, contengusingzpr.htm). What is needed besides once a node has joined, such as 10250 for the
 * kubelet, is no part of it.
 */
export function nodeJoinFlows(
  compiled: CompiledWorld,
  { endpointId }: Pick<GuardedCluster, "endpointId">,
  poolId: string,
): readonly NeededFlow[] {
  const [endpoint, pool] = [endpointEnd(endpointId), endpointEnd(poolId)];
  const osn: TraceEnd = { kind: "osn-services" };
  const words = new Map<TraceEnd, string>([
    [endpoint, "the API endpoint"],
    [pool, "new nodes"],
    [osn, "Oracle’s services"],
  ]);
  const flow = (source: TraceEnd, destination: TraceEnd, port: number): NeededFlow => ({
    source: words.get(source) ?? "",
    destination: words.get(destination) ?? "",
    protocol: `tcp/${port}`,
    certainty: flowBetween(compiled, source, destination, tcp(port)).all,
    cure: cureStatement(compiled.world, { source, destination, protocol: `tcp/${port}` }),
  });
  return [flow(pool, endpoint, 6443), flow(pool, endpoint, 12_250), flow(endpoint, pool, 443), flow(pool, osn, 443)];
}

/** How sure it is that a new node of a pool joins its cluster. */
export const nodeJoin = (compiled: CompiledWorld, cluster: Pick<GuardedCluster, "endpointId">, poolId: string) =>
  nodeJoinFlows(compiled, cluster, poolId).reduce<Certainty>((least, { certainty }) => both(least, certainty), yes);
