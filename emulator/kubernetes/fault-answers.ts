import type { FaultEffect } from "@/emulator/core/faults";
import type { ApiAnswer } from "@/emulator/kubernetes/api";
import { StatusError, statusBody } from "@/emulator/kubernetes/status";

/** A refusal as it goes out. */
export function refusal(error: StatusError): ApiAnswer {
  return { status: error.status, contentType: "application/json", body: JSON.stringify(statusBody(error)) };
}

/** The answer as a fault leaves it. */
export function spoilt(answer: ApiAnswer, fault: FaultEffect): ApiAnswer {
  switch (fault.kind) {
    case "error":
      return refusal(new StatusError(fault.status, fault.code, fault.message));
    case "truncated-json":
      return { ...answer, body: answer.body.toString().slice(0, Math.ceil(answer.body.length / 2)) };
    case "invalid-json":
      return { ...answer, status: 200, body: "{'not': json}" };
    case "empty":
      return { ...answer, status: 200, body: "" };
    case "html":
      return { status: fault.status, contentType: "text/html", body: "<!doctype html><title>Proxy</title>" };
    case "latency":
    case "hang":
    case "reset":
    case "redirect":
    case "stale-read":
    case "work-request-fails":
    case "needs-attention":
    case "without-effect":
    case "replacement-hangs":
    case "drain-fails":
    case "repeating-page":
    case "endless-pages":
      return answer;
    default:
      return fault satisfies never;
  }
}

/** What becomes of the connection when a fault keeps the answer back; null when none does. */
export function withheld(faults: readonly FaultEffect[]): "hang" | "reset" | null {
  const found = faults.find((fault) => fault.kind === "hang" || fault.kind === "reset");
  return found === undefined ? null : found.kind === "hang" ? "hang" : "reset";
}
