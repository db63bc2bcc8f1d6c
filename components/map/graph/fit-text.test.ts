import { describe, expect, test } from "vitest";
import { fitText } from "@/components/map/graph/fit-text";

describe("fitText", () => {
  test("leaves what fits, and ends the rest with an ellipsis", () => {
    expect(fitText("gateway", 7)).toBe("gateway");
    expect(fitText("gateways", 7)).toBe("gatewa…");
  });

  test("counts wide signs double, and splits none", () => {
    expect(fitText("決済ゲート", 6)).toBe("決済…");
    expect(fitText("a😀b😀c", 4)).toBe("a😀…");
  });

  test("writes signs that cannot be seen as their code points", () => {
    expect(fitText("pay\u202Ells", 40)).toBe("payU+202Ells");
  });
});
