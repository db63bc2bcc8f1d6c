import { expect, test } from "vitest";
import { draftFindings } from "@/components/zpr-policy-editor/draft-findings";
import { testNames } from "@/components/zpr-policy-editor/test-names";

const statement =
  "in net.vcn:prod VCN allow app.tier:web endpoints to connect to app.tier:api endpoints with protocol='tcp/443'";
const rules = (statements: readonly string[], names?: typeof testNames) =>
  draftFindings(statements, names).ofStatement.map((findings) => findings.map(({ rule }) => rule));

test("mistakes stand with their statement, by the text alone while no names are read", () => {
  expect(rules([statement, statement.replace("allow", "alow")])).toEqual([[], ["misspelled-keyword"]]);
});

test("names that do not exist and locations without a VCN are found once names are read", () => {
  expect(rules([statement.replace("prod", "nowhere")], testNames)[0]).toContain("location-without-vcn");
  expect(rules([statement.replace("prod", "nowhere")], { ...testNames, areVcnsWhole: false })[0]).not.toContain(
    "location-without-vcn",
  );
  expect(rules([statement.replace("app.tier:web", "app.squad:web")], testNames)[0]).not.toEqual([]);
});

test("two VCNs of different regions are found once names are read, and their peering is left to the review", () => {
  const across =
    "allow app.tier:web endpoints in net.vcn:prod VCN to connect to app.tier:api endpoints in net.vcn:test VCN";
  const found = (names: typeof testNames) => rules([across], names)[0]?.filter((rule) => rule.startsWith("vcns-"));
  expect(found(testNames)).toEqual([]);
  const [first, ...others] = testNames.vcns;
  const apart = { ...testNames, vcns: [...(first ? [{ ...first, region: "other" }] : []), ...others] };
  expect(found(apart)).toEqual(["vcns-in-different-regions"]);
  expect(found({ ...apart, areVcnsWhole: false })).toEqual([]);
});

test("too many statements are said of the policy", () => {
  const many = Array.from({ length: 26 }, (_, index) => statement.replace("443", String(index + 1)));
  expect(draftFindings(many, testNames).ofPolicy.map(({ rule }) => rule)).toEqual(["many-statements"]);
});
