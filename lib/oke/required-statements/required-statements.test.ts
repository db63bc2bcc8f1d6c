import { describe, expect, it } from "vitest";
import { requiredStatements } from "@/lib/oke/required-statements/required-statements";
import type { BalancerSurface, ClusterSurface, ClusterSurfaces } from "@/lib/oke/required-statements/statement-need";
import { noFacts } from "@/lib/zpr/policy-lint/lint-facts";
import { lintPolicies } from "@/lib/zpr/policy-lint/lint-policies";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";
import type { ZprPolicy } from "@/lib/zpr/zpr-policy";

const attribute = (text: string): SecurityAttribute => {
  const [, namespace = "", key = "", value = ""] = /^(.+)\.(.+):(.+)$/.exec(text) ?? [];
  return { namespace, key, value, mode: "enforce", otherMembers: [], unreadable: null };
};
const vcn = [attribute("net.vcn:prod")];

const surface = (name: string, attributes: readonly string[], blocks: readonly string[] = []): ClusterSurface => ({
  resourceId: `ocid1.${name}`,
  name,
  attributes: attributes.map(attribute),
  blocks,
});
const balancer = (name: string, attributes: readonly string[], ports: readonly number[] = []): BalancerSurface => ({
  ...surface(name, attributes, ["10.0.8.0/24"]),
  otherVcn: undefined,
  ports,
});

const policy = (statements: readonly string[], more: Partial<ZprPolicy> = {}): ZprPolicy => ({
  id: "ocid1.zprpolicy.p",
  name: "p",
  description: "",
  lifecycleState: "ACTIVE",
  lifecycleDetails: null,
  timeUpdated: null,
  tags: [],
  statements,
  ...more,
});
const list = (...policies: readonly ZprPolicy[]) => ({ policies, isComplete: true });

const start = "in net.vcn:prod VCN allow";
const none: ClusterSurfaces = { endpoint: null, nodes: [], pods: [], balancers: [], mountTargets: [] };
const endpoint = surface("api", ["oke.role:endpoint"], ["10.0.0.0/28"]);
const nodes = surface("pool", ["oke.role:node"], ["10.0.1.0/24"]);
const plainNodes = surface("pool", [], ["10.0.1.0/24"]);

const of = (
  surfaces: Partial<ClusterSurfaces>,
  policies: ReturnType<typeof list> | null = list(),
  vcnAttributes = vcn,
) => requiredStatements({ surfaces: { ...none, ...surfaces }, vcnAttributes, policies });
const texts = (surfaces: Partial<ClusterSurfaces>) => of(surfaces).map(({ text }) => text);

