import { expect, test } from "vitest";
import {
  joinedToPrevious,
  linesFrom,
  movedLine,
  placesOf,
  textsOf,
  withNewLine,
  withoutLine,
  withText,
} from "@/components/zpr-policy-editor/statement-lines";

const lines = linesFrom(["a", "", " b "]);

test("blank lines are no statements, and the others are counted without them", () => {
  expect(textsOf(lines)).toEqual(["a", "b"]);
  expect([...placesOf(lines).values()]).toEqual([0, null, 1]);
});

test("an editor is never without a line", () => {
  expect(linesFrom([])).toHaveLength(1);
  expect(withoutLine(linesFrom(["a"]), 0).lines.map(({ text }) => text)).toEqual([""]);
});

test("pasted lines become lines of their own, with keys that no other has, and the caret is at their end", () => {
  const { lines: pasted, caret } = withText(lines, 1, "x\r\ny\nz");
  expect(pasted.map(({ text }) => text)).toEqual(["a", "x", "y", "z", " b "]);
  expect(new Set(pasted.map(({ key }) => key)).size).toBe(5);
  expect(caret).toEqual({ key: pasted[3]?.key, at: 1 });
});

test("a line joins the one before it where that ended; the first has none to join", () => {
  expect(joinedToPrevious(linesFrom(["ab", "c"]), 1)).toEqual({
    lines: [{ key: 0, text: "abc" }],
    caret: { key: 0, at: 2 },
  });
  expect(joinedToPrevious(lines, 0)).toBeNull();
});

test("the caret goes to what takes the place of a line, and into a new one", () => {
  expect(withoutLine(lines, 0).caret).toEqual({ key: 1, at: 0 });
  expect(withoutLine(lines, 2).caret).toEqual({ key: 1, at: 0 });
  expect(withNewLine(lines).caret).toEqual({ key: 3, at: 0 });
});

test("a line moves by one and keeps its key; at the end of the list it moves nowhere", () => {
  expect(movedLine(lines, 2, "up")?.lines.map(({ key }) => key)).toEqual([0, 2, 1]);
  expect(movedLine(lines, 0, "down")?.lines.map(({ key }) => key)).toEqual([1, 0, 2]);
  expect(movedLine(lines, 0, "up")).toBeNull();
  expect(movedLine(lines, 2, "down")).toBeNull();
});
