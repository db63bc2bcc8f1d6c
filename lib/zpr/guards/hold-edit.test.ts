import { describe, expect, test } from "vitest";
import type { GuardedCluster } from "@/lib/zpr/guards/cluster-access";
import { type EditHold, holdEdit } from "@/lib/zpr/guards/hold-edit";
import { parseGuardFile } from "@/lib/zpr/guards/parse-guard-file";
import { compileWorld } from "@/lib/zpr/reach/compile-world";
import { withAttributes } from "@/lib/zpr/reach/edit-world";
import type { ReachWorld } from "@/lib/zpr/reach/reach-world";
import { carried, endpoint, vcn, worldOf } from "@/lib/zpr/reach/test-builders";

const parts = {
  vcns: [vcn("vcn", "net.vcn:prod")],
  endpoints: [
    endpoint("api", ["oke.role:api"], { addresses: { kind: "known", addresses: ["10.0.1.10"] } }),
    endpoint("workers", []),
    endpoint("db", ["app.tier:db"]),
    endpoint("web", ["app.tier:web"]),
  ],
};
const cluster: GuardedCluster = { name: "prod", endpointId: "api", pools: [{ id: "workers", name: "pool" }] };
const of = (what: string) => `in net.vcn:prod VCN allow ${what}`;
const officeToApi = of("'10.60.1.0/24' to connect to oke.role:api endpoints with protocol='tcp/6443'");
const bastionToApi = of("oke.role:bastion endpoints to connect to oke.role:api endpoints with protocol='tcp/6443'");
const workersToAll = of("oke.role:worker endpoints to connect to all-endpoints");
const allToWorkers = of("all-endpoints to connect to oke.role:worker endpoints");
const workersToOsn = of("oke.role:worker endpoints to connect to 'osn-services-ip-addresses'");
const join = [workersToAll, allToWorkers, workersToOsn];
const webToDb = of("app.tier:web endpoints to connect to app.tier:db endpoints with protocol='tcp/1521'");

const unchanged = (world: ReachWorld) => world;

function hold(
  given: Parameters<typeof parseGuardFile>[0],
  statements: readonly string[],
  edit: (world: ReachWorld) => ReachWorld,
  start: (world: ReachWorld) => ReachWorld = unchanged,
): EditHold {
  const parsed = parseGuardFile(given);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const world = start(worldOf(parts, statements));
  return holdEdit({ before: compileWorld(world), after: compileWorld(edit(world)) }, parsed.file, [cluster]);
}

/** Each stop as its rule and whether it is certain. */
const stopsOf = (...given: Parameters<typeof hold>) =>
  hold(...given).stops.map(({ rule, isCertain }) => [rule, isCertain]);

const carrying =
  (id: string, ...attributes: readonly string[]) =>
  (world: ReachWorld) =>
    withAttributes(
      world,
      id,
      attributes.map((text) => carried(text)),
    );
const without = (statement: string) => (world: ReachWorld) => ({
  ...world,
  policies: world.policies.map((policy) => ({
    ...policy,
    statements: policy.statements.filter((each) => each !== statement),
  })),
});
describe("admin access", () => {
  const office = { adminSources: ["10.60.1.0/24"] };

  test("an edit is stopped after which no admin source reaches the API endpoint on 6443", () => {
    expect(stopsOf(office, [officeToApi], without(officeToApi))).toEqual([["admin-access", true]]);
    expect(stopsOf(office, [officeToApi], carrying("api", "oke.role:other"))).toEqual([["admin-access", true]]);
  });

  test("one admin source that still reaches it is enough", () => {
    const both = { adminSources: ["10.60.1.0/24", "oke.role:bastion"] };
    expect(stopsOf(both, [officeToApi, bastionToApi], without(officeToApi))).toEqual([]);
  });

  test("an admin source that is an attribute is judged without a resource that carries it", () => {
    const bastion = { adminSources: ["oke.role:bastion"] };
    expect(hold(bastion, [bastionToApi], unchanged).access).toEqual({ provenCount: 1, clusterCount: 1 });
    expect(stopsOf(bastion, [bastionToApi], without(bastionToApi))).toEqual([["admin-access", true]]);
  });

  test("a block of which only a part still reaches it is a stop", () => {
    const part = of("'10.60.1.0/25' to connect to oke.role:api endpoints with protocol='tcp/6443'");
    expect(stopsOf(office, [officeToApi, part], without(officeToApi))).toHaveLength(1);
  });

  test("an edit that takes the last attribute leaves the endpoint to other rules, and locks nobody out", () => {
    expect(stopsOf(office, [officeToApi], carrying("api"))).toEqual([]);
  });

  test("who was locked out before is no reason against an edit that leaves it so", () => {
    expect(stopsOf(office, [webToDb], without(webToDb))).toEqual([]);
    expect(hold(office, [], unchanged).access).toEqual({ provenCount: 0, clusterCount: 1 });
  });

  test("without an admin source nothing is proved", () => {
    expect(hold({}, [officeToApi], without(officeToApi))).toMatchObject({ stops: [], access: null });
  });
});

