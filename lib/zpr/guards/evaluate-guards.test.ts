import { describe, expect, test } from "vitest";
import { evaluateGuards } from "@/lib/zpr/guards/evaluate-guards";
import { parseGuardFile } from "@/lib/zpr/guards/parse-guard-file";
import { compileWorld } from "@/lib/zpr/reach/compile-world";
import type { ReachWorld } from "@/lib/zpr/reach/reach-world";
import { carried, endpoint, vcn, worldOf } from "@/lib/zpr/reach/test-builders";

const parts = {
  vcns: [vcn("vcn", "net.vcn:prod"), vcn("other", "net.vcn:data", { cidrBlocks: ["10.1.0.0/16"] })],
  endpoints: [
    endpoint("web-1", ["app.tier:web"]),
    endpoint("web-2", ["app.tier:web"]),
    endpoint("db", ["app.tier:db"], { addresses: { kind: "known", addresses: ["10.0.2.5"] } }),
    endpoint("odd", ["app.tier:odd"]),
    endpoint("plain", []),
    endpoint("elsewhere", ["app.tier:web"], { vcnId: "other" }),
  ],
};
const webToDb =
  "in net.vcn:prod VCN allow app.tier:web endpoints to connect to app.tier:db endpoints with protocol='tcp/1521'";
const addressToDb = "in net.vcn:prod VCN allow '10.9.0.0/16' to connect to app.tier:db endpoints";

type Line = { readonly from: string; readonly to: string; readonly protocol?: string };

/** The verdict of each line, with its cause, over these statements. */
function verdictsOf(
  given: { readonly mustReach?: readonly Line[]; readonly mustNotReach?: readonly Line[] },
  statements: readonly string[],
  changed: Partial<ReachWorld> = {},
) {
  const parsed = parseGuardFile(given);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const world = { ...worldOf(parts, statements), ...changed };
  return evaluateGuards(compileWorld(world), parsed.file.lines).map(({ verdict, cause, failingPairCount }) => [
    verdict,
    cause,
    failingPairCount,
  ]);
}

const webDb = { from: "app.tier:web", to: "app.tier:db", protocol: "tcp/1521" };
// The web in the other VCN has no statement of its own.
const nearWebDb = { ...webDb, from: "web-*" };

describe("what must reach", () => {
  test("passes when every pair is allowed", () => {
    expect(verdictsOf({ mustReach: [nearWebDb] }, [webToDb])).toEqual([["pass", null, 0]]);
  });

  test("fails when one pair is not, and says how many", () => {
    expect(verdictsOf({ mustReach: [webDb] }, [webToDb])).toEqual([["fail", null, 1]]);
    expect(verdictsOf({ mustReach: [nearWebDb] }, [])).toEqual([["fail", null, 2]]);
  });

  test("passes where ZPR does not govern, because nothing is dropped there", () => {
    const plain = { from: "plain", to: "10.77.0.1" };
    expect(verdictsOf({ mustReach: [plain] }, [])).toEqual([["pass", null, 0]]);
  });

  test("is judged for the protocol that it names", () => {
    expect(verdictsOf({ mustReach: [{ ...nearWebDb, protocol: "tcp/22" }] }, [webToDb])).toEqual([["fail", null, 2]]);
    expect(verdictsOf({ mustReach: [{ ...nearWebDb, protocol: "tcp/1521-1522" }] }, [webToDb])[0]?.[0]).not.toBe(
      "pass",
    );
  });

  test("speaks of addresses too", () => {
    const line = { from: "10.9.1.0/24", to: "db" };
    expect(verdictsOf({ mustReach: [line] }, [addressToDb])).toEqual([["pass", null, 0]]);
    expect(verdictsOf({ mustReach: [line] }, [webToDb])).toEqual([["fail", null, 1]]);
  });
});

