import { NextRequest } from "next/server";
import { describe, expect, test, vi } from "vitest";

vi.stubEnv("PORT", "3100");
const { config, proxy } = await import("@/proxy");

const ask = (host: string) => proxy(new NextRequest("http://127.0.0.1:3100/clusters", { headers: { host } }));
const policyOf = (response: Response) => response.headers.get("content-security-policy") ?? "";

describe("a page", () => {
  test("gets a nonce of 128 random bits of its own each time", () => {
    const nonces = Array.from({ length: 50 }, () => /'nonce-([^']+)'/.exec(policyOf(ask("127.0.0.1:3100")))?.[1] ?? "");
    expect(new Set(nonces).size).toBe(50);
    for (const nonce of nonces) expect(Buffer.from(nonce, "base64")).toHaveLength(16);
  });

  test("is rendered with the same nonce and policy that the browser gets", () => {
    const response = ask("127.0.0.1:3100");
    const nonce = response.headers.get("x-middleware-request-x-nonce");
    expect(policyOf(response)).toContain(`script-src 'nonce-${nonce}' 'strict-dynamic'`);
    expect(response.headers.get("x-middleware-request-content-security-policy")).toBe(policyOf(response));
  });

  test.each(["evil.example", "evil.example:3100", "127.0.0.1:3101", "127.0.0.1"])("is refused to %s", (host) => {
    const response = ask(host);
    expect(response.status).toBe(421);
    expect(policyOf(response)).toContain("sandbox");
  });
});

test.each([
  ["/", true],
  ["/clusters", true],
  ["/apis", true],
  ["/livez/x", true],
  ["/api/clusters", false],
  ["/livez", false],
  ["/readyz", false],
  ["/_next/static/chunks/a.js", false],
])("the headers of %s are the proxy's: %s", (path, isMatched) => {
  const [pattern = ""] = config.matcher;
  expect(new RegExp(`^${pattern}$`).test(path)).toBe(isMatched);
});
