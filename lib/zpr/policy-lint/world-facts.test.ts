import { describe, expect, test } from "vitest";
import { lintPolicies } from "@/lib/zpr/policy-lint/lint-policies";
import { worldFacts } from "@/lib/zpr/policy-lint/world-facts";
import type { ReachWorld } from "@/lib/zpr/reach/reach-world";
import { carried, endpoint, vcn, worldOf } from "@/lib/zpr/reach/test-builders";
import type { WorldFile } from "@/lib/zpr/reach/world-file";

const world = worldOf(
  {
    vcns: [vcn("vcn", "net.vcn:prod")],
    endpoints: [
      endpoint("web", ["app.tier:web"]),
      endpoint("db", [], { attributes: [carried("app.old:db", "deleted"), carried("app.era:past", "retired")] }),
    ],
  },
  [],
);
const rulesOf = (statement: string, given: ReachWorld = world, peerings: WorldFile["peerings"] = null) =>
  lintPolicies(
    [{ id: null, name: null, lifecycleState: null, statements: [statement] }],
    worldFacts({ world: given, peerings }),
  ).findings.map(({ rule }) => rule);
const to = (target: string, location = "net.vcn:prod") =>
  `in ${location} VCN allow app.tier:web endpoints to connect to ${target} with protocol='tcp/22'`;

describe("what a world file tells the linter", () => {
  test("a location that no VCN carries", () => {
    expect(rulesOf(to("app.tier:web endpoints", "net.vcn:test"))).toContain("location-without-vcn");
    expect(rulesOf(to("app.tier:web endpoints"))).toEqual([]);
  });

  test("an endpoint that nobody carries", () => {
    expect(rulesOf(to("app.tier:cache endpoints"))).toEqual(["endpoint-without-resource"]);
  });

  test("an attribute that is carried though it was deleted or retired", () => {
    expect(rulesOf(to("app.old:db endpoints"))).toContain("deleting-attribute");
    expect(rulesOf(to("app.era:past endpoints"))).toContain("retired-attribute");
  });

  test("an attribute that no world can tell of is not called undefined", () => {
    expect(rulesOf(to("elsewhere.tier:web endpoints"))).toEqual(["endpoint-without-resource"]);
  });

  test("two VCNs that are not peered, or not in one region, and nothing of peerings from a file without them", () => {
    const text =
      "allow app.tier:web endpoints in net.vcn:prod VCN to connect to app.tier:web endpoints in net.vcn:b VCN";
    const both = { ...world, vcns: [...world.vcns, vcn("b", "net.vcn:b")] };
    const ofVcns = (...given: Parameters<typeof rulesOf>) =>
      rulesOf(...given).filter((rule) => rule.startsWith("vcns-"));
    expect(ofVcns(text, both, [])).toEqual(["vcns-not-peered"]);
    expect(ofVcns(text, both, [["b", "vcn"]])).toEqual([]);
    expect(ofVcns(text, both)).toEqual([]);
    const far = { ...world, vcns: [...world.vcns, vcn("b", "net.vcn:b", { region: "us-ashburn-1" })] };
    expect(ofVcns(text, far)).toEqual(["vcns-in-different-regions"]);
  });

  test("from a world that is not whole nothing is concluded", () => {
    const partial = { ...world, isEndpointListComplete: false };
    expect(rulesOf(to("app.tier:cache endpoints", "net.vcn:test"), partial)).toEqual([]);
    const unread = { ...world, endpoints: [...world.endpoints, endpoint("other", [], { attributes: null })] };
    expect(rulesOf(to("app.tier:cache endpoints"), unread)).toEqual([]);
  });
});
