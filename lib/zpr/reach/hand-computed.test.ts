import { describe, expect, it } from "vitest";
import { compileWorld } from "@/lib/zpr/reach/compile-world";
import { reachDifference } from "@/lib/zpr/reach/reach-difference";
import type { FlowEnd } from "@/lib/zpr/reach/reach-end";
import { reachOf } from "@/lib/zpr/reach/reach-of";
import type { ReachWorld } from "@/lib/zpr/reach/reach-world";
import { carried, endpoint, trace, vcn, worldOf } from "@/lib/zpr/reach/test-builders";

/** The worlds of https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengusingzpr.htm, worked out by hand. */
const example = worldOf(
  {
    vcns: [vcn("vcn", "oracle-zpr.VCN-Network:myVCN")],
    endpoints: [
      endpoint("cluster", ["oracle-zpr.oke-cluster:myclusterA"]),
      endpoint("database", ["oracle-zpr.DB-Server:App1"]),
      endpoint("bastion", []),
    ],
  },
  ["in VCN-Network:myVCN VCN allow oke-cluster:myclusterA endpoints to connect to DB-Server:App1 endpoints"],
);

const join = "zpr-cni.sensitivity:42";
const trio = [
  `in ${join} VCN allow ${join} endpoints to connect to 'all-endpoints'`,
  `in ${join} VCN allow all-endpoints to connect to ${join} endpoints with protocol = 'tcp/443'`,
  `in ${join} VCN allow ${join} endpoints to connect to 'osn-services-ip-addresses'`,
];
const pool = worldOf(
  {
    vcns: [vcn("vcn", join)],
    endpoints: [endpoint("nodes", [join]), endpoint("api", []), endpoint("db", ["app.tier:db"])],
  },
  trio,
);

const nameOf = (end: FlowEnd) => (end.kind === "class" ? end.endpoints.map(({ id }) => id).join("+") : end.kind);
const differenceOf = (before: ReachWorld, after: ReachWorld) => {
  const compiled = compileWorld(before);
  return reachDifference(compiled, compileWorld(after, compiled)).flows.map(
    ({ change, source, target }) => `${change}: ${nameOf(source.after)} -> ${nameOf(target.after)}`,
  );
};
const carrying = (
  world: ReachWorld,
  id: string,
  attributes: ReachWorld["endpoints"][number]["attributes"],
): ReachWorld => ({
  ...world,
  endpoints: world.endpoints.map((each) => (each.id === id ? { ...each, attributes } : each)),
});

describe("the document's example policy", () => {
  it("allows the cluster to the database, on every port, and nothing else", () => {
    const { flows, isWhole } = reachOf(compileWorld(example));
    expect(flows.map(({ source, target }) => [nameOf(source), nameOf(target)])).toEqual([["cluster", "database"]]);
    expect(flows[0]?.protocols).toMatchObject([{ isSure: true, protocol: { protocol: null } }]);
    expect(isWhole).toBe(true);
  });

  it("does not allow the database to the cluster, nor anybody without attributes to either", () => {
    expect(trace(example, "database -> cluster").verdict).toBe("blocked");
    expect(trace(example, "bastion -> cluster tcp/6443").verdict).toBe("blocked");
    expect(trace(example, "192.168.0.1 -> cluster tcp/6443").verdict).toBe("blocked");
  });
});

describe("the three statements that let nodes join", () => {
  it("allow nodes to all endpoints and Oracle's services, and all endpoints to nodes on port 443", () => {
    expect(trace(pool, "nodes -> @all").verdict).toBe("allowed");
    expect(trace(pool, "nodes -> api tcp/6443").verdict).toBe("allowed");
    expect(trace(pool, "nodes -> @osn tcp/443").verdict).toBe("allowed");
    expect(trace(pool, "@all -> nodes tcp/443").verdict).toBe("allowed");
    expect(trace(pool, "api -> nodes tcp/10250").verdict).toBe("blocked");
  });

  it("allow nodes to a resource with another attribute, because all-endpoints means it too", () => {
    expect(trace(pool, "nodes -> db tcp/1521").verdict).toBe("allowed");
  });

  it("without the third, nodes do not reach Oracle's services", () => {
    const without = worldOf(pool, trio.slice(0, 2));
    expect(trace(without, "nodes -> @osn tcp/443").verdict).toBe("blocked");
    expect(differenceOf(pool, without)).toEqual(["lost: nodes -> osn-services"]);
  });
});

