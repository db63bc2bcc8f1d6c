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

/** What a VCN carries; `null` when it could not be read. */
export type VcnAttributes = readonly SecurityAttribute[] | null;

/** A part that may stand in another VCN than the cluster. */
export type OutlyingSurface = ClusterSurface & {
  /** What that other VCN carries; `undefined` of a part that is in the cluster's own. */
  readonly otherVcn: { readonly attributes: VcnAttributes } | undefined;
};

export type BalancerSurface = OutlyingSurface & {
  /** TCP ports of its listeners; empty where they are not known. */
  readonly ports: readonly number[];
};

/** What of a cluster decides which statements it needs, and what its VCN carries. */
export type ClusterSurfaces = {
  readonly endpoint: ClusterSurface | null;
  readonly nodes: readonly ClusterSurface[];
  readonly pods: readonly ClusterSurface[];
  readonly balancers: readonly BalancerSurface[];
  readonly mountTargets: readonly OutlyingSurface[];
};

/** The VCNs in which a statement has to apply: one for both sides, or one for each. */
export type NeedPlace =
  | { readonly form: "same-vcn"; readonly vcn: VcnAttributes }
  | { readonly form: "two-vcn"; readonly source: VcnAttributes; readonly target: VcnAttributes };

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
  readonly place: NeedPlace;
  /** `null` for every protocol. */
  readonly ports: { readonly protocol: "tcp" | "udp"; readonly from: number; readonly to: number } | null;
};

const carries = ({ attributes }: ClusterSurface) => attributes.length > 0;

/** By attribute where it carries one; else by each block of its subnets, as Oracle's guide asks for. */
function partiesOf({ attributes: [first, ...others], blocks }: ClusterSurface, what: string): readonly Party[] {
  if (first !== undefined) return [{ kind: "attribute", attributes: [first, ...others], blocks }];
  if (blocks.length > 0) return [...new Set(blocks)].map((block) => ({ kind: "block", block }));
  return [{ kind: "unknown", placeholder: `<CIDR block of ${what}>` }];
}

const portRange = (from: number, to: number, protocol: "tcp" | "udp" = "tcp") => ({ protocol, from, to });
const port = (number: number) => portRange(number, number);

type Flow = Pick<StatementNeed, "code" | "part" | "why" | "ports" | "place"> & {
  readonly neededBy: ClusterSurface;
  readonly from: readonly Party[];
  readonly to: readonly Party[];
};

const needsOf = ({ neededBy: { resourceId, name }, from, to, ...flow }: Flow): readonly StatementNeed[] =>
  from.flatMap((source) => to.map((target) => ({ ...flow, neededBy: [{ resourceId, name }], source, target })));

const clients = (whose: string): readonly Party[] => [{ kind: "clients", placeholder: `<CIDR block of ${whose}>` }];

/**
 * Where a statement about a part in another VCN and the cluster's nodes has to apply. Only security attributes may stand
 * on both sides across two VCNs; with a block of addresses on one side it applies in the VCN of the other.
 */
function placeAcross(
  sides: { readonly source: ClusterSurface; readonly target: ClusterSurface },
  vcns: { readonly source: VcnAttributes; readonly target: VcnAttributes },
): NeedPlace {
  if (carries(sides.source) && carries(sides.target)) return { form: "two-vcn", ...vcns };
  return { form: "same-vcn", vcn: carries(sides.source) ? vcns.source : vcns.target };
}

const peered = " The VCNs must be peered: a statement makes no route.";

function endpointFlows(endpoint: ClusterSurface, place: NeedPlace): readonly Flow[] {
  if (!carries(endpoint)) return [];
  const why = "Clients such as kubectl reach the Kubernetes API endpoint.";
  const to = partiesOf(endpoint, "the endpoint");
  const from = clients("your Kubernetes clients");
  return [
    { code: "clients-to-endpoint", part: "endpoint", why, neededBy: endpoint, from, to, place, ports: port(6443) },
  ];
}

