import "server-only";
import type { ApiErrorBody } from "@/lib/contract/page";

const brand = Symbol.for("zpr-console.Problem");

/** A request that is refused, with the status and the body of its answer. Thrown by handlers, answered by `handle`. */
export class Problem extends Error {
  readonly status: number;
  readonly body: ApiErrorBody;
  readonly retryAfterSeconds: number | null;

  constructor(status: number, body: ApiErrorBody, options: ErrorOptions & { retryAfterSeconds?: number | null } = {}) {
    super(body.message, options);
    this.name = "Problem";
    this.status = status;
    this.body = body;
    this.retryAfterSeconds = options.retryAfterSeconds ?? null;
    Object.defineProperty(this, brand, { value: true });
  }

  /** Route handlers may have separate copies of this module. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === "object" && value !== null && brand in value;
  }
}

/** 400: `field` names the member of the body, the query or the path that is wrong. */
export const invalidParameter = (message: string, field?: string): Problem =>
  new Problem(400, { code: "InvalidParameter", message, ...(field !== undefined && { field }) });

/** 404 in Oracle's words: what is absent and what one may not see are not told apart. */
export const notFound = (message: string): Problem => new Problem(404, { code: "NotAuthorizedOrNotFound", message });

/** 503: nothing of the tenancy could be read yet. */
export const inventoryUnread = (): Problem =>
  new Problem(503, {
    code: "ServiceUnavailable",
    message: "The tenancy has not been read yet, so nothing can be said about the resource. Try again in a moment.",
  });
