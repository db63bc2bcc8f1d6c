/*
 * The headers of every page, with a fresh nonce each time.
 *
 * For app/layout.tsx: read the nonce with `(await headers()).get(cspNonceHeader)` and, as the first thing in <head>,
 * render `<script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: trustedTypesScript }} />`;
 * give the nonce to Base UI's `<CSPProvider nonce={nonce}>`. Both names come from lib/server/security-headers.ts.
 * Next puts the nonce on its own scripts by itself. No `style={{…}}` in what the server renders: the policy blocks it.
 */
import { randomBytes } from "node:crypto";
import { NextResponse, type NextRequest } from "next/server";
import { serverEnv } from "@/lib/server/env";
import { isAllowedHost } from "@/lib/server/request-guard";
import {
  commonSecurityHeaders,
  cspNonceHeader,
  dataSecurityHeaders,
  pageContentSecurityPolicy,
} from "@/lib/server/security-headers";

function misdirected(): NextResponse {
  const response = new NextResponse("This console answers only at 127.0.0.1, localhost and [::1], with its own port.", {
    status: 421,
    headers: { "Content-Type": "text/plain; charset=utf-8" },
  });
  for (const [name, value] of dataSecurityHeaders) response.headers.set(name, value);
  return response;
}

export function proxy(request: NextRequest): NextResponse {
  if (!isAllowedHost(request.headers.get("host"), serverEnv().port)) return misdirected();
  const nonce = randomBytes(16).toString("base64");
  const policy = pageContentSecurityPolicy(nonce, process.env.NODE_ENV === "development");
  const headers = new Headers(request.headers);
  headers.set(cspNonceHeader, nonce);
  headers.set("Content-Security-Policy", policy);
  const response = NextResponse.next({ request: { headers } });
  for (const [name, value] of commonSecurityHeaders) response.headers.set(name, value);
  response.headers.set("Content-Security-Policy", policy);
  return response;
}

/** Pages only: route handlers check for themselves, and files of the build are the same for everybody. */
export const config = { matcher: ["/((?!api/|livez$|readyz$|_next/static/).*)"] };
