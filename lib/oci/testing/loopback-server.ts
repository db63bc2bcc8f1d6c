import "server-only";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

export type ReceivedRequest = {
  readonly method: string;
  /** As on the request line. */
  readonly target: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
};

/** Answers the request number `index`, counted from 0. */
export type Script = (response: ServerResponse, request: ReceivedRequest, index: number) => void;

/** A server on a free loopback port that answers by script and remembers what it was asked. */
export async function startLoopbackServer(script: Script) {
  const requests: ReceivedRequest[] = [];
  const server = createServer((message, response) => {
    const chunks: Buffer[] = [];
    message.on("data", (chunk: Buffer) => chunks.push(chunk));
    message.on("end", () => {
      const { method = "", url = "", headers } = message;
      const request = { method, target: url, headers, body: Buffer.concat(chunks).toString() };
      requests.push(request);
      script(response, request, requests.length - 1);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Answers with JSON. */
export function json(
  response: ServerResponse,
  body: unknown,
  status = 200,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { "content-type": "application/json", "opc-request-id": "server/1", ...headers });
  response.end(JSON.stringify(body));
}
