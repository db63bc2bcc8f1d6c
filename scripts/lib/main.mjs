// @ts-check
import { UsageError } from "./arguments.mjs";
import { listenForEnd } from "./end-signals.mjs";

const oldestNode = [20, 19];

/**
 * Runs a command's body. What goes wrong ends it with one message and exit code 1 (2 for a mistyped command line).
 * @param {() => Promise<void>} body
 */
export async function main(body) {
  try {
    const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
    const [oldestMajor = 0, oldestMinor = 0] = oldestNode;
    if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
      throw new Error(`This is Node ${process.versions.node}; the console needs ${oldestNode.join(".")} or later.`);
    }
    listenForEnd();
    await body();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
}
