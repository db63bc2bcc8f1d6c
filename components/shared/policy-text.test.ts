import { describe, expect, it } from "vitest";
import { policyText } from "@/components/shared/policy-text";

describe("policyText", () => {
  it.each([
    ["a plain value as it is", "web", "app.tier:web"],
    ["a value with a colon as it is", "a:b-1_x", "app.tier:a:b-1_x"],
    ["a value with blanks in quotes, the name inside them", "dev and test", "'app.tier:dev and test'"],
    ["a quote in the value doubled", "it's", "'app.tier:it''s'"],
    ["an empty value in quotes", "", "'app.tier:'"],
  ])("writes %s", (_name, value, text) => {
    expect(policyText({ namespace: "app", key: "tier", value })).toBe(text);
  });
});
