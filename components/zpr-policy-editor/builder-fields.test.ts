import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type BuilderFields,
  emptyFields,
  fieldsFrom,
  keptWords,
  statementFromFields,
} from "@/components/zpr-policy-editor/builder-fields";
import { parseStatement } from "@/lib/zpr/policy-language/parse-statement";
import { printStatement } from "@/lib/zpr/policy-language/print-statement";
import { statement as anyStatement } from "@/lib/zpr/policy-language/test-arbitraries";

const attribute = (value: string) => ({ namespace: "app", key: "tier", value });
const endpoint = (value: string) => ({ kind: "attribute", attribute: attribute(value), address: "" }) as const;
const whole: BuilderFields = {
  ...emptyFields,
  location: { namespace: "net", key: "vcn", value: "prod" },
  source: endpoint("web"),
  target: endpoint("api"),
  protocol: "tcp",
  ports: "443",
};
const textOf = (fields: BuilderFields) => {
  const made = statementFromFields(fields);
  return "statement" in made ? printStatement(made.statement) : made;
};
const address = (text: string) => ({ kind: "address", attribute: null, address: text }) as const;

test("the pickers write the canonical statement", () => {
  const start = "in net.vcn:prod VCN allow app.tier:web endpoints to connect to app.tier:api endpoints";
  expect(textOf(whole)).toBe(`${start} with protocol='tcp/443'`);
  expect(textOf({ ...whole, ports: "8000 - 8099" })).toBe(`${start} with protocol='tcp/8000-8099'`);
  expect(textOf({ ...whole, protocol: "" })).toBe(start);
  expect(textOf({ ...whole, source: address(" 10.0.0.0/16 "), protocol: "icmp", ports: "" })).toBe(
    "in net.vcn:prod VCN allow '10.0.0.0/16' to connect to app.tier:api endpoints with protocol='icmp'",
  );
});

describe("a statement is not written while something", () => {
  test.each([
    ["is missing: the location", { location: null }, "location"],
    ["is missing: the source", { source: emptyFields.source }, "source"],
    ["is missing: the VCN of the target", { form: "two-vcn" }, "targetLocation"],
    ["is wrong: an address", { target: address("10.0.0.300") }, "target"],
    ["is wrong: two lists of ports", { ports: "22,443" }, "ports"],
    ["is wrong: a range upside down", { ports: "500-100" }, "ports"],
    ["is refused: addresses on both sides", { source: address("10.0.0.1"), target: address("10.0.0.2") }, "target"],
    ["is refused: an address between two VCNs", { form: "two-vcn", source: address("10.0.0.1") }, "source"],
  ] as const)("%s", (_, change, field) => {
    expect(textOf({ ...whole, ...change })).toMatchObject({ field });
  });
});

test("whatever a statement says, the pickers lose nothing of it", () => {
  fc.assert(
    fc.property(anyStatement, (statement) => {
      const made = statementFromFields(fieldsFrom(statement));
      expect("statement" in made && printStatement(made.statement)).toBe(printStatement(statement));
    }),
  );
});

test("what has no picker is kept and named", () => {
  const text =
    "in net.vcn:prod VCN allow app.tier:web endpoints with protocol='tcp/9' to connect to app.tier:api endpoints with protocol='icmp', protocol.icmp.type='8', connection-state='stateless'";
  const { statement } = parseStatement(text);
  if (statement === null) throw new Error("It parses.");
  const fields = fieldsFrom(statement);
  expect(keptWords(fields)).toEqual(["filters after the source", "ICMP type and code", "connection-state='stateless'"]);
  expect(textOf({ ...fields, target: endpoint("db") })).toBe(text.replace("app.tier:api", "app.tier:db"));
  expect(keptWords(whole)).toEqual([]);
});