describe("node join", () => {
  const plainApi = carrying("api");
  const labelled = carrying("workers", "oke.role:worker");

  test("the first attribute of a pool is stopped without the statements that let nodes join, whatever is declared", () => {
    expect(stopsOf({}, [], labelled, plainApi)).toEqual([["node-join", true]]);
    expect(stopsOf({}, join, labelled, plainApi)).toEqual([]);
  });

  test("Oracle's three statements, word for word, are enough", () => {
    const trio = [workersToAll, of("all-endpoints to connect to oke.role:worker endpoints with protocol='tcp/443'")];
    expect(stopsOf({}, [...trio, workersToOsn], labelled, plainApi)).toEqual([]);
  });

  test("a stop names the flows that no longer pass, each with a statement that would let it", () => {
    const [stop] = hold({}, join, without(workersToOsn), (world) => labelled(plainApi(world))).stops;
    expect(stop?.rule === "node-join" && stop.pool.name).toBe("pool");
    expect(stop?.rule === "node-join" && stop.flows).toEqual([
      {
        source: "new nodes",
        destination: "Oracle’s services",
        protocol: "tcp/443",
        certainty: 0,
        cure: of("oke.role:worker endpoints to connect to 'osn-services-ip-addresses' with protocol='tcp/443'"),
      },
    ]);
  });

  test.each(join)("%s is needed", (statement) => {
    expect(stopsOf({}, join, without(statement), (world) => labelled(plainApi(world)))).toHaveLength(1);
  });

  test("the first attribute of an endpoint is stopped too when its nodes carry none", () => {
    expect(stopsOf({}, [], carrying("api", "oke.role:api"), plainApi)).toEqual([["node-join", true]]);
  });
});

