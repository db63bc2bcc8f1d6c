import { delimiter } from "node:path";
import { expect, test } from "vitest";
import { installedChromium } from "@/scripts/lib/chromium.mjs";

const path = ["/usr/local/bin", "/usr/bin"].join(delimiter);

test("the headless shell is preferred to a full browser, wherever it stands", () => {
  const files = ["/usr/local/bin/chromium", "/usr/bin/chromium-headless-shell"];
  expect(installedChromium({ PATH: path, NODE_ENV: "test" }, (file) => files.includes(file))).toBe(files[1]);
});

test("CHROMIUM_PATH wins, and is an error when it names nothing", () => {
  const env = { PATH: path, CHROMIUM_PATH: "/opt/chromium", NODE_ENV: "test" } as const;
  expect(installedChromium(env, () => true)).toBe("/opt/chromium");
  expect(() => installedChromium(env, () => false)).toThrow(
    "CHROMIUM_PATH is /opt/chromium, and there is no such file.",
  );
});

test("no Chromium is null, not a guess", () => {
  expect(installedChromium({ PATH: path, NODE_ENV: "test" }, () => false)).toBeNull();
});
