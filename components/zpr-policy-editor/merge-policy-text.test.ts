import { expect, test } from "vitest";
import { mergePolicyText } from "@/components/zpr-policy-editor/merge-policy-text";

const to = (value: string) =>
  `in net.vcn:prod VCN allow app.tier:web endpoints to connect to app.tier:${value} endpoints`;
const text = (description: string, ...statements: readonly string[]) => ({ description, statements });
const seen = text("d", to("a"), to("b"), to("c"));

test("what I added and removed comes to what they added and removed", () => {
  const mine = text("d", to("a"), to("c"), to("mine"));
  const current = text("d", to("theirs"), to("b"), to("a"));
  expect(mergePolicyText(seen, mine, current)).toEqual(text("d", to("theirs"), to("a"), to("mine")));
});

test("a description that I left alone is theirs, one that I wrote is mine", () => {
  expect(mergePolicyText(seen, seen, text("theirs", ...seen.statements)).description).toBe("theirs");
  expect(mergePolicyText(seen, text("mine"), text("theirs")).description).toBe("mine");
});

test("what both of us added stands once, and my wording of what stays is kept", () => {
  const reworded = to("a").replace("app.tier:web endpoints", "'app.tier:web'");
  const mine = text("d", reworded, to("b"), to("c"), to("new"));
  const current = text("d", ...seen.statements, to("new"));
  expect(mergePolicyText(seen, mine, current)).toEqual(text("d", reworded, to("b"), to("c"), to("new")));
});
