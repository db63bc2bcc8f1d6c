import * as v from "valibot";
import { apiErrorBodySchema, type ApiErrorBody } from "@/lib/contract/page";

/** What `apiFetch` throws: the answer's own code and words, or ours when there was no answer or not a good one. */
export class ApiError extends Error {
  /** The HTTP status; 0 when the console itself could not be reached. */
  readonly status: number;
  readonly code: string;
  readonly field: string | null;
  readonly opcRequestId: string | null;
  /** The whole body, for answers that carry more than an error does (`ResourceChanged`). */
  readonly body: unknown;

  constructor(status: number, error: ApiErrorBody, body: unknown = error) {
    super(error.message);
    this.name = "ApiError";
    this.status = status;
    this.code = error.code;
    this.field = error.field ?? null;
    this.opcRequestId = error.opcRequestId ?? null;
    this.body = body;
  }

  /** OCI answers alike for what is absent and for what one may not see. */
  get isNotFound(): boolean {
    return this.status === 404;
  }
}

/** An answer that is not 2xx, as an error. */
export function apiErrorFrom(status: number, body: unknown): ApiError {
  const parsed = v.safeParse(apiErrorBodySchema, body);
  if (parsed.success) return new ApiError(status, parsed.output, body);
  return new ApiError(
    status,
    { code: "UnexpectedResponse", message: `The console answered ${status} without a reason.` },
    body,
  );
}

export const unreachable = (): ApiError =>
  new ApiError(0, { code: "ConsoleUnreachable", message: "The console does not answer. It may have been stopped." });

export const unexpectedResponse = (status: number): ApiError =>
  new ApiError(status, {
    code: "UnexpectedResponse",
    message: "The console answered in a form that this page does not know. Reload the page.",
  });
