import "server-only";

/** Oracle's words: https://docs.oracle.com/en-us/iaas/Content/API/References/apierrors.htm */
export const oracleErrorCodes = [
  "CannotParseRequest",
  "InvalidParameter",
  "MissingParameter",
  "LimitExceeded",
  "QuotaExceeded",
  "RelatedResourceNotAuthorizedOrNotFound",
  "ResourceDisabled",
  "NotAuthenticated",
  "SignUpRequired",
  "NotAuthorized",
  "NotAllowed",
  "NotAuthorizedOrNotFound",
  "NotFound",
  "MethodNotAllowed",
  "IncorrectState",
  "Conflict",
  "InvalidatedRetryToken",
  "NotAuthorizedOrResourceAlreadyExists",
  "ResourceLocked",
  "NoEtagMatch",
  "RequestEntityTooLarge",
  "UnsupportedMediaType",
  "UnprocessableEntity",
  "TooManyRequests",
  "InternalServerError",
  "MethodNotImplemented",
  "ServiceUnavailable",
] as const;

/** Ours, where Oracle gave no answer or none that can be read. */
export const ownErrorCodes = ["Unreachable", "TimedOut", "Aborted", "UnexpectedResponse", "UnknownError"] as const;

export type OciErrorCode = (typeof oracleErrorCodes)[number] | (typeof ownErrorCodes)[number];

const isOracleCode = (word: string): word is (typeof oracleErrorCodes)[number] =>
  oracleErrorCodes.some((code) => code === word);

/** What a status means when the body's code is missing or not in Oracle's list. */
const codeByStatus: ReadonlyMap<number, OciErrorCode> = new Map([
  [401, "NotAuthenticated"],
  [403, "NotAuthorized"],
  [404, "NotAuthorizedOrNotFound"],
  [405, "MethodNotAllowed"],
  [409, "Conflict"],
  [412, "NoEtagMatch"],
  [413, "RequestEntityTooLarge"],
  [415, "UnsupportedMediaType"],
  [422, "UnprocessableEntity"],
]);

/**
 * Takes the HTTP status of a refused call and the `code` of its body, gives the one word for it. From 500 on, and for
 * 429, the status decides: services spell those codes in several ways.
 */
export function errorCodeFrom(status: number, serviceCode: string | null): OciErrorCode {
  if (status === 429) return "TooManyRequests";
  if (status === 501) return "MethodNotImplemented";
  if (status === 502 || status === 503 || status === 504) return "ServiceUnavailable";
  if (status >= 500) return "InternalServerError";
  if (status < 400) return "UnexpectedResponse";
  if (serviceCode !== null && isOracleCode(serviceCode)) return serviceCode;
  return codeByStatus.get(status) ?? "UnknownError";
}
