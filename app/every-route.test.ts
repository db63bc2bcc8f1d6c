import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test, vi } from "vitest";
import { dataSecurityHeaders } from "@/lib/server/security-headers";

vi.stubEnv("PORT", "3100");
vi.stubEnv("ZPR_LOG_LEVEL", "silent");
// Whoever is refused must not get as far as a session.
vi.mock("@/lib/server/session", () => ({
  currentSession: () => {
    throw new Error("The request was let in.");
  },
}));

type Handler = (request: Request, context: { readonly params: Promise<unknown> }) => Promise<Response>;

const app = fileURLToPath(new URL(".", import.meta.url));
const files = readdirSync(app, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith("route.ts"));
const modules = await Promise.all(
  files.map(async (file) => [file, (await import(`${app}${file}`)) as Readonly<Record<string, Handler>>] as const),
);
const handlers = modules.flatMap(([file, routes]) =>
  Object.entries(routes)
    .filter(([name]) => /^[A-Z]+$/.test(name))
    .map(([method, handler]) => [method, file, handler] as const),
);
const isWrite = (method: string) => method !== "GET" && method !== "HEAD";

const ask = (method: string, handler: Handler, headers: Record<string, string>) =>
  handler(new Request("http://127.0.0.1:3100/api/x", { method, headers }), { params: Promise.resolve({}) });

test("all routes are here", () => expect(handlers.length).toBeGreaterThan(15));

describe("whatever the route", () => {
  test.each(handlers)("%s of %s is refused under a name that is not ours", async (method, _file, handler) => {
    const response = await ask(method, handler, { host: "evil.example:3100", "sec-fetch-site": "same-origin" });
    expect(response.status).toBe(421);
    for (const [name, value] of dataSecurityHeaders) expect(response.headers.get(name)).toBe(value);
  });

  test.each(handlers.filter(([method, file]) => isWrite(method) && !file.includes("[...path]")))(
    "%s of %s is refused without the page token",
    async (method, _file, handler) => {
      const response = await ask(method, handler, {
        host: "127.0.0.1:3100",
        origin: "http://127.0.0.1:3100",
        "sec-fetch-site": "same-origin",
        "content-type": "application/json",
      });
      expect(response.status).toBe(403);
    },
  );

  test.each(handlers.filter(([method, file]) => !isWrite(method) && /^api\/(?!\[)/.test(file)))(
    "%s of %s is refused to a page of another site or another port",
    async (method, _file, handler) => {
      for (const site of ["cross-site", "same-site"]) {
        const response = await ask(method, handler, { host: "127.0.0.1:3100", "sec-fetch-site": site });
        expect(response.status).toBe(403);
      }
    },
  );
});
