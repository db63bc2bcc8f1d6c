import { expect, test } from "vitest";
import { fuzzTexts } from "@/scripts/zpl/fuzz-texts";
import { problemOf } from "@/scripts/zpl/promises";

test("the parser keeps its promises for texts that nobody wrote", () => {
  for (const text of fuzzTexts(20_261_123, 4_000)) {
    const problem = problemOf(text);
    if (problem !== null) throw new Error(`${problem}\n${JSON.stringify(text)}`);
  }
});

test("the same seed gives the same texts, another others", () => {
  const texts = (seed: number) => [...fuzzTexts(seed, 50)];
  expect(texts(1)).toEqual(texts(1));
  expect(texts(1)).not.toEqual(texts(2));
});
