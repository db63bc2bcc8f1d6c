import "server-only";
import { problemFrom } from "@/lib/server/error-response";
import { log } from "@/lib/server/log";
import { checkHost } from "@/lib/server/request-guard";
import { dataSecurityHeaders } from "@/lib/server/security-headers";

const withSecurityHeaders = (response: Response): Response => {
  const headers = new Headers(response.headers);
  for (const [name, value] of dataSecurityHeaders) headers.set(name, value);
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
};

async function answer(request: Request, run: () => Promise<Response>): Promise<Response> {
  try {
    checkHost(request);
    return await run();
  } catch (error) {
    const problem = problemFrom(error);
    if (problem.status >= 500) {
      const { method, url } = request;
      log().error({ err: error, method, path: new URL(url).pathname, status: problem.status }, "request failed");
    }
    const headers: HeadersInit =
      problem.retryAfterSeconds === null ? {} : { "Retry-After": String(Math.ceil(problem.retryAfterSeconds)) };
    return Response.json(problem.body, { status: problem.status, headers });
  }
}

/**
 * Runs what makes the answer to one request of `/api`, `/livez` or `/readyz`: refuses other hosts, turns whatever is
 * thrown into `{code, message}`, and puts the security headers on. Never throws.
 */
export async function respond(request: Request, run: () => Promise<Response>): Promise<Response> {
  return withSecurityHeaders(await answer(request, run));
}
