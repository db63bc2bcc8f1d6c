import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { locationCertainties } from "@/lib/zpr/reach/applications";
import { sideCertainties } from "@/lib/zpr/reach/match-side";

test("docs/reach.md explains every code of a place and of a side that keeps a statement from allowing a flow", () => {
  const page = readFileSync(resolve(import.meta.dirname, "../../../docs/reach.md"), "utf8");
  const explained = new Set([...page.matchAll(/^\| `([a-z-]+)`/gmu)].map(([, code]) => code));
  const codes = Object.entries({ ...locationCertainties, ...sideCertainties }).filter(([, certainty]) => certainty < 2);
  expect(codes.length).toBeGreaterThan(10);
  expect(codes.map(([code]) => code).filter((code) => !explained.has(code))).toEqual([]);
});
