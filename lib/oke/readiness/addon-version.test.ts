import { expect, test } from "vitest";
import { compareAddonVersions } from "@/lib/oke/readiness/addon-version";

test("versions are ordered by their numbers, not as text", () => {
  expect(["v3.10.0", "2.3.0", "v3.2.1-4", "v3.2"].toSorted(compareAddonVersions)).toEqual([
    "2.3.0",
    "v3.2",
    "v3.2.1-4",
    "v3.10.0",
  ]);
  expect(compareAddonVersions("v3.3.0", "3.3")).toBe(0);
});
