import { describe, expect, test } from "vitest";
import { compileWorld } from "@/lib/zpr/reach/compile-world";
import { poolIdOfPart, withAttributes, withNewNodes, withoutPolicy, withPolicy } from "@/lib/zpr/reach/edit-world";
import type { EffectEnd } from "@/lib/zpr/reach/effect";
import { effectOf } from "@/lib/zpr/reach/effect-of";
import type { ReachAttribute, ReachEndpoint, ReachPolicy, ReachWorld } from "@/lib/zpr/reach/reach-world";

const attribute = (text: string): ReachAttribute => {
  const [, namespace = "", key = "", value = ""] = /^(.*?)\.(.*?):(.*)$/u.exec(text) ?? [];
  return { namespace, key, value, doubt: null };
};
const endpoint = (id: string, address: string, ...carried: string[]): ReachEndpoint => ({
  id,
  name: id,
  kind: "Load balancer",
  vcnId: "vcn",
  attributes: carried.map(attribute),
  addresses: { kind: "known", addresses: [address] },
});
const policy = (...statements: string[]): ReachPolicy => ({ id: "p", name: "P", lifecycleState: "ACTIVE", statements });
const webToDb =
  "in net.vcn:one VCN allow app.tier:web endpoints to connect to app.tier:db endpoints with protocol='tcp/443'";
const dbToDb = "in net.vcn:one VCN allow app.tier:db endpoints to connect to app.tier:db endpoints";
const world = (policies: readonly ReachPolicy[], ...endpoints: ReachEndpoint[]): ReachWorld => ({
  vcns: [
    {
      id: "vcn",
      name: "one",
      region: "here",
      attributes: [attribute("net.vcn:one")],
      cidrBlocks: ["10.0.0.0/16"],
      isZprOnly: false,
    },
  ],
  endpoints,
  policies,
  isPolicyListComplete: true,
  isEndpointListComplete: true,
});

const endText = (end: EffectEnd) => (end.kind === "endpoint" ? end.name : `${end.kind} ${end.text}`.trim());
/** One line a group: "gained tcp/443 to db from web: statement". */
function lines(before: ReachWorld, after: ReachWorld, isMany = false): readonly string[] {
  const compiled = compileWorld(before);
  return effectOf(compiled, compileWorld(after, compiled), () => isMany).groups.map((group) => {
    const [near, far] = [group.resources, group.others].map(({ items }) => items.map(endText).join("+"));
    const back = group.direction === "to" ? "from" : "to";
    const { change, protocols } = group;
    return `${change} ${protocols} ${group.direction} ${near} ${back} ${far}: ${group.before.code} > ${group.after.code}`;
  });
}

describe("an edit of attributes", () => {
  const web = endpoint("web", "10.0.0.1", "app.tier:web");
  const db = endpoint("db", "10.0.0.2");

  test("that is the first of a resource loses both directions but for what a statement allows", () => {
    const before = world([policy(webToDb)], web, db);
    expect(lines(before, withAttributes(before, "db", [attribute("app.tier:db")]))).toEqual([
      "gained tcp/443 to db from web: no-statement > statement",
      "lost every protocol to db from elsewhere+osn-services: not-governed > no-statement",
      "lost every protocol from db to elsewhere+osn-services: not-governed > no-statement",
    ]);
  });

  test("that is the last of a resource gains what was ungoverned and loses what was allowed", () => {
    const before = world([policy(webToDb)], web, endpoint("db", "10.0.0.2", "app.tier:db"));
    expect(lines(before, withAttributes(before, "db", []))).toEqual([
      "gained every protocol to db from elsewhere+osn-services: no-statement > not-governed",
      "gained every protocol from db to elsewhere+osn-services: no-statement > not-governed",
      "lost tcp/443 to db from web: statement > no-statement",
    ]);
  });

  test("of a pool loses flows between running and new nodes that there are neither before nor after", () => {
    const pool = endpoint("pool", "10.0.0.3", "app.tier:db");
    const webToWeb = dbToDb.replaceAll("tier:db", "tier:web");
    const mixed = withNewNodes(world([policy(dbToDb, webToWeb)], pool), "pool");
    if (mixed === null) throw new Error("The pool is in the world.");
    expect(lines(mixed.world, withAttributes(mixed.world, mixed.id, [attribute("app.tier:web")]), true)).toEqual([
      "lost every protocol to new nodes of pool from running nodes of pool: statement > no-statement",
      "lost every protocol from new nodes of pool to running nodes of pool: statement > no-statement",
    ]);
    const whole = world([policy(dbToDb, webToWeb)], pool);
    expect(lines(whole, withAttributes(whole, "pool", [attribute("app.tier:web")]), true)).toEqual([]);
  });
});

describe("running nodes whose own sets were read", () => {
  const pool = endpoint("pool", "10.0.0.3", "app.tier:db");
  const before = world([policy(dbToDb)], pool);
  const running = [
    { nodeCount: 2, attributes: [attribute("app.tier:db")] },
    { nodeCount: 3, attributes: [attribute("app.tier:old")] },
    { nodeCount: 1, attributes: null },
  ];

  test("stand beside the new ones with what they carry, not with the present set of their pool", () => {
    const mixed = withNewNodes(before, "pool", running);
    if (mixed === null) throw new Error("The pool is in the world.");
    expect(lines(mixed.world, withAttributes(mixed.world, mixed.id, [attribute("app.tier:new")]), true)).toEqual([
      "lost every protocol to new nodes of pool from 2 of 6 running nodes of pool: statement > no-statement",
      "lost every protocol from new nodes of pool to 2 of 6 running nodes of pool+new nodes of pool: statement > no-statement",
      "perhaps-lost every protocol to new nodes of pool from 1 of 6 running nodes of pool: perhaps > no-statement",
      "perhaps-lost every protocol from new nodes of pool to 1 of 6 running nodes of pool: perhaps > no-statement",
    ]);
    expect(mixed.world.endpoints.map(({ id }) => poolIdOfPart(id))).toEqual(["pool", "pool", "pool", "pool"]);
  });
});

describe("an edit of a policy", () => {
  const web = endpoint("web", "10.0.0.1", "app.tier:web");
  const db = endpoint("db", "10.0.0.2", "app.tier:db");

  test("that adds a statement gains its flows, and one that deletes it loses them", () => {
    const with_ = world([policy(webToDb)], web, db);
    const without = withoutPolicy(with_, "p");
    expect(lines(without, with_)).toEqual(["gained tcp/443 to db from web: no-statement > statement"]);
    expect(lines(with_, without)).toEqual(["lost tcp/443 to db from web: statement > no-statement"]);
  });

  test("that puts its statements in another order changes nothing", () => {
    const before = world([policy(webToDb, dbToDb)], web, db);
    expect(lines(before, withPolicy(before, policy(dbToDb, webToDb)))).toEqual([]);
  });

  test("that narrows a statement says what is left out", () => {
    const wide = webToDb.replace(" with protocol='tcp/443'", "");
    const before = world([policy(wide)], web, db);
    expect(lines(before, withPolicy(before, policy(webToDb)))).toEqual([
      "lost every protocol and port but tcp/443 to db from web: statement > no-statement",
    ]);
  });
});
