import { expect, test } from "vitest";
import { fuzzTexts } from "@/scripts/zpl/fuzz-texts";
import { problemOf, reportProblemOf } from "@/scripts/zpl/promises";

test("the parser keeps its promises for texts that nobody wrote", () => {
  for (const text of fuzzTexts(20_261_123, 4_000)) {
    const problem = problemOf(text);
    if (problem !== null) throw new Error(`${problem}\n${JSON.stringify(text)}`);
  }
});

test.each([
  " with protocol='tcp/1'",
  ", protocol='tcp/1'",
  ", app.tier:web",
  " and app.tier:web",
  " “web”",
  " with protocol='tcp/22,443'",
  " 'app.tier:web''",
  "\u00A0",
  " ; with protocol='tcp/1', protocol='tcp/2'",
])("what is printed of one huge line, of %j again and again, grows no faster than the line", (piece) => {
  const start = "in net.vcn:prod VCN allow app.tier:web endpoints to connect to app.tier:db endpoints";
  for (const repeats of [40, 2_000]) expect(problemOf(start + piece.repeat(repeats))).toBe(null);
  for (const repeats of [40, 20_000]) expect(reportProblemOf(start + piece.repeat(repeats))).toBe(null);
});

test("the same seed gives the same texts, another others", () => {
  const texts = (seed: number) => [...fuzzTexts(seed, 50)];
  expect(texts(1)).toEqual(texts(1));
  expect(texts(1)).not.toEqual(texts(2));
});
