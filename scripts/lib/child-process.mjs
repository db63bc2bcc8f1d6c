// @ts-check
import { spawn } from "node:child_process";
import { repositoryPath } from "./repository.mjs";
import { say } from "./say.mjs";

const keptLines = 30;
const stopTimeoutMs = 3000;
const lastWordsTimeoutMs = 500;

/**
 * A process that runs beside us until it is stopped.
 * @typedef {object} Running
 * @property {string} name
 * @property {number} pid
 * @property {Promise<string>} ended how it ended, in words, once it has; never rejects
 * @property {() => string} lastLines what it said last, both streams
 * @property {() => Promise<void>} stop ends it, by force after three seconds; resolves when it is gone
 */

/**
 * Starts Node on a script of the repository and keeps what it says.
 * @param {string} name how a person knows it
 * @param {readonly string[]} nodeArguments
 * @param {NodeJS.ProcessEnv} env the whole environment
 * @returns {Running}
 */
export function startNode(name, nodeArguments, env) {
  const child = spawn(process.execPath, nodeArguments, {
    cwd: repositoryPath(""),
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  /** @type {string[]} */
  const lines = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8");
    stream.on("data", (/** @type {string} */ text) => {
      lines.push(...text.split("\n").filter((line) => line.trim() !== ""));
      lines.splice(0, lines.length - keptLines);
    });
  }
  const killNow = () => child.kill("SIGKILL");
  process.once("exit", killNow);
  /** @type {Promise<string>} */
  const ended = new Promise((resolve) => {
    child.once("error", (error) => resolve(`could not start: ${error.message}`));
    child.once("exit", (code, signal) => {
      const how = signal === null ? `ended with code ${code}` : `was ended by ${signal}`;
      child.once("close", () => resolve(how));
      // What it started itself may hold its streams open for ever; its last words are not worth that.
      setTimeout(() => resolve(how), lastWordsTimeoutMs).unref();
    });
  });
  void ended.then(() => process.off("exit", killNow));
  return {
    name,
    pid: child.pid ?? 0,
    ended,
    lastLines: () => lines.join("\n"),
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
      const force = setTimeout(killNow, stopTimeoutMs);
      await ended;
      clearTimeout(force);
    },
  };
}

/**
 * Waits until a URL answers at all, or the process behind it ends.
 * @param {Running} running
 * @param {string} url
 * @param {number} timeoutMs
 * @throws {Error} with the last lines of the process, when it does not
 */
export async function untilAnswering(running, url, timeoutMs = 30_000) {
  const deadline = Date.now() + timeoutMs;
  /** @type {string | null} */
  let end = null;
  void running.ended.then((how) => (end = how));
  while (end === null && Date.now() < deadline) {
    if (await answers(url)) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  const what = end ?? `did not answer within ${timeoutMs / 1000} s`;
  await running.stop();
  throw new Error(`${running.name} ${what}.\n${running.lastLines()}`);
}

/** @param {string} url */
async function answers(url) {
  try {
    const response = await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(2000) });
    await response.arrayBuffer();
    return true;
  } catch {
    return false;
  }
}

/**
 * Runs a command to its end.
 * @param {string} command
 * @param {readonly string[]} words
 * @param {{ env?: NodeJS.ProcessEnv, quiet?: boolean, shell?: boolean }} [options] `quiet` keeps the output from the terminal
 * @returns {Promise<{ code: number, output: string }>} `output` is both streams
 */
export function run(command, words, { env = process.env, quiet = false, shell = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, words, { cwd: repositoryPath(""), env, shell, stdio: ["ignore", "pipe", "pipe"] });
    const killNow = () => child.kill("SIGTERM");
    process.once("exit", killNow);
    let output = "";
    for (const [stream, terminal] of /** @type {const} */ ([
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ])) {
      stream.setEncoding("utf8");
      stream.on("data", (/** @type {string} */ text) => {
        output += text;
        if (!quiet) terminal.write(text);
      });
    }
    child.once("error", (error) => {
      if (!quiet) say(`${command} could not start: ${error.message}`);
      resolve({ code: 127, output: error.message });
    });
    child.once("close", (code) => {
      process.off("exit", killNow);
      resolve({ code: code ?? 1, output });
    });
  });
}

/**
 * Runs Node on a script of an installed package.
 * @param {string} script relative to the repository
 * @param {readonly string[]} words
 * @param {{ env?: NodeJS.ProcessEnv, quiet?: boolean, node?: string }} [options] `node` is another Node than this one
 */
export function runNode(script, words, { node = process.execPath, ...options } = {}) {
  return run(node, [repositoryPath(script), ...words], options);
}
