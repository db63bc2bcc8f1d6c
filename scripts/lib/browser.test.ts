import { expect, test } from "vitest";
import { openCommand } from "@/scripts/lib/browser.mjs";

test("a browser is opened only where there is somebody to see it", () => {
  expect(openCommand("linux", { NODE_ENV: "test" })).toBeNull();
  expect(openCommand("linux", { NODE_ENV: "test", DISPLAY: ":0" })).toEqual(["xdg-open"]);
  expect(openCommand("linux", { NODE_ENV: "test", DISPLAY: ":0", CI: "1" })).toBeNull();
  expect(openCommand("darwin", { NODE_ENV: "test", CI: "true" })).toBeNull();
  expect(openCommand("darwin", { NODE_ENV: "test" })).toEqual(["open"]);
});
