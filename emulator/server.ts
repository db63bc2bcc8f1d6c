import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { createApp } from "@/emulator/app";
import { createControlClient, type ControlClient } from "@/emulator/control-client";
import { createRegistry } from "@/emulator/core/registry";
import { startKubernetesServer } from "@/emulator/kubernetes/listener";
import type { TenancySeed } from "@/emulator/seed";
import { seedFrom as seedFromName } from "@/emulator/seeds/index";

export type EmulatorOptions = {
  /** A free one when left out. */
  readonly port?: number;
  /** Whether refused signatures and unknown operations are told on stderr. */
  readonly log?: boolean;
  /** Seeds of a test's own, by name. */
  readonly seedFrom?: (name: string) => Promise<TenancySeed> | TenancySeed;
  /** Real time, ms since 1970. */
  readonly now?: () => number;
};

export type RunningEmulator = ControlClient & {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly url: string;
  /** Ends all connections and removes the config files. */
  readonly close: () => Promise<void>;
};

/** Starts an emulator on loopback. Rejects when the port is taken. */
export async function startEmulator(options: EmulatorOptions = {}): Promise<RunningEmulator> {
  const folder = await mkdtemp(join(tmpdir(), "oci-emulator-"));
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", removeFolder);

  const realNow = options.now ?? Date.now;
  const log = (line: string) => void (options.log === true && process.stderr.write(`${line}\n`));
  const kubernetes = await startKubernetesServer();
  const registry = createRegistry(folder, realNow, kubernetes);
  kubernetes.open(registry, realNow, log);
  const app = createApp({ registry, seedFrom: options.seedFrom ?? seedFromName, realNow, log });
  const { server, port } = await listen(app.fetch, options.port ?? 0).catch(async (error: unknown) => {
    await kubernetes.close();
    throw error;
  });
  const url = `http://127.0.0.1:${port}`;

  return {
    url,
    ...createControlClient(url),
    async close() {
      process.removeListener("exit", removeFolder);
      removeFolder();
      await kubernetes.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        if (server instanceof Server) server.closeAllConnections();
      });
    },
  };
}

type Listening = { readonly server: ReturnType<typeof serve>; readonly port: number };

function listen(fetch: Parameters<typeof serve>[0]["fetch"], port: number): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port, hostname: "127.0.0.1", overrideGlobalObjects: false }, (address) =>
      resolve({ server, port: address.port }),
    );
    server.once("error", reject);
  });
}
