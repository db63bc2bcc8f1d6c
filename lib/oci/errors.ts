import "server-only";
import { OciError } from "oci-common";
import { OciConfigurationError } from "@/lib/oci/configuration-error";
import { displayText } from "@/lib/oci/display-text";
import { errorCodeFrom, type OciErrorCode } from "@/lib/oci/error-code";

export type OciErrorDetails = {
  readonly code: OciErrorCode;
  readonly message: string;
  /** The SDK's name of the operation: `listClusters`. */
  readonly operation: string;
  /** The HTTP status; `null` when no answer came. */
  readonly status?: number | null;
  readonly opcRequestId?: string | null;
  /** The body's `code` as the service spelled it. */
  readonly serviceCode?: string | null;
  readonly isAmbiguous?: boolean;
  readonly isTransient?: boolean;
  readonly retryAfterSeconds?: number | null;
};

const brand = Symbol.for("zpr-console.OciRequestError");

/**
 * Any failure of a call to OCI. Its message may be shown to a person: it is Oracle's own, cleaned of control
 * characters, or one of our sentences, and never holds a credential, a path or a stack.
 */
export class OciRequestError extends Error {
  readonly code: OciErrorCode;
  readonly status: number | null;
  readonly opcRequestId: string | null;
  readonly serviceCode: string | null;
  readonly operation: string;
  /** The write may have been applied although no answer says so: find out by reading, never by sending it again. */
  readonly isAmbiguous: boolean;
  /** The same read may succeed a little later. */
  readonly isTransient: boolean;
  /** What the service asked for, in seconds. */
  readonly retryAfterSeconds: number | null;

  constructor(details: OciErrorDetails) {
    super(displayText(details.message));
    this.name = "OciRequestError";
    this.code = details.code;
    this.operation = details.operation;
    this.status = details.status ?? null;
    this.opcRequestId = details.opcRequestId ? displayText(details.opcRequestId, 200) : null;
    this.serviceCode = details.serviceCode ? displayText(details.serviceCode, 100) : null;
    this.isAmbiguous = details.isAmbiguous ?? false;
    this.isTransient = details.isTransient ?? false;
    this.retryAfterSeconds = details.retryAfterSeconds ?? null;
    Object.defineProperty(this, brand, { value: true });
  }

  /** Pages and route handlers have separate copies of this module, and an error may come from the other copy. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === "object" && value !== null && brand in value;
  }
}

/** What the caller knows about a call that failed. */
export type FailedCall = {
  readonly operation: string;
  readonly isWrite: boolean;
  /** Whether the request may have reached the service. */
  readonly wasSent: boolean;
};

/**
 * Takes whatever was thrown during a call to OCI, gives the one error that the rest of the program knows. The only
 * place that knows the two forms in which the SDK throws: `OciError`, and a plain `{code, message}` object.
 */
export function ociErrorFrom(thrown: unknown, call: FailedCall): OciRequestError {
  if (thrown instanceof OciRequestError) return thrown;
  if (thrown instanceof OciConfigurationError) {
    return new OciRequestError({ code: "NotAuthenticated", message: thrown.message, operation: call.operation });
  }
  if (thrown instanceof OciError) return refusal({ ...call, ...partsOf(thrown), retryAfterSeconds: null });
  if (isPlainSdkError(thrown)) {
    const isAmbiguous = call.isWrite && call.wasSent;
    const message = "The service could not be reached.";
    return new OciRequestError({
      code: "Unreachable",
      message,
      operation: call.operation,
      isAmbiguous,
      isTransient: true,
    });
  }
  return new OciRequestError({
    code: call.wasSent ? "UnexpectedResponse" : "UnknownError",
    message: call.wasSent
      ? `The answer to ${call.operation} does not have the documented form.`
      : `The call ${call.operation} could not be made.`,
    operation: call.operation,
    isAmbiguous: call.isWrite && call.wasSent,
  });
}

export type Refusal = FailedCall & {
  readonly status: number;
  readonly serviceCode: string | null;
  readonly message: string | null;
  readonly opcRequestId: string | null;
  readonly retryAfterSeconds: number | null;
};

/** Takes an answer with an error status, gives its error. A 5xx or 3xx leaves open whether a write was applied. */
export function refusal(answer: Refusal): OciRequestError {
  const code = errorCodeFrom(answer.status, answer.serviceCode);
  return new OciRequestError({
    code,
    message: answer.message ?? sentenceFor(answer.status),
    operation: answer.operation,
    status: answer.status,
    opcRequestId: answer.opcRequestId,
    serviceCode: answer.serviceCode,
    isAmbiguous:
      answer.isWrite && (answer.status < 400 || answer.status === 408 || answer.status >= 500) && answer.status !== 501,
    isTransient: code === "TooManyRequests" || code === "InternalServerError" || code === "ServiceUnavailable",
    retryAfterSeconds: answer.retryAfterSeconds,
  });
}

const sentenceFor = (status: number): string =>
  status < 400
    ? `The service answered with a redirect (${status}), which is not followed.`
    : `The service answered ${status} without an explanation.`;

const isPlainSdkError = (thrown: unknown): boolean =>
  typeof thrown === "object" && thrown !== null && !(thrown instanceof Error) && "requestEndpoint" in thrown;

const partsOf = (error: OciError) => ({
  status: error.statusCode,
  // "None" is the SDK's own word for a body without a code.
  serviceCode: error.serviceCode === "None" ? null : error.serviceCode,
  message: error.serviceCode === "None" ? null : error.message,
  opcRequestId: error.opcRequestId || null,
});