describe("assertions", () => {
  const webDb = { from: "app.tier:web", to: "app.tier:db", protocol: "tcp/1521" };

  test("an edit that breaks one is stopped", () => {
    expect(stopsOf({ mustReach: [webDb] }, [webToDb], without(webToDb))).toEqual([["assertion", true]]);
  });

  test("a stop names the pairs that it breaks and what would let them pass", () => {
    const [stop] = hold({ mustReach: [webDb] }, [webToDb], without(webToDb)).stops;
    expect(stop).toMatchObject({
      rule: "assertion",
      pairCount: 1,
      evidence: [{ source: "web", destination: "db", count: 1, trace: { verdict: "blocked" }, cure: webToDb }],
    });
  });

  test("a line between very many resources is judged without a list of their pairs", () => {
    // More pairs than a Map can hold.
    const many = Array.from({ length: 4200 }, (_, index) => endpoint(`web-${index}`, ["app.tier:web"]));
    const world = worldOf({ ...parts, endpoints: [...parts.endpoints, ...many] }, [webToDb]);
    const parsed = parseGuardFile({ mustNotReach: [{ from: "web*", to: "web*" }] });
    if (!parsed.ok) throw new Error("The file does not parse.");
    const webToWeb = of("app.tier:web endpoints to connect to app.tier:web endpoints");
    const after = worldOf({ ...parts, endpoints: world.endpoints }, [webToDb, webToWeb]);
    const { stops } = holdEdit({ before: compileWorld(world), after: compileWorld(after) }, parsed.file, []);
    expect(stops).toMatchObject([{ rule: "assertion", isCertain: true, pairCount: 4201 * 4200 }]);
  });

  test("one that was broken before does not stop an edit", () => {
    expect(stopsOf({ mustReach: [webDb] }, [officeToApi], without(officeToApi))).toEqual([]);
  });

  describe("of a line that is broken before", () => {
    const anywhere = { mustNotReach: [{ from: "0.0.0.0/0", to: "api" }] };
    const fromBlock = (block: string) => of(`'${block}' to connect to oke.role:api endpoints with protocol='tcp/6443'`);
    const opening = (statement: string) => (world: ReachWorld) => ({
      ...world,
      policies: world.policies.map((policy) => ({ ...policy, statements: [...policy.statements, statement] })),
    });

    test("another block that opens is a stop, and it is named", () => {
      const edit = opening(fromBlock("198.51.100.0/24"));
      expect(stopsOf(anywhere, [officeToApi], edit)).toEqual([["assertion", true]]);
      expect(stopsOf(anywhere, [fromBlock("203.0.113.0/24")], edit)).toEqual([["assertion", true]]);
      const [stop] = hold(anywhere, [], edit).stops;
      expect(stop?.rule === "assertion" && stop.evidence.map(({ source, trace }) => [source, trace.verdict])).toEqual([
        ["198.51.100.0/24", "partly"],
      ]);
    });

    test("another port that opens is a stop", () => {
      const line = { mustNotReach: [{ from: "app.tier:web", to: "app.tier:db" }] };
      const more = webToDb.replace("1521", "22");
      expect(stopsOf(line, [webToDb], opening(more))).toEqual([["assertion", true]]);
    });

    test("a block that no longer passes is one, where all of a block must", () => {
      const office = { mustReach: [{ from: "10.60.0.0/16", to: "api", protocol: "tcp/6443" }] };
      const two = [officeToApi, fromBlock("10.60.2.0/24")];
      expect(stopsOf(office, two, without(officeToApi))).toEqual([["assertion", true]]);
    });

    test("an edit that opens nothing is none, nor one that closes something", () => {
      const statements = [officeToApi, fromBlock("203.0.113.0/24")];
      expect(stopsOf(anywhere, statements, unchanged)).toEqual([]);
      expect(stopsOf(anywhere, statements, without(officeToApi))).toEqual([]);
      expect(stopsOf(anywhere, statements, opening(webToDb))).toEqual([]);
    });
  });

  test("an admin source of which a part still gets through may be locked out: nobody can be sure", () => {
    const office = { adminSources: ["10.60.0.0/16"] };
    const all = of("'10.60.0.0/16' to connect to oke.role:api endpoints with protocol='tcp/6443'");
    expect(stopsOf(office, [all, officeToApi], without(all))).toEqual([["admin-access", false]]);
  });

  test("a resource that comes to carry an attribute of a line must keep it too", () => {
    const mustNotReach = [{ from: "app.tier:web", to: "app.tier:db" }];
    expect(stopsOf({ mustNotReach }, [], carrying("api", "app.tier:db"))).toEqual([]);
    const webToAll = of("app.tier:web endpoints to connect to all-endpoints");
    expect(stopsOf({ mustNotReach }, [webToAll], carrying("api", "app.tier:db"))).toEqual([["assertion", true]]);
  });

  test("a line of which no resource is left is no longer shown to hold, and that is a stop", () => {
    expect(stopsOf({ mustReach: [webDb] }, [webToDb], carrying("db", "app.tier:store"))).toEqual([
      ["assertion", false],
    ]);
  });

  test("how many hold after the edit is counted", () => {
    const { passCount, lineCount, failing } = hold(
      { mustReach: [webDb], mustNotReach: [webDb] },
      [webToDb],
      unchanged,
    ).assertions;
    expect([passCount, lineCount, failing.map(({ id }) => id)]).toEqual([1, 2, ["mustNotReach[0]"]]);
  });
});
