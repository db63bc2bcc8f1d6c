import { expect, test } from "vitest";
import { tokenize } from "@/lib/zpr/policy-language/tokenize";

const kinds = (text: string) => tokenize(text).map(({ kind, text: token }) => [kind, token]);

test("a statement is coloured by the kinds of its tokens", () => {
  expect(kinds("in net.vcn:a VCN allow all-endpoints to connect to 'a:b c' with protocol ='tcp/22',")).toEqual([
    ["keyword", "in"],
    ["blank", " "],
    ["attribute", "net.vcn:a"],
    ["blank", " "],
    ["keyword", "VCN"],
    ["blank", " "],
    ["keyword", "allow"],
    ["blank", " "],
    ["endpoint-word", "all-endpoints"],
    ["blank", " "],
    ["keyword", "to"],
    ["blank", " "],
    ["keyword", "connect"],
    ["blank", " "],
    ["keyword", "to"],
    ["blank", " "],
    ["quoted", "'a:b c'"],
    ["blank", " "],
    ["keyword", "with"],
    ["blank", " "],
    ["filter-name", "protocol"],
    ["blank", " "],
    ["equals", "="],
    ["quoted", "'tcp/22'"],
    ["comma", ","],
  ]);
});

test.each([
  ["'a''b' c", "a'b", "closed"],
  ["'app.name:o'brien' c", "app.name:o'brien", "closed"],
  ["'10.0.0.0/8 to connect", "10.0.0.0/8", "missing"],
  ["'tcp/22 with connection-state='stateless'", "tcp/22", "missing"],
  ["'tcp/22'with", "tcp/22", "closed"],
  ["“a:b c” d", "a:b c", "other"],
  ['"a:b" d', "a:b", "other"],
  ["''", "", "closed"],
])("%s begins with a quotation of %j that is %s", (text, value, closing) => {
  expect(tokenize(text)[0]?.quotation).toMatchObject({ value, closing });
});

test("what the language has no use for is a symbol or a word", () => {
  expect(kinds("“ <a b> 10.0.0.0/8 (x)").filter(([kind]) => kind !== "blank")).toEqual([
    ["symbol", "“"],
    ["placeholder", "<a b>"],
    ["address", "10.0.0.0/8"],
    ["symbol", "("],
    ["word", "x"],
    ["symbol", ")"],
  ]);
});
