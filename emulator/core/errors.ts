/**
 * A refusal in Oracle's form. Handlers throw it; the pipeline turns it into `{code, message}` with its status.
 * Codes: https://docs.oracle.com/en-us/iaas/Content/API/References/apierrors.htm
 */
export class ServiceError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.name = "ServiceError";
    this.status = status;
    this.code = code;
  }
}

export const cannotParseRequest = (message: string) => new ServiceError(400, "CannotParseRequest", message);
export const invalidParameter = (message: string) => new ServiceError(400, "InvalidParameter", message);
export const missingParameter = (message: string) => new ServiceError(400, "MissingParameter", message);
export const limitExceeded = (message: string) => new ServiceError(400, "LimitExceeded", message);

/** One text for every failed authentication, as OCI has it: the reason stays in the emulator's log. */
export const notAuthenticated = () =>
  new ServiceError(
    401,
    "NotAuthenticated",
    "The required information to complete authentication was not provided or was incorrect.",
  );

/** Missing and forbidden cannot be told apart, by design. */
export const notAuthorizedOrNotFound = () =>
  new ServiceError(404, "NotAuthorizedOrNotFound", "Authorization failed or requested resource not found.");

export const notAllowed = (message: string) => new ServiceError(403, "NotAllowed", message);
export const methodNotAllowed = (message: string) => new ServiceError(405, "MethodNotAllowed", message);
export const conflict = (message: string) => new ServiceError(409, "Conflict", message);
export const incorrectState = (message: string) => new ServiceError(409, "IncorrectState", message);
export const invalidatedRetryToken = () =>
  new ServiceError(
    409,
    "InvalidatedRetryToken",
    "The provided retry token was used in an earlier request that differs from this one.",
  );
export const noEtagMatch = () =>
  new ServiceError(412, "NoEtagMatch", "The if-match value does not match the etag of the resource.");
export const requestEntityTooLarge = () =>
  new ServiceError(413, "RequestEntityTooLarge", "The request body is too large.");
export const methodNotImplemented = (method: string, path: string) =>
  new ServiceError(501, "MethodNotImplemented", `The emulator does not implement ${method} ${path}`);
