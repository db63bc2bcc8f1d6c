import "server-only";
import { OciConfigurationError } from "@/lib/oci/configuration-error";
import type { OciErrorCode } from "@/lib/oci/error-code";
import { OciRequestError } from "@/lib/oci/errors";
import { Problem } from "@/lib/server/problem";

/** The status of our own answer when OCI gave this error. What is wrong between us and OCI is a 5xx of ours. */
export function statusOf(code: OciErrorCode): number {
  switch (code) {
    case "InvalidParameter":
    case "MissingParameter":
    case "LimitExceeded":
    case "QuotaExceeded":
    case "RelatedResourceNotAuthorizedOrNotFound":
    case "ResourceDisabled":
      return 400;
    case "NotAuthorized":
    case "NotAllowed":
      return 403;
    case "NotAuthorizedOrNotFound":
    case "NotFound":
      return 404;
    case "IncorrectState":
    case "Conflict":
    case "InvalidatedRetryToken":
    case "NotAuthorizedOrResourceAlreadyExists":
    case "ResourceLocked":
      return 409;
    case "NoEtagMatch":
      return 412;
    case "UnprocessableEntity":
      return 422;
    case "TooManyRequests":
      return 429;
    case "NotAuthenticated":
    case "SignUpRequired":
    case "CannotParseRequest":
    case "MethodNotAllowed":
    case "MethodNotImplemented":
    case "RequestEntityTooLarge":
    case "UnsupportedMediaType":
    case "InternalServerError":
    case "UnexpectedResponse":
    case "UnknownError":
      return 502;
    case "ServiceUnavailable":
    case "Unreachable":
    case "Aborted":
      return 503;
    case "TimedOut":
      return 504;
  }
}

/** Takes whatever was thrown, gives the answer to it. The cause of an unknown error stays in the log. */
export function problemFrom(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof OciRequestError) {
    const { code, message, opcRequestId, retryAfterSeconds } = error;
    return new Problem(
      statusOf(code),
      { code, message, ...(opcRequestId !== null && { opcRequestId }) },
      { cause: error, retryAfterSeconds },
    );
  }
  if (error instanceof OciConfigurationError) {
    return new Problem(503, { code: "OciConfigurationUnusable", message: error.message }, { cause: error });
  }
  return new Problem(
    500,
    { code: "InternalServerError", message: "The console failed. Its log says why." },
    { cause: error },
  );
}
