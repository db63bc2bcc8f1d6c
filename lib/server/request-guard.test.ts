import { beforeAll, describe, expect, test, vi } from "vitest";
import { isAllowedHost } from "@/lib/server/request-guard";

vi.stubEnv("PORT", "3100");
const profile = vi.hoisted(() => ({
  principal: { tenancyId: "ocid1.tenancy.oc1..t", profile: "DEFAULT", region: "us-ashburn-1", emulatorUrl: null },
}));
vi.mock("@/lib/server/session", () => ({ currentSession: () => profile }));

const { handle } = await import("@/lib/server/handle");
const { pageToken } = await import("@/lib/server/page-token");

describe("the Host allow-list", () => {
  test.each(["127.0.0.1:3100", "localhost:3100", "LOCALHOST:3100", "[::1]:3100"])("takes %s", (host) => {
    expect(isAllowedHost(host, 3100)).toBe(true);
  });

  test.each([
    null,
    "",
    "127.0.0.1",
    "localhost",
    "127.0.0.1:3101",
    "127.0.0.1:03100",
    "127.0.0.1:3100, evil.example",
    "evil.example, 127.0.0.1:3100",
    "127.0.0.1:3100.evil.example",
    "evil.example",
    "evil.example:3100",
    "localhost.evil.example:3100",
    "127.0.0.1:3100@evil.example",
    "user@127.0.0.1:3100",
    "0.0.0.0:3100",
    "127.1:3100",
    "2130706433:3100",
    "[::ffff:127.0.0.1]:3100",
    "::1:3100",
    "localhost.:3100",
    " 127.0.0.1:3100",
  ])("refuses %j", (host) => {
    expect(isAllowedHost(host, 3100)).toBe(false);
  });

  test("takes the bare name at port 80, where browsers leave the port out", () => {
    expect(isAllowedHost("localhost", 80)).toBe(true);
  });
});

describe("a write", () => {
  let writes = 0;
  const POST = handle({}, () => {
    writes += 1;
    return Response.json({}, { status: 201 });
  });

  const origins = [
    "http://127.0.0.1:3100",
    "http://localhost:3100",
    "https://127.0.0.1:3100",
    "http://127.0.0.1:3101",
    "http://evil.example",
    "http://127.0.0.1:3100/",
    "null",
    "",
    undefined,
  ];
  const sites = ["same-origin", "same-site", "cross-site", "none", "same-origin, cross-site", undefined];
  const contentTypes = [
    "application/json",
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data",
    undefined,
  ];
  const tokens = ["good", "bad", "", undefined] as const;

  const matrix = origins.flatMap((origin) =>
    sites.flatMap((site) => contentTypes.flatMap((type) => tokens.map((token) => ({ origin, site, type, token })))),
  );

  const send = ({ origin, site, type, token }: (typeof matrix)[number]) => {
    const headers = new Headers({ host: "127.0.0.1:3100" });
    if (origin !== undefined) headers.set("origin", origin);
    if (site !== undefined) headers.set("sec-fetch-site", site);
    if (type !== undefined) headers.set("content-type", type);
    if (token !== undefined) headers.set("x-zpr-page-token", token === "good" ? pageToken() : token);
    const body = new TextEncoder().encode("{}");
    return POST(new Request("http://127.0.0.1:3100/api/changes", { method: "POST", headers, body }));
  };

  test("passes in exactly one cell of Origin, Sec-Fetch-Site, Content-Type and page token", async () => {
    writes = 0;
    const passed: typeof matrix = [];
    for (const cell of matrix) {
      const response = await send(cell);
      if (response.status === 201) passed.push(cell);
      else expect([403, 415]).toContain(response.status);
    }
    expect(matrix).toHaveLength(9 * 6 * 5 * 4);
    expect(passed).toEqual([
      { origin: "http://127.0.0.1:3100", site: "same-origin", type: "application/json", token: "good" },
    ]);
    expect(writes).toBe(1);
  });

  test.each(["PUT", "PATCH", "DELETE", "OPTIONS"])("by %s is held to the same rule", async (method) => {
    writes = 0;
    const response = await POST(
      new Request("http://127.0.0.1:3100/api/changes", { method, headers: { host: "127.0.0.1:3100" } }),
    );
    expect(response.status).toBe(403);
    expect(writes).toBe(0);
  });

  test("to another host is refused even with everything else right", async () => {
    writes = 0;
    const response = await POST(
      new Request("http://evil.example:3100/api/changes", {
        method: "POST",
        headers: {
          host: "evil.example:3100",
          origin: "http://evil.example:3100",
          "sec-fetch-site": "same-origin",
          "content-type": "application/json",
          "x-zpr-page-token": pageToken(),
        },
        body: "{}",
      }),
    );
    expect(response.status).toBe(421);
    expect(writes).toBe(0);
  });
});

describe("a read", () => {
  const GET = handle({}, () => Response.json({ ok: true }));
  const get = (headers: Record<string, string>) => GET(new Request("http://127.0.0.1:3100/api/clusters", { headers }));

  test.each(["same-origin", "none"])("with Sec-Fetch-Site: %s is answered", async (site) => {
    expect((await get({ host: "127.0.0.1:3100", "sec-fetch-site": site })).status).toBe(200);
  });

  test("by a program that is no browser is answered", async () => {
    expect((await get({ host: "127.0.0.1:3100" })).status).toBe(200);
  });

  test.each(["same-site", "cross-site"])("with Sec-Fetch-Site: %s is refused", async (site) => {
    expect((await get({ host: "127.0.0.1:3100", "sec-fetch-site": site })).status).toBe(403);
  });

  test("under a name that someone's DNS points here is refused", async () => {
    expect((await get({ host: "rebound.example:3100" })).status).toBe(421);
  });
});

describe("GET /api/session", () => {
  let GET: (request: Request) => Promise<Response>;
  beforeAll(async () => {
    ({ GET } = await import("@/app/api/session/route"));
  });
  const ask = (site?: string) =>
    GET(
      new Request("http://127.0.0.1:3100/api/session", {
        headers: { host: "127.0.0.1:3100", ...(site !== undefined && { "sec-fetch-site": site }) },
      }),
    );

  test("gives the page token and public facts to a page of this console", async () => {
    const response = await ask("same-origin");
    expect(await response.json()).toEqual({
      pageToken: pageToken(),
      profile: "DEFAULT",
      tenancyId: "ocid1.tenancy.oc1..t",
      region: "us-ashburn-1",
      isEmulatedTenancy: false,
    });
    expect(response.headers.get("cache-control")).toBe("no-store");
  });

  test.each([undefined, "none", "same-site", "cross-site"])("gives nothing for Sec-Fetch-Site: %s", async (site) => {
    const response = await ask(site);
    expect(response.status).toBe(403);
    expect(await response.text()).not.toContain(pageToken());
  });

  test("the token has 32 random bytes", () => {
    expect(Buffer.from(pageToken(), "base64url")).toHaveLength(32);
  });
});
