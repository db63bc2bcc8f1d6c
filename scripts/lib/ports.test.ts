import { createServer, type Server } from "node:net";
import { afterEach, expect, test } from "vitest";
import { consolePort, firstFreePort, freePort, isPortFree } from "@/scripts/lib/ports.mjs";

let server: Server | null = null;

afterEach(() => server?.close());

async function takenPort(): Promise<number> {
  const port = await freePort();
  server = createServer();
  await new Promise<void>((resolve) => server?.listen(port, "127.0.0.1", resolve));
  return port;
}

test("a taken port is passed over when the console may choose, and refused when the person chose it", async () => {
  const port = await takenPort();
  expect(await isPortFree(port)).toBe(false);
  expect(await firstFreePort(port)).toBeGreaterThan(port);
  await expect(consolePort(port)).rejects.toThrow(`Port ${port} of 127.0.0.1 is taken. Choose another with --port N.`);
});
