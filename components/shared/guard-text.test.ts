import { describe, expect, test } from "vitest";
import { guardSentence, passedSentence } from "@/components/shared/guard-text";
import type { EditHoldAnswer, HoldReason } from "@/lib/contract/edit-hold";

const clear: EditHoldAnswer = {
  isReading: false,
  declared: "some",
  reasons: [],
  lines: { passCount: 2, lineCount: 3, failing: [] },
  access: { provenCount: 1, clusterCount: 4 },
  nameToType: null,
};
const reason: HoldReason = {
  id: "a",
  code: "line",
  isCertain: true,
  text: "a must reach b: the edit breaks that.",
  clusterName: null,
  flows: [],
  flowCount: 0,
  cure: "",
  cureStatements: [],
};

describe("what guards say in words", () => {
  test("what passed is counted, and what is not declared is said", () => {
    expect(passedSentence(clear)).toBe(
      "After the edit 2 of 3 lines hold, and an admin source reaches 1 of 4 clusters on tcp/6443.",
    );
    expect(passedSentence({ ...clear, access: null })).toBe(
      "After the edit 2 of 3 lines hold. No admin source is declared.",
    );
    const noLines = { passCount: 0, lineCount: 0, failing: [] };
    expect(passedSentence({ ...clear, lines: noLines })).toBe(
      "After the edit an admin source reaches 1 of 4 clusters on tcp/6443. No line is declared.",
    );
  });

  test("without guards nothing is said to have passed", () => {
    expect(passedSentence({ ...clear, declared: "none", access: null })).toBeNull();
    expect(passedSentence({ ...clear, declared: "unreadable", access: null })).toBeNull();
    expect(guardSentence({ ...clear, declared: "none" })).toBe("No guards: nothing was proved.");
  });

  test("what stands against an edit is said before what is unsure", () => {
    expect(guardSentence({ ...clear, reasons: [reason] })).toContain("stand against the edit: 1 reason");
    expect(guardSentence({ ...clear, reasons: [{ ...reason, isCertain: false }] })).toContain("Nobody can be sure");
    expect(guardSentence(clear)).toBe("No guard stands against the edit.");
  });
});