function nodeFlows(nodes: ClusterSurface, endpoint: ClusterSurface, place: NeedPlace): readonly Flow[] {
  if (!carries(nodes) && !carries(endpoint)) return [];
  const shared = { part: "node-pools", neededBy: nodes, place } as const;
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

function podFlows(pods: ClusterSurface, endpoint: ClusterSurface, place: NeedPlace): readonly Flow[] {
  if (!carries(pods) && !carries(endpoint)) return [];
  const why = "Pods that talk to the Kubernetes API reach its endpoint.";
  const [from, to] = [partiesOf(pods, "the pods"), partiesOf(endpoint, "the endpoint")];
  return [{ code: "pods-to-endpoint", part: "node-pools", why, neededBy: pods, from, to, place, ports: port(6443) }];
}

function balancerFlows(
  balancer: BalancerSurface,
  allNodes: readonly ClusterSurface[],
  vcn: VcnAttributes,
): readonly Flow[] {
  const shared = { part: "load-balancers", neededBy: balancer } as const;
  const own = partiesOf(balancer, "the load balancer");
  const { otherVcn } = balancer;
  const ownVcn = otherVcn === undefined ? vcn : otherVcn.attributes;
  const more = otherVcn === undefined ? "" : peered;
  const toNodes = allNodes
    .filter((nodes) => carries(balancer) || carries(nodes))
    .flatMap((nodes): readonly Flow[] => {
      const place: NeedPlace =
        otherVcn === undefined
          ? { form: "same-vcn", vcn }
          : placeAcross({ source: balancer, target: nodes }, { source: ownVcn, target: vcn });
      const way = { ...shared, place, from: own, to: partiesOf(nodes, "the nodes") };
      return [
        {
          ...way,
          code: "balancer-to-nodes",
          ports: portRange(30_000, 32_767),
          why: `The load balancer reaches the node ports of its service.${more}`,
        },
        {
          ...way,
          code: "balancer-to-nodes-health",
          ports: port(10_256),
          why: `The load balancer asks kube-proxy on each node whether it is well.${more}`,
        },
      ];
    });
  if (!carries(balancer)) return toNodes;
  const ports = balancer.ports.length === 0 ? [null] : balancer.ports.map(port);
  const fromClients = ports.map((each) => ({
    ...shared,
    code: "clients-to-balancer" as const,
    place: { form: "same-vcn", vcn: ownVcn } as const,
    from: clients(`the clients of ${balancer.name}`),
    to: own,
    ports: each,
    why: "Clients reach the load balancer.",
  }));
  return [...fromClients, ...toNodes];
}

/** What a client of a mount target asks for: Oracle's page on security rules for File Storage. */
const storagePorts = [
  portRange(111, 111),
  portRange(2048, 2050),
  portRange(111, 111, "udp"),
  portRange(2048, 2048, "udp"),
];

function mountTargetFlows(
  target: OutlyingSurface,
  allNodes: readonly ClusterSurface[],
  vcn: VcnAttributes,
): readonly Flow[] {
  const { otherVcn } = target;
  return allNodes
    .filter((nodes) => carries(target) || carries(nodes))
    .flatMap((nodes) =>
      storagePorts.map((ports): Flow => ({
        code: "nodes-to-mount-target",
        part: "mount-targets",
        neededBy: target,
        place:
          otherVcn === undefined
            ? { form: "same-vcn", vcn }
            : placeAcross({ source: nodes, target }, { source: vcn, target: otherVcn.attributes }),
        from: partiesOf(nodes, "the nodes"),
        to: partiesOf(target, "the mount target"),
        ports,
        why: `Nodes mount file systems for their pods.${otherVcn === undefined ? "" : peered}`,
      })),
    );
}

/**
 * The flows that a cluster needs and that ZPR decides about, because one side carries an attribute, besides those of
 * nodes that join. Who needs what: Oracle's guide; ports: its pages on network resources of clusters and on File Storage
 * (`requiredStatementSources`).
 */
export function statementNeeds(
  { endpoint, nodes, pods, balancers, mountTargets }: ClusterSurfaces,
  vcn: VcnAttributes,
): readonly StatementNeed[] {
  const place = { form: "same-vcn", vcn } as const;
  const flows = [
    ...(endpoint === null
      ? []
      : [
          ...endpointFlows(endpoint, place),
          ...nodes.flatMap((each) => nodeFlows(each, endpoint, place)),
          ...pods.flatMap((each) => podFlows(each, endpoint, place)),
        ]),
    ...balancers.flatMap((balancer) => balancerFlows(balancer, nodes, vcn)),
    ...mountTargets.flatMap((target) => mountTargetFlows(target, nodes, vcn)),
  ];
  return flows.flatMap(needsOf);
}
