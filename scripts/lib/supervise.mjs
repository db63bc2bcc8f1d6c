// @ts-check
import { once } from "node:events";

/**
 * @typedef {import("./child-process.mjs").Running} Running
 */

/**
 * Keeps processes together: when the person ends the command (Ctrl-C, SIGTERM) or one of them dies, all are ended.
 * @param {readonly Running[]} processes
 * @returns {Promise<void>} when the person ended it
 * @throws {Error} with the last words of the one that died
 */
export async function superviseUntilEnded(processes) {
  const controller = new AbortController();
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"].map((signal) => once(process, signal, { signal: controller.signal }));
  const deaths = processes.map(async (child) => `${child.name} ${await child.ended}.\n${child.lastLines()}`.trimEnd());
  try {
    const death = await Promise.race([...signals.map(async (signal) => void (await signal)), ...deaths]);
    if (death !== undefined) throw new Error(death);
  } finally {
    controller.abort();
    await Promise.allSettled(signals);
    await Promise.all(processes.map((child) => child.stop()));
  }
}
