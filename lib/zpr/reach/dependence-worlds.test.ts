import { describe, expect, test } from "vitest";
import { compileWorld } from "@/lib/zpr/reach/compile-world";
import { dependenceWorlds } from "@/lib/zpr/reach/dependence-worlds";
import { reachDifference } from "@/lib/zpr/reach/reach-difference";
import type { AttributeDoubt, ReachAttribute, ReachWorld } from "@/lib/zpr/reach/reach-world";

const named = (key: string, value: string, doubt: AttributeDoubt | null = null): ReachAttribute => ({
  namespace: "app",
  key,
  value,
  doubt,
});
const endpoint = (id: string, attributes: readonly ReachAttribute[]) => ({
  id,
  name: id,
  kind: "Load balancer",
  vcnId: "vcn",
  attributes,
  addresses: { kind: "unknown" } as const,
});

const world = (doubt: AttributeDoubt | null, others: readonly ReachAttribute[], statements: readonly string[]) =>
  ({
    vcns: [
      {
        id: "vcn",
        name: "vcn",
        region: "us-ashburn-1",
        attributes: [named("net", "prod")],
        cidrBlocks: ["10.0.0.0/16"],
        isZprOnly: false,
      },
    ],
    endpoints: [endpoint("client", [named("tier", "web")]), endpoint("db", [named("tier", "db", doubt), ...others])],
    policies: [{ id: "p", name: "p", lifecycleState: "ACTIVE", statements }],
    isPolicyListComplete: true,
    isEndpointListComplete: true,
  }) satisfies ReachWorld;

const byIt = "in app.net:prod VCN allow app.tier:web endpoints to connect to app.tier:db endpoints";
const byOther = "in app.net:prod VCN allow app.tier:web endpoints to connect to app.name:ledger endpoints";

const byAll = "in app.net:prod VCN allow all-endpoints to connect to app.tier:db endpoints";

const changesOf = (of: ReachWorld) => {
  const { good, without } = dependenceWorlds(of, named("tier", "db"));
  const before = compileWorld(good);
  const { flows } = reachDifference(before, compileWorld(without, before));
  const between = flows.filter(({ source, target }) => source.endpoints.length > 0 && target.endpoints.length > 0);
  return between.map(({ change, source, target }) => [change, source.endpoints[0]?.id, target.endpoints[0]?.id]);
};

describe("what hangs on an attribute", () => {
  test("is a flow that a statement allows by it and no other allows", () => {
    expect(changesOf(world("deleted", [named("name", "ledger")], [byIt]))).toEqual([["lost", "client", "db"]]);
  });

  test("is no flow that another statement allows all the same", () => {
    expect(changesOf(world("deleted", [named("name", "ledger")], [byIt, byOther]))).toEqual([]);
  });

  test("is only perhaps lost where neither end surely carries anything else: ZPR may not look at it then", () => {
    const of = world("deleted", [], [byAll]);
    const ungoverned = { ...of, endpoints: [endpoint("client", []), ...of.endpoints.slice(1)] };
    expect(changesOf(ungoverned).filter(([, source]) => source === "client")).toEqual([
      ["perhaps-lost", "client", "db"],
    ]);
  });

  test("is the same for a value that its definition does not allow, by which ZPR may go still", () => {
    expect(changesOf(world(null, [], [byIt]))).toEqual([["lost", "client", "db"]]);
  });

  test("stays in doubt for what the definition has no part in", () => {
    const { good } = dependenceWorlds(world("some-vnics", [], [byIt]), named("tier", "db"));
    expect(good.endpoints[1]?.attributes).toEqual([named("tier", "db", "some-vnics")]);
  });

  test("is nothing where nothing carries it, whatever the case of its name", () => {
    const { good, without } = dependenceWorlds(world("retired", [], [byIt]), named("TIER", "Db"));
    expect([good, without]).toEqual([world("retired", [], [byIt]), world("retired", [], [byIt])]);
    expect(dependenceWorlds(world("retired", [], [byIt]), named("TIER", "db")).good).toEqual(world(null, [], [byIt]));
  });
});
