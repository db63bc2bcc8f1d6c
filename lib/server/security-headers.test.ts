import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import {
  commonSecurityHeaders,
  dataContentSecurityPolicy,
  pageContentSecurityPolicy,
  trustedTypesScript,
} from "@/lib/server/security-headers";
import nextConfig from "@/next.config.js";

const configured = async (source: string) => {
  const rules = (await nextConfig.headers?.()) ?? [];
  return rules.find((rule) => rule.source === source)?.headers.map(({ key, value }) => [key, value]);
};

describe("security headers", () => {
  test("next.config.js gives every answer the same headers as lib/server", async () => {
    expect(await configured("/:path*")).toEqual(commonSecurityHeaders);
  });

  test("next.config.js gives the data routes the same policy as lib/server and lets nobody store them", async () => {
    expect(await configured("/(api|livez|readyz)/:path*")).toEqual([
      ["Content-Security-Policy", dataContentSecurityPolicy],
      ["Cache-Control", "no-store"],
    ]);
  });

  test("Next does not name itself, gives away no source and changes no image", () => {
    expect(nextConfig).toMatchObject({
      poweredByHeader: false,
      productionBrowserSourceMaps: false,
      images: { unoptimized: true },
    });
  });

  test("the policy of a page allows scripts by nonce only and no inline styles", () => {
    const directives = pageContentSecurityPolicy("bm9uY2U=", false).split("; ");
    expect(directives).toContain("default-src 'none'");
    expect(directives).toContain("script-src 'nonce-bm9uY2U=' 'strict-dynamic'");
    expect(directives).toContain("style-src 'self' 'nonce-bm9uY2U='");
    expect(directives).toContain("object-src 'none'");
    expect(directives).toContain("base-uri 'none'");
    expect(directives).toContain("frame-ancestors 'none'");
    expect(directives).toContain("require-trusted-types-for 'script'");
    expect(directives).toContain("trusted-types default");
    expect(directives.join("; ")).not.toContain("unsafe");
  });
});

describe("the Trusted Types policy", () => {
  const createScriptURL = (address: string): string => {
    let rules: { createScriptURL?: (text: string) => string } = {};
    const trustedTypes = { createPolicy: (_name: string, given: typeof rules) => (rules = given) };
    const location = new URL("http://127.0.0.1:3000/clusters");
    runInNewContext(trustedTypesScript, { window: { trustedTypes }, trustedTypes, location, URL });
    return rules.createScriptURL?.(address) ?? "";
  };

  test("lets a chunk of this build through, spelled as the loader spelled it, which waits for exactly that", () => {
    expect(createScriptURL("/_next/static/chunks/a.js")).toBe("/_next/static/chunks/a.js");
  });

  test.each([
    "https://evil.example/_next/static/chunks/a.js",
    "//evil.example/_next/static/a.js",
    "/_next/static/../../api/session",
    "/api/resources",
    "data:text/javascript,alert(1)",
    "javascript:alert(1)",
    "http://127.0.0.1:3001/_next/static/a.js",
  ])("refuses %s", (address) => {
    expect(() => createScriptURL(address)).toThrow("This script address is not allowed.");
  });

  test("lets no HTML and no script text through", () => {
    expect(trustedTypesScript).not.toContain("createHTML");
    expect(trustedTypesScript).not.toContain("createScript:");
  });
});