describe("an endpoint with an attribute and no policy", () => {
  const before = worldOf({ vcns: [vcn("vcn", "net.vcn:prod")], endpoints: [endpoint("a", []), endpoint("b", [])] }, []);
  const after = carrying(before, "a", [carried("app.tier:web")]);

  it("loses both directions with everything", () => {
    expect(differenceOf(before, after).toSorted()).toEqual(
      ["a -> a", "a -> b", "b -> a", "a -> elsewhere", "elsewhere -> a", "a -> osn-services", "osn-services -> a"]
        .map((flow) => `lost: ${flow}`)
        .toSorted(),
    );
  });

  it("gains them again with its last attribute gone", () => {
    expect(differenceOf(after, before).every((flow) => flow.startsWith("gained: "))).toBe(true);
    expect(differenceOf(after, before)).toHaveLength(7);
  });
});

describe("an attribute that is deleted under a policy", () => {
  const after = carrying(example, "database", [carried("oracle-zpr.DB-Server:App1", "deleted")]);

  it("leaves it open whether its statements still allow", () => {
    expect(trace(after, "cluster -> database")).toMatchObject({ verdict: "unknown", reason: "attribute-doubtful" });
    expect(differenceOf(example, after)).toContain("perhaps-lost: cluster -> database");
  });

  it("leaves it open whether the endpoint is still closed to others", () => {
    expect(trace(after, "bastion -> database")).toMatchObject({ verdict: "unknown", reason: "perhaps-governed" });
    expect(differenceOf(example, after)).toContain("perhaps-gained: bastion -> database");
  });
});

describe("an edit of a policy", () => {
  const api = endpoint("api", ["oke.api:a"], { addresses: { kind: "known", addresses: ["10.0.0.5"] } });
  const blocks = (text: string) =>
    worldOf({ vcns: [vcn("vcn", "net.vcn:prod")], endpoints: [api] }, [
      `in net.vcn:prod VCN allow '${text}' to connect to oke.api:a with protocol='tcp/6443'`,
    ]);

  it("that narrows a block loses what is left of the wider one", () => {
    const compiled = compileWorld(blocks("192.168.0.0/16"));
    const { flows } = reachDifference(compiled, compileWorld(blocks("192.168.4.0/24"), compiled));
    expect(
      flows.map(({ change, source }) => [change, source.after.kind === "address" && source.after.range.text]),
    ).toEqual([["lost", "192.168.0.0/16"]]);
  });

  it("that widens a range of ports gains only the ports that come", () => {
    const text = (ports: string) =>
      "in oracle-zpr.VCN-Network:myVCN VCN allow oracle-zpr.oke-cluster:myclusterA to connect to oracle-zpr.DB-Server:App1" +
      ` with protocol='tcp/${ports}'`;
    const [before, after] = [worldOf(example, [text("1521-1522")]), worldOf(example, [text("1500-1530")])];
    const { flows } = reachDifference(compileWorld(before), compileWorld(after));
    expect(flows.map(({ change, protocol }) => [change, protocol.ports])).toEqual([
      ["gained", { from: 1500, to: 1520 }],
      ["gained", { from: 1523, to: 1530 }],
    ]);
  });

  it("whose statement cannot be read is said to be unknown", () => {
    const after = worldOf(example, ["in VCN-Network:myVCN VCN deny DB-Server:App1 endpoints"]);
    const difference = reachDifference(compileWorld(example), compileWorld(after));
    expect(difference.unreadable.map(({ text }) => text)).toEqual([
      "in VCN-Network:myVCN VCN deny DB-Server:App1 endpoints",
    ]);
    expect(difference.flows.map(({ change }) => change)).toEqual(["perhaps-lost"]);
  });
});
