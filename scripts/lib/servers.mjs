// @ts-check
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startNode, untilAnswering } from "./child-process.mjs";
import { freePort } from "./ports.mjs";

/**
 * @typedef {import("./child-process.mjs").Running & { readonly url: string }} Server
 * @typedef {{ readonly configFile: string, readonly profile: string }} Profile
 */

const steering = /^(OCI_|ZPR_|NODE_OPTIONS$|(https?|all)_proxy$)/i;

/**
 * Starts the emulator on a free loopback port and waits until it answers.
 * @returns {Promise<Server>}
 */
export function startEmulator() {
  return startOnFreePort(async (port) => {
    const url = `http://127.0.0.1:${port}`;
    const emulator = startNode(
      "The emulator",
      ["--import", "tsx", "emulator/main.ts", "--port", `${port}`, "--seed", "empty"],
      cleanEnvironment(),
    );
    await untilAnswering(emulator, `${url}/_control/operations`);
    return { ...emulator, url };
  });
}

/**
 * Makes a tenancy in a running emulator.
 * @param {string} emulatorUrl
 * @param {string} seed
 * @returns {Promise<Profile>} the OCI config file that signs in to it
 * @throws {Error} with the emulator's words when it knows no such seed
 */
export async function createTenancy(emulatorUrl, seed) {
  const response = await fetch(`${emulatorUrl}/_control/tenancies`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ seed }),
  });
  const body = await response.text();
  if (!response.ok) throw new Error(`The emulator made no tenancy from "${seed}": ${messageOf(body)}`);
  return JSON.parse(body);
}

/**
 * Starts the built console, on `port` or a free one, and waits until it answers. On an emulated tenancy it gets a guard
 * file of its own, which is gone with it; there is none yet.
 * @param {{ profile: Profile | null, emulatorUrl: string | null, port?: number, planLimit?: number | undefined }} options without a
 *   profile it reads the person's own OCI configuration
 * @returns {Promise<Server & { readonly guardsPath: string | null }>}
 */
export async function startConsole({ profile, emulatorUrl, port, planLimit }) {
  const place = profile === null ? null : mkdtempSync(join(tmpdir(), "zpr-guards-"));
  const guardsPath = place && join(place, "guards.yaml");
  const clear = () => place && rmSync(place, { recursive: true, force: true });
  const start = async (/** @type {number} */ chosen) => {
    const url = `http://127.0.0.1:${chosen}`;
    const server = startNode(
      "The console",
      ["node_modules/next/dist/bin/next", "start", "-H", "127.0.0.1", "-p", `${chosen}`],
      consoleEnvironment({ profile, emulatorUrl, port: chosen, guardsPath, planLimit }),
    );
    await untilAnswering(server, `${url}/livez`);
    return { ...server, url };
  };
  try {
    const server = await (port === undefined ? startOnFreePort(start) : start(port));
    return { ...server, guardsPath, stop: () => server.stop().finally(clear) };
  } catch (error) {
    clear();
    throw error;
  }
}

/**
 * The environment of the console. With a profile of the emulator nothing of the person's own OCI settings gets in.
 * @param {object} options
 * @param {Profile | null} options.profile
 * @param {string | null} options.emulatorUrl
 * @param {number} options.port
 * @param {string | null} [options.guardsPath]
 * @param {number | undefined} [options.planLimit] how many resources a change plan may change
 * @returns {NodeJS.ProcessEnv}
 */
export function consoleEnvironment({ profile, emulatorUrl, port, guardsPath = null, planLimit }) {
  return {
    ...(profile === null ? process.env : cleanEnvironment()),
    ...(profile !== null && { OCI_CONFIG_FILE: profile.configFile, OCI_CLI_PROFILE: profile.profile }),
    ...(emulatorUrl !== null && { ZPR_EMULATOR_URL: emulatorUrl }),
    ...(guardsPath !== null && { ZPR_GUARDS: guardsPath }),
    ...(planLimit !== undefined && { ZPR_PLAN_LIMIT: `${planLimit}` }),
    PORT: `${port}`,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
  };
}

/** Ours without what steers an OCI client or Node's proxies, so that nothing leaves the machine by accident. */
function cleanEnvironment() {
  const kept = Object.entries(process.env).filter(([name]) => !steering.test(name));
  return /** @type {NodeJS.ProcessEnv} */ (Object.fromEntries(kept));
}

/**
 * A free port may be taken before the server listens on it; then the next one.
 * @template T
 * @param {(port: number) => Promise<T>} start
 * @returns {Promise<T>}
 */
async function startOnFreePort(start) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await start(await freePort());
    } catch (error) {
      if (attempt === 3 || !(error instanceof Error) || !error.message.includes("EADDRINUSE")) throw error;
    }
  }
}

/** @param {string} body */
function messageOf(body) {
  try {
    return JSON.parse(body).message ?? body;
  } catch {
    return body;
  }
}
