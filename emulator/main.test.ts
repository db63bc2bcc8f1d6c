import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { expect, onTestFinished, test } from "vitest";
import { sdkFor } from "@/emulator/testing/sdk";

/** Starts `npm run emulator` without npm, and gives what it prints as `{label: value}` once it is up. */
async function startMain(...flags: readonly string[]) {
  const child = spawn(process.execPath, ["--import", "tsx", "emulator/main.ts", ...flags], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const exited = new Promise<number | null>((resolve) => void child.once("exit", resolve));
  const printed = new Map<string, string>();
  for await (const line of createInterface({ input: child.stdout })) {
    const [label = "", value = ""] = line.split(/\s{2,}/);
    printed.set(label, value);
    if (label === "Operations") break;
  }
  return { child, exited, printed: (label: string) => printed.get(label) ?? "" };
}

test("the program prints how to sign in, serves it, and leaves nothing behind when it is ended", async () => {
  const { child, exited, printed } = await startMain("--seed", "empty");
  expect(printed("OCI emulator")).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(printed("Operations")).toMatch(/^\d+ implemented$/);
  const configFile = printed("Config file");
  const created = { tenancyId: "", homeRegion: "", configFile, profile: printed("Profile"), users: [] };
  const { items } = await sdkFor(printed("OCI emulator"), created).identity.listRegions({});
  expect(items.map(({ name }) => name)).toContain(printed("Home region"));

  child.kill("SIGTERM");
  expect(await exited).toBe(0);
  expect(existsSync(configFile)).toBe(false);
});

test("the program does not start on a port that is none", async () => {
  const { exited } = await startMain("--port", "nonsense");
  expect(await exited).toBe(1);
});

test("the program does not start without a seed of that name", async () => {
  const { exited } = await startMain("--seed", "nowhere");
  expect(await exited).toBe(1);
});
