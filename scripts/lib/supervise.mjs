// @ts-check
import { awaitEnd } from "./end-signals.mjs";

// Ctrl-C reaches the children too, and one of them may be gone before we hear of it.
const graceMs = 200;

/**
 * Keeps processes together: when the person ends the command (Ctrl-C, SIGTERM) or one of them dies, all are ended.
 * @param {readonly import("./child-process.mjs").Running[]} processes
 * @returns {Promise<void>} when the person ended it
 * @throws {Error} with the last words of the one that died
 */
export async function superviseUntilEnded(processes) {
  const end = awaitEnd();
  const wasEnded = end.signal.then(() => null);
  const deaths = processes.map(async (child) => `${child.name} ${await child.ended}.\n${child.lastLines()}`.trimEnd());
  try {
    const death = await Promise.race([wasEnded, ...deaths]);
    if (death === null) return;
    const grace = new Promise((resolve) => setTimeout(() => resolve(death), graceMs));
    if ((await Promise.race([wasEnded, grace])) !== null) throw new Error(death);
  } finally {
    await Promise.all(processes.map((child) => child.stop()));
    end.release();
  }
}