describe("a block of which statements speak in parts", () => {
  const reach = [{ from: "10.9.0.0/16", to: "db" }];
  const to = (block: string) => `in net.vcn:prod VCN allow '${block}' to connect to app.tier:db endpoints`;

  test("must reach with all of it: two halves are enough, one of them surely is not", () => {
    expect(verdictsOf({ mustReach: reach }, [to("10.9.0.0/17"), to("10.9.128.0/17")])).toEqual([["pass", null, 0]]);
    expect(verdictsOf({ mustReach: reach }, [to("10.9.0.0/17")])).toEqual([["fail", null, 1]]);
  });

  test("must not reach with any of it, however small", () => {
    expect(verdictsOf({ mustNotReach: [{ from: "203.0.0.0/8", to: "db" }] }, [to("203.0.113.7/32")])).toEqual([
      ["fail", null, 1],
    ]);
  });

  test("is not held against it where resources may have an address in the rest, which carry what is allowed", () => {
    const line = { from: "10.0.0.0/16", to: "db" };
    expect(verdictsOf({ mustNotReach: [line] }, [webToDb])[0]?.[0]).toBe("unknown");
  });
});

describe("what must not reach", () => {
  test("passes when nothing of it is allowed, and fails when a part is", () => {
    const all = { from: "web-*", to: "db" };
    expect(verdictsOf({ mustNotReach: [all] }, [])).toEqual([["pass", null, 0]]);
    expect(verdictsOf({ mustNotReach: [all] }, [webToDb])).toEqual([["fail", null, 2]]);
  });

  test("fails where ZPR does not govern, because nothing keeps it from passing", () => {
    expect(verdictsOf({ mustNotReach: [{ from: "plain", to: "10.77.0.1" }] }, [])).toEqual([["fail", null, 1]]);
  });
});

describe("what nobody can say", () => {
  test("is unknown where an end means no resource, so that a misspelt line never passes", () => {
    expect(
      verdictsOf(
        {
          mustReach: [{ ...webDb, from: "app.tier:wbe" }],
          mustNotReach: [
            { ...webDb, to: "no-such-*" },
            { from: "db", to: "db" },
          ],
        },
        [webToDb],
      ),
    ).toEqual([
      ["unknown", "no-resource-from", 0],
      ["unknown", "no-resource-to", 0],
      ["unknown", "no-pair", 0],
    ]);
  });

  test("is unknown while policies are not all there, unless one that was read allows it", () => {
    const changed = { isPolicyListComplete: false };
    expect(verdictsOf({ mustReach: [nearWebDb] }, [], changed)).toEqual([["unknown", "flow-unknown", 0]]);
    expect(verdictsOf({ mustReach: [nearWebDb] }, [webToDb], changed)).toEqual([["pass", null, 0]]);
  });

  test("is unknown where resources may be missing, even if all that were read keep the line", () => {
    const changed = { isEndpointListComplete: false };
    expect(verdictsOf({ mustReach: [nearWebDb] }, [webToDb], changed)).toEqual([["unknown", "resources-unread", 0]]);
    expect(verdictsOf({ mustReach: [nearWebDb] }, [], changed)).toEqual([["fail", null, 2]]);
  });

  test("is unknown for a resource that carries a retired attribute, which statements may no longer mean", () => {
    const endpoints = [
      ...parts.endpoints.filter(({ id }) => id !== "db"),
      endpoint("db", [], { attributes: [carried("app.tier:db", "retired")] }),
    ];
    expect(verdictsOf({ mustReach: [{ ...nearWebDb, to: "db" }] }, [webToDb], { endpoints })).toEqual([
      ["unknown", "flow-unknown", 0],
    ]);
  });
});

test("evidence names the pair and what ZPR does with it", () => {
  const parsed = parseGuardFile({ mustReach: [{ from: "web-*", to: "db", protocol: "tcp/22" }] });
  if (!parsed.ok) throw new Error("not parsed");
  const [result] = evaluateGuards(compileWorld(worldOf(parts, [webToDb])), parsed.file.lines);
  expect(result?.evidence).toMatchObject([
    { source: "web-1", destination: "db", count: 2, trace: { verdict: "blocked" } },
  ]);
});