describe("what a cluster needs", () => {
  it("is nothing while none of it carries an attribute", () => {
    expect(of({ endpoint: surface("api", []), nodes: [plainNodes], balancers: [balancer("lb", [])] })).toEqual([]);
  });

  it("is a way for clients and for nodes to an endpoint that carries one, nodes by their subnet", () => {
    expect(texts({ endpoint, nodes: [plainNodes] })).toEqual([
      "in net.vcn:prod VCN allow '<CIDR block of your Kubernetes clients>' to connect to oke.role:endpoint endpoints with protocol='tcp/6443'",
      "in net.vcn:prod VCN allow '10.0.1.0/24' to connect to oke.role:endpoint endpoints with protocol='tcp/6443'",
      "in net.vcn:prod VCN allow '10.0.1.0/24' to connect to oke.role:endpoint endpoints with protocol='tcp/12250'",
      "in net.vcn:prod VCN allow oke.role:endpoint endpoints to connect to '10.0.1.0/24' with protocol='tcp/10250'",
    ]);
  });

  it("is Oracle's three for nodes that carry one, word for word but for the names", () => {
    expect(texts({ nodes: [nodes] })).toEqual([
      "in net.vcn:prod VCN allow oke.role:node endpoints to connect to all-endpoints",
      "in net.vcn:prod VCN allow all-endpoints to connect to oke.role:node endpoints with protocol='tcp/443'",
      "in net.vcn:prod VCN allow oke.role:node endpoints to connect to 'osn-services-ip-addresses'",
    ]);
  });

  it("is not flagged by the linter, whatever of the missing ones is written: what another allows is left out", () => {
    const needed = of({
      endpoint,
      nodes: [nodes],
      pods: [nodes],
      balancers: [balancer("lb", ["oke.role:edge"], [443])],
    });
    const written = needed.flatMap(({ text, coveredBy }) => (coveredBy === null ? (text ?? []) : []));
    const draft = { id: null, name: null, lifecycleState: null, statements: written };
    const flagged = lintPolicies([draft], noFacts).findings.map(({ rule }): string => rule);
    expect(flagged).not.toContain("shadowed-statement");
    expect(flagged).not.toContain("duplicate-statement");
    expect(needed.flatMap(({ code, coveredBy }) => (coveredBy === needed[0]?.text ? [code] : []))).toEqual([
      "nodes-to-endpoint",
      "nodes-to-endpoint-tunnel",
      "pods-to-endpoint",
    ]);
    expect(needed.slice(0, 3).map(({ coveredBy }) => coveredBy)).toEqual([null, null, null]);
  });

  it("leaves out of two that say the same the second, and none for what is there already", () => {
    const needed = of({ endpoint, pods: [nodes, surface("others", ["OKE.role:node"])] });
    const pods = needed.filter(({ code }) => code === "pods-to-endpoint");
    expect(pods.map(({ coveredBy }) => coveredBy)).toEqual([null, pods[0]?.text]);
    const there = policy([`${start} oke.role:node endpoints to connect to all-endpoints`]);
    expect(of({ endpoint, nodes: [nodes] }, list(there)).every(({ coveredBy }) => coveredBy === null)).toBe(true);
  });

  it("is a way from a load balancer without attributes to nodes with them, and none for its clients", () => {
    const [found, ...others] = of({ nodes: [nodes], balancers: [balancer("lb", [], [443])] }).filter(
      ({ part }) => part === "load-balancers",
    );
    expect(found?.text).toBe(
      "in net.vcn:prod VCN allow '10.0.8.0/24' to connect to oke.role:node endpoints with protocol='tcp/30000-32767'",
    );
    expect(others.map(({ code, text }) => [code, text?.includes("tcp/10256")])).toEqual([
      ["balancer-to-nodes-health", true],
    ]);
  });

  it("is one statement for each port on which a load balancer with attributes listens", () => {
    const needed = of({ balancers: [balancer("lb", ["oke.role:edge"], [80, 443])] });
    expect(needed.map(({ text }) => text)).toEqual([
      "in net.vcn:prod VCN allow '<CIDR block of the clients of lb>' to connect to oke.role:edge endpoints with protocol='tcp/80'",
      "in net.vcn:prod VCN allow '<CIDR block of the clients of lb>' to connect to oke.role:edge endpoints with protocol='tcp/443'",
    ]);
    expect(needed.every(({ isTemplate }) => isTemplate)).toBe(true);
  });

  it("names the VCN of each side for a load balancer with attributes in another VCN", () => {
    const outlying = {
      ...balancer("lb", ["oke.role:edge"], [443]),
      otherVcn: { attributes: [attribute("net.vcn:hub")] },
    };
    expect(
      of({ nodes: [nodes], balancers: [outlying] }).flatMap(({ part, text }) =>
        part === "load-balancers" ? text : [],
      ),
    ).toEqual([
      "in net.vcn:hub VCN allow '<CIDR block of the clients of lb>' to connect to oke.role:edge endpoints with protocol='tcp/443'",
      "allow oke.role:edge endpoints in net.vcn:hub VCN to connect to oke.role:node endpoints with protocol='tcp/30000-32767' in net.vcn:prod VCN",
      "allow oke.role:edge endpoints in net.vcn:hub VCN to connect to oke.role:node endpoints with protocol='tcp/10256' in net.vcn:prod VCN",
    ]);
  });

  it("is for addresses in the VCN of the side that carries one, where the other VCN's side carries none", () => {
    const there = { attributes: [attribute("net.vcn:hub")] };
    const nodePorts = (lb: BalancerSurface, pool: ClusterSurface) =>
      of({ nodes: [pool], balancers: [{ ...lb, otherVcn: there }] }).find(({ code }) => code === "balancer-to-nodes")
        ?.text;
    expect(nodePorts(balancer("lb", []), nodes)).toBe(
      "in net.vcn:prod VCN allow '10.0.8.0/24' to connect to oke.role:node endpoints with protocol='tcp/30000-32767'",
    );
    expect(nodePorts(balancer("lb", ["oke.role:edge"]), plainNodes)).toBe(
      "in net.vcn:hub VCN allow oke.role:edge endpoints to connect to '10.0.1.0/24' with protocol='tcp/30000-32767'",
    );
  });

  it("is held against statements that name both VCNs, in their order", () => {
    const outlying = { ...balancer("lb", ["oke.role:edge"]), otherVcn: { attributes: [attribute("net.vcn:hub")] } };
    const stateWith = (statement: string, vcnOfLb = outlying.otherVcn.attributes) =>
      of(
        { nodes: [nodes], balancers: [{ ...outlying, otherVcn: { attributes: vcnOfLb } }] },
        list(policy([statement])),
      ).find(({ code }) => code === "balancer-to-nodes")?.state;
    const two = (from: string, to: string) =>
      `allow oke.role:edge endpoints in ${from} VCN to connect to oke.role:node endpoints in ${to} VCN`;
    expect(stateWith(two("net.vcn:hub", "net.vcn:prod"))).toBe("equivalent");
    expect(stateWith(two("net.vcn:prod", "net.vcn:hub"))).toBe("missing");
    // By address each side takes a statement of its own: one alone decides nothing.
    expect(stateWith("in net.vcn:prod VCN allow '10.0.8.0/24' to connect to oke.role:node endpoints")).toBe(
      "cannot-tell",
    );
    expect(stateWith("in net.vcn:prod VCN allow '10.9.0.0/16' to connect to oke.role:node endpoints")).toBe("missing");
    expect(stateWith(two("net.vcn:hub", "net.vcn:prod"), [])).toBe("missing");
  });

  it("is the ports of File Storage for a mount target, and cannot be told where its VCN was not read", () => {
    const target = { ...surface("fs", ["oke.role:storage"], ["10.0.9.0/24"]), otherVcn: undefined };
    const needed = (given: ClusterSurfaces["mountTargets"][number]) =>
      of({ nodes: [nodes], mountTargets: [given] }).filter(({ part }) => part === "mount-targets");
    expect(needed(target).map(({ text }) => text)).toEqual(
      ["tcp/111", "tcp/2048-2050", "udp/111", "udp/2048"].map(
        (protocol) =>
          `in net.vcn:prod VCN allow oke.role:node endpoints to connect to oke.role:storage endpoints with protocol='${protocol}'`,
      ),
    );
    expect(needed({ ...target, otherVcn: { attributes: null } })).toMatchObject([{ text: null, state: "cannot-tell" }]);
    const held = of(
      { nodes: [nodes], mountTargets: [target] },
      list(
        policy([
          `${start} oke.role:node endpoints to connect to oke.role:storage endpoints with protocol='udp/1-3000'`,
        ]),
      ),
    );
    expect(held.flatMap(({ part, state }) => (part === "mount-targets" ? state : []))).toEqual([
      "missing",
      "missing",
      "equivalent",
      "equivalent",
    ]);
  });

  it("stands once for pools that need it in the same words", () => {
    const other = { ...nodes, resourceId: "ocid1.other", name: "other" };
    expect(of({ nodes: [nodes, other] }).map(({ neededBy }) => neededBy.map(({ name }) => name))).toEqual([
      ["pool", "other"],
      ["pool", "other"],
      ["pool", "other"],
    ]);
  });

  it("has no text in a VCN without attributes, and is missing there", () => {
    const needed = of({ endpoint, nodes: [nodes] }, list(), []);
    expect(needed.every(({ text, state }) => text === null && state === "missing")).toBe(true);
  });
});

