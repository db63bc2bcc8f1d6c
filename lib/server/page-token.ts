import "server-only";
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** The header in which a page sends its token with every write. */
export const pageTokenHeader = "X-ZPR-Page-Token";

const holder: typeof globalThis & { zprPageToken?: string } = globalThis;

/**
 * The token of this process: 32 random bytes, base64url. Pages ask for it by `GET /api/session`; another origin on
 * this machine cannot read that answer, so it cannot write.
 */
export function pageToken(): string {
  holder.zprPageToken ??= randomBytes(32).toString("base64url");
  return holder.zprPageToken;
}

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

/** Whether `candidate` is this process's page token; takes the same time whatever it is. */
export function isPageToken(candidate: string | null): boolean {
  return candidate !== null && timingSafeEqual(digest(candidate), digest(pageToken()));
}
