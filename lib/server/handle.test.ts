import * as v from "valibot";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { OciConfigurationError } from "@/lib/oci/configuration-error";
import { oracleErrorCodes, ownErrorCodes } from "@/lib/oci/error-code";
import { OciRequestError } from "@/lib/oci/errors";
import { statusOf } from "@/lib/server/error-response";
import { dataSecurityHeaders } from "@/lib/server/security-headers";

vi.stubEnv("PORT", "3100");
const logged = vi.hoisted(() => ({ error: vi.fn() }));
vi.mock("@/lib/server/log", () => ({ log: () => logged }));
vi.mock("@/lib/server/session", () => ({ currentSession: () => ({ principal: { profile: "DEFAULT" } }) }));

const { handle } = await import("@/lib/server/handle");
const { pageToken } = await import("@/lib/server/page-token");
const { Problem } = await import("@/lib/server/problem");

const origin = "http://127.0.0.1:3100";
const get = (path: string) => new Request(`${origin}${path}`, { headers: { host: "127.0.0.1:3100" } });
const post = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request(`${origin}/api/x`, {
    method: "POST",
    headers: {
      host: "127.0.0.1:3100",
      origin,
      "sec-fetch-site": "same-origin",
      "content-type": "application/json",
      "x-zpr-page-token": pageToken(),
      ...headers,
    },
    body,
    ...(body instanceof ReadableStream && { duplex: "half" }),
  });

beforeEach(() => logged.error.mockClear());

describe("input", () => {
  const route = handle(
    {
      params: v.object({ id: v.pipe(v.string(), v.startsWith("ocid1.", "The OCID begins with ocid1.")) }),
      query: v.object({ kind: v.optional(v.union([v.string(), v.array(v.string())])) }),
    },
    ({ params, query }) => Response.json({ params, query }),
  );

  test("that fits its schemas reaches the handler parsed", async () => {
    const response = await route(get("/api/x?kind=a&kind=b&other=c"), { params: Promise.resolve({ id: "ocid1.x" }) });
    expect(await response.json()).toEqual({ params: { id: "ocid1.x" }, query: { kind: ["a", "b"] } });
  });

  test("that does not is 400 and names the member", async () => {
    const response = await route(get("/api/x"), { params: Promise.resolve({ id: "x" }) });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      code: "InvalidParameter",
      message: "The OCID begins with ocid1.",
      field: "id",
    });
  });

  const write = handle(
    { body: v.object({ operations: v.array(v.object({ value: v.pipe(v.string(), v.nonEmpty("No value")) })) }) },
    ({ body }) => Response.json(body, { status: 201 }),
  );

  test("names a member deep in the body as a person would", async () => {
    const response = await write(post('{"operations":[{"value":"a"},{"value":""}]}'));
    expect(await response.json()).toEqual({
      code: "InvalidParameter",
      message: "No value",
      field: "operations[1].value",
    });
  });

  test.each(["", "{", "{'a':1}", "[1,]", "\u0000"])("that is not JSON (%j) is 400", async (body) => {
    const response = await write(post(body));
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: "InvalidParameter", field: "body" });
  });

  test("that is not UTF-8 is 400", async () => {
    const response = await write(post(Uint8Array.of(0x22, 0xff, 0x22)));
    expect(response.status).toBe(400);
  });

  test("is taken 32 levels deep and not one more, whatever brackets stand in its texts", async () => {
    const free = handle({ body: v.unknown() }, ({ body }) => Response.json(body));
    const nested = (levels: number) => `${"[".repeat(levels)}"[[{\\"[\\\\"${"]".repeat(levels)}`;
    expect((await free(post(nested(32)))).status).toBe(200);
    const refused = await free(post(nested(33)));
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ code: "InvalidParameter", field: "body" });
    expect((await free(post(nested(120_000)))).status).toBe(400);
    const texts = JSON.stringify({ a: "[".repeat(200), b: '"{'.repeat(200) });
    expect((await free(post(texts))).status).toBe(200);
  });

  test("cannot reach a prototype through __proto__", async () => {
    const response = await write(post('{"__proto__":{"polluted":1},"operations":[{"value":"a","__proto__":{"x":1}}]}'));
    expect(await response.json()).toEqual({ operations: [{ value: "a" }] });
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });

  const bytes = (length: number) => `{"operations":[],"filler":"${"x".repeat(length - 29)}"}`;

  test("of 256 KB is taken", async () => {
    const body = bytes(256 * 1024);
    expect(body).toHaveLength(256 * 1024);
    expect((await write(post(body))).status).toBe(201);
  });

  test("of one byte more is 413, also where its length is not declared", async () => {
    const body = bytes(256 * 1024 + 1);
    expect((await write(post(body))).status).toBe(413);
    expect((await write(post("{}", { "content-length": String(256 * 1024 + 1) }))).status).toBe(413);
  });

  test("that never ends is cut off soon after the limit", async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 16_384;
        controller.enqueue(new Uint8Array(16_384).fill(0x20));
      },
    });
    expect((await write(post(endless))).status).toBe(413);
    expect(sent).toBeLessThan(512 * 1024);
  });
});