const nodeRow = (statements: readonly string[], more: Partial<ZprPolicy> = {}, nodePool = nodes) =>
  of({ endpoint, nodes: [nodePool] }, list(policy(statements, more))).find(({ code }) => code === "nodes-to-endpoint")
    ?.state;

const to6443 = "to connect to oke.role:endpoint endpoints with protocol='tcp/6443'";

describe("the way of nodes to the endpoint", () => {
  it.each([
    ["is present in the words of the need", `${start} oke.role:node endpoints ${to6443}`, "present"],
    ["is present whatever its spelling", `in NET.vcn:prod vcn ALLOW OKE.role:node ${to6443}`, "present"],
    [
      "is allowed by a wider range",
      `${start} oke.role:node endpoints ${to6443.replace("6443", "6000-7000")}`,
      "equivalent",
    ],
    [
      "is allowed by the statement to all endpoints",
      `${start} oke.role:node endpoints to connect to all-endpoints`,
      "equivalent",
    ],
    ["is allowed from all endpoints", `${start} all-endpoints ${to6443}`, "equivalent"],
    ["is not allowed on another port", `${start} oke.role:node endpoints ${to6443.replace("6443", "443")}`, "missing"],
    ["is not allowed over UDP", `${start} oke.role:node endpoints ${to6443.replace("tcp", "udp")}`, "missing"],
    [
      "is not allowed the other way round",
      `${start} oke.role:endpoint endpoints to connect to oke.role:node endpoints`,
      "missing",
    ],
    ["is not allowed in another VCN", `in net.vcn:test VCN allow oke.role:node endpoints ${to6443}`, "missing"],
    ["may be allowed by the addresses of the nodes", `${start} '10.0.0.0/16' ${to6443}`, "cannot-tell"],
    ["is not allowed by addresses elsewhere", `${start} '192.168.0.0/16' ${to6443}`, "missing"],
    [
      "may be allowed without state",
      `${start} oke.role:node endpoints ${to6443}, connection-state='stateless'`,
      "cannot-tell",
    ],
    ["may be allowed by what cannot be read", `${start} oke.role:node or oke.role:endpoint`, "cannot-tell"],
  ])("%s", (_, statement, state) => {
    expect(nodeRow([statement])).toBe(state);
  });

  it.each([
    ["is not known from a policy that is being updated", "UPDATING", "cannot-tell"],
    ["is not given by a policy that failed", "FAILED", "missing"],
    ["is not given by a policy that is being deleted", "DELETING", "missing"],
  ] as const)("%s", (_, lifecycleState, state) => {
    expect(nodeRow([`${start} oke.role:node endpoints ${to6443}`], { lifecycleState })).toBe(state);
  });

  it.each([
    ["by the block of their subnet", "10.0.1.0/24", "present"],
    ["by a wider block", "10.0.0.0/16", "equivalent"],
    ["in part by a narrower block", "10.0.1.128/25", "cannot-tell"],
    ["not by another block", "10.0.2.0/24", "missing"],
  ])("is allowed to nodes without attributes %s", (_, block, state) => {
    expect(nodeRow([`${start} '${block}' ${to6443}`], {}, plainNodes)).toBe(state);
  });

  it("cannot be told without policies or without the VCN", () => {
    const surfaces = { ...none, endpoint, nodes: [nodes] };
    const states = (input: Partial<Parameters<typeof requiredStatements>[0]>) => [
      ...new Set(
        requiredStatements({ surfaces, vcnAttributes: vcn, policies: list(), ...input }).map(({ state }) => state),
      ),
    ];
    expect(states({ policies: null })).toEqual(["cannot-tell"]);
    expect(states({ vcnAttributes: null })).toEqual(["cannot-tell"]);
    expect(states({ policies: { policies: [], isComplete: false } })).toEqual(["cannot-tell"]);
    expect(states({})).toEqual(["missing"]);
  });
});

describe("the way of clients to the endpoint", () => {
  const clientRow = (statements: readonly string[]) =>
    of({ endpoint, nodes: [nodes] }, list(policy(statements))).find(({ code }) => code === "clients-to-endpoint");

  it.each([
    ["is there for addresses that are not the cluster's own", `${start} '10.60.1.0/24' ${to6443}`, "equivalent"],
    ["is there for clients with an attribute", `${start} ops.role:admin endpoints ${to6443}`, "equivalent"],
    ["is not the way of its own nodes", `${start} oke.role:node endpoints ${to6443}`, "missing"],
    ["is not the way of its own subnets", `${start} '10.0.1.0/25' ${to6443}`, "missing"],
    ["may be the way of all endpoints", `${start} all-endpoints ${to6443}`, "cannot-tell"],
  ])("%s", (_, statement, state) => {
    expect(clientRow([statement])?.state).toBe(state);
  });

  it("names the statement, because only people know whether those are all their clients", () => {
    expect(clientRow([`${start} '10.60.1.0/24' ${to6443}`])?.evidence).toContain("only you know");
  });
});
