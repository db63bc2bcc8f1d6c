import { expect, test } from "vitest";
import { catalogIndexFrom } from "@/lib/zpr/attribute-verdict";
import { parseStatement } from "@/lib/zpr/policy-language/parse-statement";
import { nameResolverFrom } from "@/lib/zpr/policy-language/resolve-names";
import { testCatalog } from "@/lib/zpr/policy-language/test-names";
import { securityAttributesFromWire } from "@/lib/zpr/security-attributes";

const catalog = catalogIndexFrom(testCatalog({ "oracle-zpr": { App: null, tier: ["web", "db"] }, Net: { vcn: null } }));
const vcn = (id: string, value: string) => ({
  id,
  displayName: id,
  region: "us-ashburn-1",
  securityAttributes: securityAttributesFromWire({ NET: { VCN: { value, mode: "enforce" } } }),
});
const text = "in net.VCN:prod VCN allow app:web endpoints to connect to oracle-zpr.tier:cache endpoints";

test("names are found without regard to case, and shown as they are stored with their namespace", () => {
  const { locations, endpoints } = nameResolverFrom({ catalog, vcns: null })(parseStatement(text));
  expect(locations.map(({ fullName, vcns }) => [fullName, vcns])).toEqual([["Net.vcn:prod", null]]);
  expect(
    endpoints.map(({ side, fullName, isDefined, verdict }) => [side, fullName, isDefined, verdict?.state]),
  ).toEqual([
    ["source", "oracle-zpr.App:web", true, "ok"],
    ["target", "oracle-zpr.tier:cache", true, "value-not-allowed"],
  ]);
});

test("a location has the VCNs that carry its attribute, values compared exactly", () => {
  const resolve = nameResolverFrom({ catalog: null, vcns: [vcn("a", "prod"), vcn("b", "Prod"), vcn("c", "prod")] });
  const { locations, endpoints } = resolve(parseStatement(text));
  expect(locations[0]?.vcns?.map(({ id }) => id)).toEqual(["a", "c"]);
  expect(endpoints.map(({ verdict, isDefined }) => [verdict, isDefined])).toEqual([
    [null, false],
    [null, false],
  ]);
});

test("both locations of a statement about two VCNs are resolved, in their order", () => {
  const parsed = parseStatement("allow a.b:c in x.y:1 VCN to connect to a.b:d in x.y:2 VCN");
  const { locations } = nameResolverFrom({ catalog, vcns: [] })(parsed);
  expect(locations.map(({ fullName, vcns, verdict }) => [fullName, vcns, verdict?.state])).toEqual([
    ["x.y:1", [], "unknown"],
    ["x.y:2", [], "unknown"],
  ]);
});
