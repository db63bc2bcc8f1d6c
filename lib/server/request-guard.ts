import "server-only";
import { serverEnv } from "@/lib/server/env";
import { isPageToken, pageTokenHeader } from "@/lib/server/page-token";
import { Problem } from "@/lib/server/problem";

const refused = (message: string): Problem => new Problem(403, { code: "NotSameOrigin", message });

/** The names under which a browser on this machine reaches the console. */
export const allowedHosts = (port: number): readonly string[] =>
  ["127.0.0.1", "localhost", "[::1]"].map((name) => (port === 80 ? name : `${name}:${port}`));

/** Whether a `Host` header is one of ours. A name that someone else's DNS points here is not. */
export const isAllowedHost = (host: string | null, port: number): boolean =>
  host !== null && allowedHosts(port).includes(host.toLowerCase());

/** Throws 421 unless the request was made to this console by one of its own names. */
export function checkHost(request: Request): void {
  if (!isAllowedHost(request.headers.get("host"), serverEnv().port)) {
    throw new Problem(421, {
      code: "MisdirectedRequest",
      message: "This console answers only at 127.0.0.1, localhost and [::1], with its own port.",
    });
  }
}

/** Throws 403 when the browser says that another site or another port on this machine asks. */
export function checkReader(request: Request): void {
  const site = request.headers.get("sec-fetch-site");
  if (site === "cross-site" || site === "same-site") {
    throw refused("The request comes from another origin.");
  }
}

const isJson = (contentType: string | null): boolean =>
  /^application\/json(?:\s*;\s*charset="?utf-8"?)?$/i.test(contentType?.trim() ?? "");

/**
 * Throws unless a write comes from one of our own pages: the exact `Origin` of the host that was asked,
 * `Sec-Fetch-Site: same-origin`, the page token, and a JSON body.
 */
export function checkWriter(request: Request): void {
  const { headers } = request;
  if (headers.get("origin") !== `http://${headers.get("host")?.toLowerCase()}`) {
    throw refused("The request does not come from a page of this console: its Origin is missing or another.");
  }
  if (headers.get("sec-fetch-site") !== "same-origin") {
    throw refused("The request does not come from a page of this console: Sec-Fetch-Site is not same-origin.");
  }
  if (!isPageToken(headers.get(pageTokenHeader))) {
    throw new Problem(403, {
      code: "PageTokenRequired",
      message: "The page token is missing or from an earlier start of the console. Reload the page.",
      field: pageTokenHeader,
    });
  }
  if (!isJson(headers.get("content-type"))) {
    throw new Problem(415, {
      code: "UnsupportedMediaType",
      message: "The body must be application/json.",
      field: "Content-Type",
    });
  }
}
