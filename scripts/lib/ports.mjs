// @ts-check
import { createServer } from "node:net";

const loopback = "127.0.0.1";

/**
 * A loopback port that nobody listens on just now.
 * @returns {Promise<number>}
 */
export async function freePort() {
  const port = await listenOnce(0);
  if (port === null) throw new Error("No free port on 127.0.0.1.");
  return port;
}

/**
 * Whether a loopback port can be listened on.
 * @param {number} port
 */
export async function isPortFree(port) {
  return (await listenOnce(port)) !== null;
}

/**
 * The first free loopback port from `from` on, within a hundred.
 * @param {number} from
 * @throws {Error} when all of them are taken
 */
export async function firstFreePort(from) {
  for (let port = from; port < from + 100; port += 1) if (await isPortFree(port)) return port;
  throw new Error(`The ports ${from} to ${from + 99} of 127.0.0.1 are all taken.`);
}

/**
 * @param {number} port
 * @returns {Promise<number | null>}
 */
function listenOnce(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(null));
    server.listen({ port, host: loopback, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : null));
    });
  });
}

/**
 * The port for the console: the one that was asked for, else 3000 or the next free one.
 * @param {number | undefined} asked
 * @throws {Error} when the one that was asked for is taken
 */
export async function consolePort(asked) {
  if (asked === undefined) return firstFreePort(3000);
  if (!(await isPortFree(asked))) throw new Error(`Port ${asked} of 127.0.0.1 is taken. Choose another with --port N.`);
  return asked;
}
