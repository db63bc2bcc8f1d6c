import type { Call } from "@/emulator/core/call";

/** What a handler gives back; the pipeline makes the HTTP response of it. */
export type Answer = {
  readonly status?: number;
  /** JSON; left out for answers without a body. */
  readonly body?: unknown;
  readonly text?: { readonly contentType: string; readonly content: string };
  readonly etag?: string;
  readonly opcNextPage?: string | null;
  readonly opcWorkRequestId?: string;
  readonly retryAfterSeconds?: number;
};

export type Operation = {
  readonly service: string;
  /** As the SDK names it. */
  readonly name: string;
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** Hono's spelling: `/20180222/clusters/:clusterId`. */
  readonly path: string;
  readonly handler: (call: Call) => Answer;
  /** Whether a repeat with the same `opc-retry-token` gets the first answer again. */
  readonly takesRetryToken: boolean;
};

type OperationRow = readonly [
  signature: `${Operation["method"]} /${string}`,
  handler: Operation["handler"],
  option?: "opc-retry-token",
];

/**
 * One service's operations from a list of rows `["GET /20180222/clusters", listClusters]`; a handler's own name is the
 * operation's name.
 */
export function operationsOf(service: string, rows: readonly OperationRow[]): readonly Operation[] {
  return rows.map(([signature, handler, option]) => {
    const [method, path] = signature.split(" ");
    if (!isMethod(method) || path === undefined || handler.name === "")
      throw new Error(`Bad operation row ${signature}`);
    return { service, name: handler.name, method, path, handler, takesRetryToken: option === "opc-retry-token" };
  });
}

function isMethod(text: string | undefined): text is Operation["method"] {
  return text === "GET" || text === "POST" || text === "PUT" || text === "DELETE";
}
