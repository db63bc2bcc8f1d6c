import { createHash } from "node:crypto";
import { invalidParameter } from "@/emulator/core/errors";

export type Page<T> = { readonly items: readonly T[]; readonly opcNextPage: string | null };

const maxLimit = 1000;

/**
 * Cuts one page out of a list. `scope` says which list it is (operation and filters): a token of another list, or one
 * that the emulator did not make, is refused with 400.
 */
export function pageOf<T>(
  all: readonly T[],
  request: { readonly limit: string | null; readonly page: string | null; readonly scope: string },
  defaultPageSize: number,
): Page<T> {
  const limit = limitOf(request.limit) ?? defaultPageSize;
  const offset = request.page === null ? 0 : offsetOf(request.page, request.scope);
  const end = offset + limit;
  return { items: all.slice(offset, end), opcNextPage: end < all.length ? pageToken(request.scope, end) : null };
}

/** Base64url without padding: some clients send tokens without percent-encoding them. */
export function pageToken(scope: string, offset: number): string {
  return Buffer.from(`${scopeHash(scope)}:${offset}`).toString("base64url");
}

function offsetOf(token: string, scope: string): number {
  const [, hash, offset] = /^([0-9a-f]{16}):(\d{1,9})$/.exec(Buffer.from(token, "base64url").toString("utf8")) ?? [];
  if (hash !== scopeHash(scope) || offset === undefined) throw invalidParameter("The page token is not valid.");
  return Number(offset);
}

function limitOf(text: string | null): number | null {
  if (text === null) return null;
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1 || limit > maxLimit) {
    throw invalidParameter(`limit must be a whole number between 1 and ${maxLimit}`);
  }
  return limit;
}

function scopeHash(scope: string): string {
  return createHash("sha256").update(scope).digest("hex").slice(0, 16);
}