describe("what a handler throws", () => {
  const thrown = async (error: unknown) => {
    const response = await handle({}, () => Promise.reject(error as Error))(get("/api/x?secret=1"));
    return { response, body: (await response.json()) as Record<string, unknown> };
  };

  test.each([...oracleErrorCodes, ...ownErrorCodes])("as %s of OCI is an answer in Oracle's words", async (code) => {
    const error = new OciRequestError({
      code,
      message: "Oracle's sentence",
      operation: "getCluster",
      opcRequestId: "R/1",
    });
    const { response, body } = await thrown(error);
    expect(response.status).toBe(statusOf(code));
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(body).toEqual({ code, message: "Oracle's sentence", opcRequestId: "R/1" });
  });

  test.each([
    ["InvalidParameter", 400],
    ["NotAuthenticated", 502],
    ["NotAuthorizedOrNotFound", 404],
    ["IncorrectState", 409],
    ["Conflict", 409],
    ["NoEtagMatch", 412],
    ["TooManyRequests", 429],
    ["InternalServerError", 502],
    ["ServiceUnavailable", 503],
    ["Unreachable", 503],
    ["TimedOut", 504],
    ["UnexpectedResponse", 502],
  ] as const)("as %s has the status %i", (code, status) => {
    expect(statusOf(code)).toBe(status);
  });

  test("as a throttled call says when to come back", async () => {
    const error = new OciRequestError({
      code: "TooManyRequests",
      message: "m",
      operation: "o",
      retryAfterSeconds: 11.2,
    });
    expect((await thrown(error)).response.headers.get("retry-after")).toBe("12");
  });

  test("as a Problem is its own body", async () => {
    const { response, body } = await thrown(
      new Problem(409, { code: "IncorrectState", message: "busy", field: "resourceId" }),
    );
    expect(response.status).toBe(409);
    expect(body).toEqual({ code: "IncorrectState", message: "busy", field: "resourceId" });
  });

  test("as an unusable configuration is 503 with its sentence", async () => {
    const { response, body } = await thrown(new OciConfigurationError("Renew the session.", null));
    expect(response.status).toBe(503);
    expect(body).toEqual({ code: "OciConfigurationUnusable", message: "Renew the session." });
  });

  test.each([
    new Error("canary /home/user/.oci/key.pem", { cause: new Error("canary") }),
    new TypeError("canary"),
    "canary",
    { code: "canary", message: "canary" },
    null,
    undefined,
  ])("as something unknown (%s) is 500 with a fixed sentence, its cause in the log only", async (error) => {
    const { response, body } = await thrown(error);
    expect(response.status).toBe(500);
    expect(body).toEqual({ code: "InternalServerError", message: "The console failed. Its log says why." });
    expect(logged.error).toHaveBeenCalledWith(
      expect.objectContaining({ err: error, path: "/api/x" }),
      expect.any(String),
    );
    expect(JSON.stringify(logged.error.mock.calls)).not.toContain("secret=1");
  });
});

describe("every answer", () => {
  test.each([
    ["a good one", handle({}, () => Response.json({}))],
    ["a refusal", handle({ query: v.object({ a: v.string() }) }, () => Response.json({}))],
    ["a failure", handle({}, () => Promise.reject(new Error("x")))],
  ])("carries the security headers: %s", async (_name, route) => {
    const { headers } = await route(get("/api/x"));
    for (const [name, value] of dataSecurityHeaders) expect(headers.get(name)).toBe(value);
  });
});
