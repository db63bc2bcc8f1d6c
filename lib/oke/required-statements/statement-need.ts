import type {
  ClusterPart,
  NeedingResource,
  RequiredStatementCode,
} from "@/lib/oke/required-statements/required-statement";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";

/** A part of a cluster that takes part in its traffic. */
export type ClusterSurface = NeedingResource & {
  /** What it carries, or gives to new nodes; entries that cannot be read are left out. */
  readonly attributes: readonly SecurityAttribute[];
  /** The CIDR blocks of its subnets, as far as they are known. */
  readonly blocks: readonly string[];
};

export type BalancerSurface = ClusterSurface & {
  /** TCP ports of its listeners; empty where they are not known. */
  readonly ports: readonly number[];
};

/** What of a cluster decides which statements it needs. All of it is in the cluster's VCN. */
export type ClusterSurfaces = {
  readonly endpoint: ClusterSurface | null;
  readonly nodes: readonly ClusterSurface[];
  readonly pods: readonly ClusterSurface[];
  readonly balancers: readonly BalancerSurface[];
};

/** One side of a flow: something of the cluster by attribute or by one block, or clients that only people know. */
export type Party =
  | {
      readonly kind: "attribute";
      readonly attributes: readonly [SecurityAttribute, ...SecurityAttribute[]];
      readonly blocks: readonly string[];
    }
  | { readonly kind: "block"; readonly block: string }
  | { readonly kind: "unknown"; readonly placeholder: string }
  | { readonly kind: "clients"; readonly placeholder: string };

/** A flow that a part of a cluster needs. */
export type StatementNeed = {
  readonly code: RequiredStatementCode;
  readonly part: ClusterPart;
  readonly neededBy: readonly NeedingResource[];
  readonly why: string;
  readonly source: Party;
  readonly target: Party;
  /** TCP ports; `null` for every protocol. */
  readonly ports: { readonly from: number; readonly to: number } | null;
};

const carries = ({ attributes }: ClusterSurface) => attributes.length > 0;

/** By attribute where it carries one; else by each block of its subnets, as Oracle's guide asks for. */
function partiesOf({ attributes: [first, ...others], blocks }: ClusterSurface, what: string): readonly Party[] {
  if (first !== undefined) return [{ kind: "attribute", attributes: [first, ...others], blocks }];
  if (blocks.length > 0) return [...new Set(blocks)].map((block) => ({ kind: "block", block }));
  return [{ kind: "unknown", placeholder: `<CIDR block of ${what}>` }];
}

const port = (number: number) => ({ from: number, to: number });

type Flow = Pick<StatementNeed, "code" | "part" | "why" | "ports"> & {
  readonly neededBy: ClusterSurface;
  readonly from: readonly Party[];
  readonly to: readonly Party[];
};

const needsOf = ({ neededBy: { resourceId, name }, from, to, ...flow }: Flow): readonly StatementNeed[] =>
  from.flatMap((source) => to.map((target) => ({ ...flow, neededBy: [{ resourceId, name }], source, target })));

const clients = (whose: string): readonly Party[] => [{ kind: "clients", placeholder: `<CIDR block of ${whose}>` }];

function endpointFlows(endpoint: ClusterSurface): readonly Flow[] {
  if (!carries(endpoint)) return [];
  const why = "Clients such as kubectl reach the Kubernetes API endpoint.";
  const to = partiesOf(endpoint, "the endpoint");
  const from = clients("your Kubernetes clients");
  return [{ code: "clients-to-endpoint", part: "endpoint", why, neededBy: endpoint, from, to, ports: port(6443) }];
}

function nodeFlows(nodes: ClusterSurface, endpoint: ClusterSurface): readonly Flow[] {
  if (!carries(nodes) && !carries(endpoint)) return [];
  const shared = { part: "node-pools", neededBy: nodes } as const;
  const [own, theirs] = [partiesOf(nodes, "the nodes"), partiesOf(endpoint, "the endpoint")];
  const toEndpoint = { ...shared, from: own, to: theirs };
  return [
    { ...toEndpoint, code: "nodes-to-endpoint", ports: port(6443), why: "Nodes reach the Kubernetes API." },
    {
      ...toEndpoint,
      code: "nodes-to-endpoint-tunnel",
      ports: port(12_250),
      why: "Nodes reach the control plane on its second port.",
    },
    {
      ...shared,
      code: "endpoint-to-nodes",
      from: theirs,
      to: own,
      ports: port(10_250),
      why: "The control plane reaches the kubelet of each node, for logs and exec.",
    },
  ];
}

function podFlows(pods: ClusterSurface, endpoint: ClusterSurface): readonly Flow[] {
  if (!carries(pods) && !carries(endpoint)) return [];
  const why = "Pods that talk to the Kubernetes API reach its endpoint.";
  const [from, to] = [partiesOf(pods, "the pods"), partiesOf(endpoint, "the endpoint")];
  return [{ code: "pods-to-endpoint", part: "node-pools", why, neededBy: pods, from, to, ports: port(6443) }];
}

function balancerFlows(balancer: BalancerSurface, allNodes: readonly ClusterSurface[]): readonly Flow[] {
  const shared = { part: "load-balancers", neededBy: balancer } as const;
  const own = partiesOf(balancer, "the load balancer");
  const toNodes = allNodes
    .filter((nodes) => carries(balancer) || carries(nodes))
    .flatMap((nodes): readonly Flow[] => {
      const way = { ...shared, from: own, to: partiesOf(nodes, "the nodes") };
      return [
        {
          ...way,
          code: "balancer-to-nodes",
          ports: { from: 30_000, to: 32_767 },
          why: "The load balancer reaches the node ports of its service.",
        },
        {
          ...way,
          code: "balancer-to-nodes-health",
          ports: port(10_256),
          why: "The load balancer asks kube-proxy on each node whether it is well.",
        },
      ];
    });
  if (!carries(balancer)) return toNodes;
  const ports = balancer.ports.length === 0 ? [null] : balancer.ports.map(port);
  const fromClients = ports.map((each) => ({
    ...shared,
    code: "clients-to-balancer" as const,
    from: clients(`the clients of ${balancer.name}`),
    to: own,
    ports: each,
    why: "Clients reach the load balancer.",
  }));
  return [...fromClients, ...toNodes];
}

/**
 * The flows that a cluster needs and that ZPR decides about, because one side carries an attribute, besides those of
 * nodes that join. Who needs what: Oracle's guide; ports: its page on network resources of clusters
 * (`requiredStatementSources`).
 */
export function statementNeeds({ endpoint, nodes, pods, balancers }: ClusterSurfaces): readonly StatementNeed[] {
  const flows = [
    ...(endpoint === null
      ? []
      : [
          ...endpointFlows(endpoint),
          ...nodes.flatMap((each) => nodeFlows(each, endpoint)),
          ...pods.flatMap((each) => podFlows(each, endpoint)),
        ]),
    ...balancers.flatMap((balancer) => balancerFlows(balancer, nodes)),
  ];
  return flows.flatMap(needsOf);
}
