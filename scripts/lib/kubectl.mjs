// @ts-check
import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { run } from "./child-process.mjs";
import { say } from "./say.mjs";

/**
 * The kubectl that is installed on this machine.
 * @param {NodeJS.ProcessEnv} env
 * @param {(path: string) => boolean} [exists]
 * @returns {string | null} its path
 * @throws {Error} when KUBECTL_PATH names none
 */
export function installedKubectl(env, exists = existsSync) {
  const named = env["KUBECTL_PATH"];
  if (named !== undefined && named !== "") {
    if (!exists(named)) throw new Error(`KUBECTL_PATH is ${named}, and there is no such file.`);
    return named;
  }
  const folders = (env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  return folders.map((folder) => join(folder, "kubectl")).find((path) => exists(path)) ?? null;
}

/**
 * Finds kubectl, or installs Debian's package where that is possible. Without it the contract tests that drive the
 * emulator with kubectl are skipped, and a sentence says so.
 * @returns {Promise<string | null>} its path
 */
export async function ensureKubectl() {
  const found = installedKubectl(process.env);
  if (found !== null) return found;
  if (isDebian() && process.getuid?.() === 0) {
    say("Installing kubectl (apt-get install kubernetes-client).");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    await run("apt-get", ["update"], { env, quiet: true });
    await run("apt-get", ["install", "-y", "--no-install-recommends", "kubernetes-client"], { env, quiet: true });
  }
  const installed = installedKubectl(process.env);
  if (installed === null) {
    say("There is no kubectl: the tests that drive the emulator's Kubernetes API with it are skipped.");
    say("Install one, or name it in KUBECTL_PATH.");
  }
  return installed;
}

function isDebian() {
  return existsSync("/etc/os-release") && /^ID=debian$/m.test(readFileSync("/etc/os-release", "utf8"));
}
