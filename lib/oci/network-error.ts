import "server-only";
import { OciRequestError, type FailedCall } from "@/lib/oci/errors";

type Call = FailedCall & { readonly signal?: AbortSignal | undefined };

/** What the system was asked for when no request can have left this machine yet. */
const beforeSending = new Set(["connect", "getaddrinfo"]);
const timeouts = new Set(["UND_ERR_CONNECT_TIMEOUT", "UND_ERR_HEADERS_TIMEOUT", "UND_ERR_BODY_TIMEOUT"]);

/**
 * Takes what the transport threw, gives our error: aborted by the caller, too slow, or unreachable. An
 * `OciRequestError` passes through. A cause's own text is left out; its code (`ECONNRESET`) is kept.
 */
export function networkErrorFrom(thrown: unknown, call: Call, opcRequestId: string | null = null): OciRequestError {
  if (thrown instanceof OciRequestError) return thrown;
  const cause = causeCodeOf(thrown);
  const isAmbiguous = call.isWrite && call.wasSent && !isBeforeSending(thrown);
  const common = { operation: call.operation, opcRequestId, isAmbiguous };
  if (call.signal?.aborted === true) {
    return new OciRequestError({ ...common, code: "Aborted", message: `The call ${call.operation} was cancelled.` });
  }
  if (isTimeOrAbort(thrown)) {
    const message = "The service did not answer completely in time.";
    return new OciRequestError({ ...common, code: "TimedOut", message, isTransient: true });
  }
  const reason = cause === null ? "" : ` (${cause})`;
  const message = `The service could not be reached, or the connection was lost${reason}.`;
  return new OciRequestError({ ...common, code: "Unreachable", message, isTransient: true });
}

/** Whether a timer or a signal of ours ended the attempt, rather than the other side. */
export const isTimeOrAbort = (thrown: unknown): boolean =>
  timeouts.has(causeCodeOf(thrown) ?? "") ||
  (thrown instanceof Error && (thrown.name === "TimeoutError" || thrown.name === "AbortError"));

/** Aggregated errors (several addresses tried) carry what went wrong on their members. */
const withMembers = (thrown: unknown): readonly unknown[] => [
  thrown,
  ...(thrown instanceof AggregateError ? thrown.errors : []),
];

/**
 * Whether no request can have left this machine. By the system call, not by the code: EHOSTUNREACH also ends a
 * connection over which a request has gone.
 */
export const isBeforeSending = (thrown: unknown): boolean =>
  causeCodeOf(thrown) === "UND_ERR_CONNECT_TIMEOUT" ||
  withMembers(thrown).some(
    (candidate) =>
      candidate instanceof Error &&
      "syscall" in candidate &&
      typeof candidate.syscall === "string" &&
      beforeSending.has(candidate.syscall),
  );

/** The system's or the transport's own code for what went wrong (`ECONNRESET`); `null` when there is none. */
export function causeCodeOf(thrown: unknown): string | null {
  const codes = withMembers(thrown).map((candidate: unknown) =>
    candidate instanceof Error && "code" in candidate && typeof candidate.code === "string" ? candidate.code : null,
  );
  return codes.find((code) => code !== null && /^[A-Z][A-Z0-9_]{1,50}$/.test(code)) ?? null;
}
