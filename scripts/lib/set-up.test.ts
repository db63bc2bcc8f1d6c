import { expect, test } from "vitest";
import { buildProblems } from "@/scripts/lib/set-up.mjs";

test("a build with warnings or with key files is a failed build", () => {
  expect(buildProblems("Turbopack build encountered 2 warnings:\n", [])).toEqual(["next build encountered 2 warnings"]);
  expect(buildProblems("Encountered 1 warning", ["/r/.next/server/key.pem"])).toEqual([
    "next build encountered 1 warning",
    "a key file got into the build: /r/.next/server/key.pem",
  ]);
  expect(buildProblems("Compiled successfully", ["/r/.next/BUILD_ID"])).toEqual([]);
});
