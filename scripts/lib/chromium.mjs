// @ts-check
import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { run, runNode } from "./child-process.mjs";
import { say } from "./say.mjs";

// The headless shell first: it runs the same tests in less than half the time of the full browser.
const commands = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const applications = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

/**
 * The Chromium that is installed on this machine.
 * @param {NodeJS.ProcessEnv} env
 * @param {(path: string) => boolean} [exists]
 * @returns {string | null} its path
 * @throws {Error} when CHROMIUM_PATH names none
 */
export function installedChromium(env, exists = existsSync) {
  const named = env["CHROMIUM_PATH"];
  if (named !== undefined && named !== "") {
    if (!exists(named)) throw new Error(`CHROMIUM_PATH is ${named}, and there is no such file.`);
    return named;
  }
  const folders = (env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const candidates = [
    ...commands.flatMap((command) => folders.map((folder) => join(folder, command))),
    ...applications,
  ];
  return candidates.find((path) => exists(path)) ?? null;
}

/**
 * Finds Chromium, or installs it: Debian's package where that is possible, else Playwright's own build.
 * @returns {Promise<string>} its path
 * @throws {Error} when neither works
 */
export async function ensureChromium() {
  const found = installedChromium(process.env) ?? (await playwrightChromium());
  if (found !== null) return found;
  if (isDebian() && process.getuid?.() === 0 && (await installDebianPackage())) {
    const installed = installedChromium(process.env);
    if (installed !== null) return installed;
  }
  say("Installing Chromium (playwright install chromium).");
  const { code } = await runNode("node_modules/@playwright/test/cli.js", ["install", "chromium"]);
  const downloaded = await playwrightChromium();
  if (code === 0 && downloaded !== null) return downloaded;
  throw new Error("No Chromium could be installed. Install one and name it in CHROMIUM_PATH.");
}

/** The build that Playwright itself has downloaded, if it has. */
async function playwrightChromium() {
  const { chromium } = await import("@playwright/test");
  const path = chromium.executablePath();
  return existsSync(path) ? path : null;
}

function isDebian() {
  return existsSync("/etc/os-release") && /^ID=debian$/m.test(readFileSync("/etc/os-release", "utf8"));
}

async function installDebianPackage() {
  say("Installing Chromium (apt-get install).");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const install = ["install", "-y", "--no-install-recommends"];
  await run("apt-get", ["update"], { env, quiet: true });
  for (const name of ["chromium-headless-shell", "chromium"]) {
    const { code } = await run("apt-get", [...install, name], { env, quiet: true });
    if (code === 0) return true;
  }
  return false;
}
