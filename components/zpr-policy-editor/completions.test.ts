import { expect, test } from "vitest";
import { completionsAt, nextCompletionAfter } from "@/components/zpr-policy-editor/completions";
import { testNames } from "@/components/zpr-policy-editor/test-names";
import { applyFix } from "@/lib/zpr/policy-language/diagnostic";

const labels = (text: string, caret = text.length) =>
  completionsAt(text, caret, testNames).map(({ label, note }) => `${label} (${note})`);
const taken = (text: string, label: string, caret = text.length) => {
  const found = completionsAt(text, caret, testNames).find((each) => each.label === label);
  return found === undefined ? null : applyFix(text, { title: "", edits: [found.edit] });
};

test("an empty statement begins with a location that VCNs carry", () => {
  expect(labels("")).toEqual(["in net.vcn:prod VCN allow (VCN prod-net)", "in net.vcn:test VCN allow (VCN test-net)"]);
  expect(taken("", "in net.vcn:test VCN allow")).toBe("in net.vcn:test VCN allow ");
});

test("after in come locations, and what is typed is replaced to the end of its word", () => {
  expect(labels("in net.vcn:p")).toEqual(["net.vcn:prod (VCN prod-net)"]);
  expect(taken("in prod VCN allow", "net.vcn:prod", "in prod".length)).toBe("in net.vcn:prod VCN allow");
});

test("an endpoint is what resources carry, then what is allowed, the words of the language, and keys without a value", () => {
  expect(labels("in net.vcn:prod VCN allow ")).toEqual([
    "app.tier:web (On 4 resources)",
    "'app.name:o''brien & sons' (On 1 resource)",
    "app.tier:api (On nothing that was read)",
    "all-endpoints (Every endpoint; not the OCI services)",
    "'osn-services-ip-addresses' (The OCI services of the region)",
    "app.tier: (What tier is for)",
    "app.name: (What name is for)",
  ]);
});

test("what holds what is typed is offered, beginnings first", () => {
  expect(labels("in net.vcn:prod VCN allow all-endpoints to connect to a").slice(0, 2)).toEqual([
    "app.tier:web (On 4 resources)",
    "'app.name:o''brien & sons' (On 1 resource)",
  ]);
  expect(labels("in net.vcn:prod VCN allow web")).toEqual(["app.tier:web (On 4 resources)"]);
});

test("a name that is whole is left alone, though others begin with it", () => {
  const carried = [...testNames.carried, { namespace: "app", key: "tier", value: "web-2", resourceCount: 1 }];
  const completions = (text: string) => completionsAt(text, text.length, { ...testNames, carried });
  expect(completions("in net.vcn:prod VCN allow app.tier:we")).toHaveLength(2);
  expect(completions("in net.vcn:prod VCN allow app.tier:web")).toEqual([]);
});

test("behind the colon of a key come its values, carried ones first, however the key is spelled", () => {
  const values = ["app.tier:web (On 4 resources)", "app.tier:api (On nothing that was read)"];
  expect(labels("in net.vcn:prod VCN allow app.tier:")).toEqual(values);
  expect(labels("in net.vcn:prod VCN allow App.Tier:")).toEqual(values);
  expect(labels("in net.vcn:prod VCN allow 'app.name:")).toEqual(["'app.name:o''brien & sons' (On 1 resource)"]);
  expect(taken("in net.vcn:prod VCN allow app.tier:", "app.tier:web")).toBe("in net.vcn:prod VCN allow app.tier:web");
});

test("taking a key or the name of a filter leads on to its values, taking a value does not", () => {
  const next = (text: string, label: string) => {
    const found = completionsAt(text, text.length, testNames).find((each) => each.label === label);
    return found === undefined ? undefined : nextCompletionAfter(found);
  };
  const start = "in net.vcn:prod VCN allow ";
  expect(next(`${start}ti`, "app.tier:")).toBe(`${start}app.tier:`.length);
  expect(next(`${start}app.tier:`, "app.tier:web")).toBe(null);
  const filtered = `${start}app.tier:web endpoints to connect to app.tier:api endpoints with `;
  expect(next(filtered, "protocol=")).toBe(`${filtered}protocol=`.length);
});

test("filters and their values are offered in their places", () => {
  const start = "in net.vcn:prod VCN allow app.tier:web endpoints to connect to app.tier:api endpoints with ";
  expect(taken(`${start}conn`, "connection-state=")).toBe(`${start}connection-state=`);
  expect(taken(`${start}protocol=`, "'tcp/443'")).toBe(`${start}protocol='tcp/443'`);
  expect(taken(`${start}connection-state=`, "'stateless'")).toBe(`${start}connection-state='stateless'`);
});

test("nothing is offered where the language has only one word to go on with", () => {
  expect(labels("in net.vcn:prod ")).toEqual([]);
  expect(labels("in net.vcn:prod VCN allow app.tier:web endpoints to ")).toEqual([]);
});
