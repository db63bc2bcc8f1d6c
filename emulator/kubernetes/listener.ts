import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import type { Registry } from "@/emulator/core/registry";
import type { KubernetesListener } from "@/emulator/core/tenancy";
import { newLoopbackCertificates } from "@/emulator/kubernetes/certificates";
import { serveKubernetes } from "@/emulator/kubernetes/serve";

export type KubernetesServer = KubernetesListener & {
  /** Lets requests in; until then every one is 401. */
  readonly open: (registry: Registry, realNow: () => number, log: (line: string) => void) => void;
  /** Ends all connections. */
  readonly close: () => Promise<void>;
};

/**
 * Starts the one listener for the Kubernetes APIs of all emulated clusters, on a free port of 127.0.0.1, with a
 * certificate of its own. Which cluster a request is for stands in front of its path: see `kubernetesUrlOf`.
 */
export async function startKubernetesServer(): Promise<KubernetesServer> {
  const { certificateAuthority, certificate, privateKey } = newLoopbackCertificates(Date.now());
  let serve: (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void> = (_incoming, outgoing) => {
    outgoing.writeHead(401).end();
    return Promise.resolve();
  };
  const server = createServer({ cert: certificate, key: privateKey }, (incoming, outgoing) => {
    void serve(incoming, outgoing);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(0, "127.0.0.1", resolve);
  });
  return {
    url: `https://127.0.0.1:${portOf(server.address())}`,
    certificateAuthority,
    open(registry, realNow, log) {
      serve = async (incoming, outgoing) => {
        try {
          await serveKubernetes(registry, realNow, { incoming, outgoing, id: randomBytes(8).toString("hex") });
        } catch (error) {
          log(`500 ${incoming.method} ${incoming.url} (${error instanceof Error ? error.stack : String(error)})`);
          outgoing.writeHead(500).end();
        }
      };
    },
    async close() {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === "string") throw new Error("The Kubernetes listener has no port");
  return address.port;
}
