import type { IncomingMessage } from "node:http";
import { ServiceError } from "@/emulator/core/errors";
import type { FaultEffect } from "@/emulator/core/faults";
import type { Answer } from "@/emulator/core/operation";
import type { Outcome } from "@/emulator/core/pipeline";

/** A response, or what happens to the connection instead. */
export type Delivery =
  | { readonly kind: "response"; readonly status: number; readonly headers: Headers; readonly body: string | null }
  | { readonly kind: "hang" }
  | { readonly kind: "reset" };

/** Puts an outcome into HTTP, with the faults that spoil answers on their way out. */
export function deliveryOf(outcome: Outcome): Delivery {
  const plain = responseOf(outcome.answer, outcome.opcRequestId);
  return outcome.faults.reduce<Delivery>(spoilt, plain);
}

/** Destroys the socket, or waits for the client to do so. */
export async function withholdAnswer(incoming: IncomingMessage, kind: "hang" | "reset"): Promise<void> {
  if (kind === "reset") {
    incoming.socket.resetAndDestroy();
    return;
  }
  await new Promise<void>((resolve) => void incoming.socket.once("close", () => resolve()));
}

function responseOf(answer: Answer | ServiceError, opcRequestId: string): Delivery & { kind: "response" } {
  const headers = new Headers({ "opc-request-id": opcRequestId });
  if (answer instanceof ServiceError) {
    headers.set("content-type", "application/json");
    const body = JSON.stringify({ code: answer.code, message: answer.message });
    return { kind: "response", status: answer.status, headers, body };
  }
  if (answer.etag !== undefined) headers.set("etag", answer.etag);
  if (answer.opcNextPage != null) headers.set("opc-next-page", answer.opcNextPage);
  if (answer.opcWorkRequestId !== undefined) headers.set("opc-work-request-id", answer.opcWorkRequestId);
  if (answer.retryAfterSeconds !== undefined) headers.set("retry-after", String(answer.retryAfterSeconds));
  if (answer.text !== undefined) {
    headers.set("content-type", answer.text.contentType);
    return { kind: "response", status: answer.status ?? 200, headers, body: answer.text.content };
  }
  if (answer.body === undefined) return { kind: "response", status: answer.status ?? 204, headers, body: null };
  headers.set("content-type", "application/json");
  return { kind: "response", status: answer.status ?? 200, headers, body: JSON.stringify(answer.body) };
}

function spoilt(delivery: Delivery, fault: FaultEffect): Delivery {
  if (delivery.kind !== "response") return delivery;
  const { headers, body } = delivery;
  switch (fault.kind) {
    case "hang":
    case "reset":
      return { kind: fault.kind };
    case "truncated-json":
      return { ...delivery, body: (body ?? "{}").slice(0, Math.max(1, Math.floor((body ?? "{}").length / 2))) };
    case "invalid-json":
      return { ...delivery, status: 200, body: "{'not': json}" };
    case "empty":
      return { ...delivery, status: 200, body: "" };
    case "html":
      headers.set("content-type", "text/html");
      return { ...delivery, status: fault.status, body: "<!doctype html><title>Proxy</title><p>Please sign in.</p>" };
    case "redirect":
      headers.set("location", fault.location);
      return { ...delivery, status: 302, body: null };
    case "error":
      return faultyError(fault, headers.get("opc-request-id") ?? "");
    case "latency":
    case "stale-read":
    case "work-request-fails":
    case "needs-attention":
    case "without-effect":
    case "replacement-hangs":
    case "drain-fails":
    case "repeating-page":
    case "endless-pages":
      return delivery;
    default:
      return fault satisfies never;
  }
}

function faultyError(fault: Extract<FaultEffect, { kind: "error" }>, opcRequestId: string): Delivery {
  const delivery = responseOf(new ServiceError(fault.status, fault.code, fault.message), opcRequestId);
  if (fault.retryAfterSeconds !== undefined) delivery.headers.set("retry-after", String(fault.retryAfterSeconds));
  return delivery;
}
