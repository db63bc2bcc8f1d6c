import * as v from "valibot";
import { expect, test, vi } from "vitest";
import { apiErrorBodySchema } from "@/lib/contract/page";
import { dataSecurityHeaders } from "@/lib/server/security-headers";

vi.stubEnv("PORT", "3100");
const route = await import("@/app/api/[...path]/route");

const ask = (method: keyof typeof route, host = "127.0.0.1:3100") =>
  route[method](new Request("http://127.0.0.1:3100/api/nothing/here", { method, headers: { host } }));

test.each(["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"] as const)(
  "%s of an unknown path of the API is 404 in JSON, with the security headers",
  async (method) => {
    const response = await ask(method);
    expect(response.status).toBe(404);
    expect(v.parse(apiErrorBodySchema, await response.json())).toMatchObject({ code: "NotFound", field: "path" });
    for (const [name, value] of dataSecurityHeaders) expect(response.headers.get(name)).toBe(value);
  },
);

test("an unknown path is refused to other hosts", async () => {
  expect((await ask("GET", "evil.example:3100")).status).toBe(421);
});
