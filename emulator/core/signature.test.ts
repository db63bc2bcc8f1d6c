import { createHash, createPublicKey, createSign, generateKeyPairSync } from "node:crypto";
import httpSignature from "http-signature";
import { describe, expect, test } from "vitest";
import { verifySignature, type SignedRequest } from "@/emulator/core/signature";

const keyId = "ocid1.tenancy.oc1..t/ocid1.user.oc1..u/aa:bb";
const newKeys = () =>
  generateKeyPairSync("rsa", {
    modulusLength: 2048,
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
    publicKeyEncoding: { type: "spki", format: "pem" },
  });
const { privateKey, publicKey } = newKeys();
const publicKeyOf = (id: string) => (id === keyId ? createPublicKey(publicKey) : null);
const now = Date.parse("2026-11-23T12:00:00Z");

type Options = {
  readonly method?: string;
  readonly target?: string;
  readonly body?: string;
  readonly date?: number;
  readonly dateHeader?: "date" | "x-date";
  readonly leaveOut?: string;
  readonly key?: string;
  readonly parameters?: (parameters: readonly string[]) => readonly string[];
};

/** Signs as Oracle's page describes it, written here a second time so that both sides cannot share a mistake. */
function signed(options: Options = {}): SignedRequest {
  const { method = "GET", target = "/20180222/clusters?compartmentId=a%20b", body = "", key = privateKey } = options;
  const dateHeader = options.dateHeader ?? "date";
  const headers: Record<string, string> = {
    host: "127.0.0.1:4010",
    [dateHeader]: new Date(options.date ?? now).toUTCString(),
  };
  const names = [dateHeader, "(request-target)", "host"];
  if (method !== "GET" && method !== "DELETE") {
    headers["content-type"] = "application/json";
    headers["content-length"] = String(Buffer.byteLength(body));
    headers["x-content-sha256"] = createHash("sha256").update(body).digest("base64");
    names.push("content-length", "content-type", "x-content-sha256");
  }
  const listed = names.filter((name) => name !== options.leaveOut);
  const lines = listed.map((name) =>
    name === "(request-target)" ? `${name}: ${method.toLowerCase()} ${target}` : `${name}: ${headers[name]}`,
  );
  const signature = createSign("RSA-SHA256").update(lines.join("\n")).sign(key, "base64");
  const parameters = [
    'version="1"',
    `keyId="${keyId}"`,
    'algorithm="rsa-sha256"',
    `headers="${listed.join(" ")}"`,
    `signature="${signature}"`,
  ];
  headers.authorization = `Signature ${(options.parameters ?? ((all) => all))(parameters).join(",")}`;
  return { method, target, headers, body: Buffer.from(body) };
}

const verdictOf = (request: SignedRequest) => verifySignature(request, publicKeyOf, now);
const isValid = (request: SignedRequest) => verdictOf(request).isValid;

describe("a signature is accepted", () => {
  test("for a read and for a write with a body in UTF-8", () => {
    expect(verdictOf(signed())).toEqual({ isValid: true, keyId });
    expect(isValid(signed({ method: "PUT", body: '{"name":"Zürich"}' }))).toBe(true);
  });
  test("with date or x-date, parameters in any order and header names in any case", () => {
    expect(isValid(signed({ dateHeader: "x-date" }))).toBe(true);
    expect(isValid(signed({ parameters: (all) => all.toReversed() }))).toBe(true);
    expect(
      isValid(
        signed({
          parameters: (all) => all.map((one) => one.replace("(request-target) host", "(request-target) Host")),
        }),
      ),
    ).toBe(true);
  });
  test("up to five minutes before and after the server's time", () => {
    expect(isValid(signed({ date: now - 299_000 }))).toBe(true);
    expect(isValid(signed({ date: now + 299_000 }))).toBe(true);
  });
});

describe("a signature is refused", () => {
  test.each<[string, Options]>([
    ["more than five minutes old", { date: now - 301_000 }],
    ["more than five minutes ahead", { date: now + 301_000 }],
    ["with an unreadable date", { date: Number.NaN }],
    ["without the date", { leaveOut: "date" }],
    ["without the request target", { leaveOut: "(request-target)" }],
    ["without the host", { leaveOut: "host" }],
    ["without the body's hash on a write", { method: "POST", body: "{}", leaveOut: "x-content-sha256" }],
    ["without the body's length on a write", { method: "POST", body: "{}", leaveOut: "content-length" }],
    ["by another key", { key: newKeys().privateKey }],
    ["in another version", { parameters: (all) => ['version="2"', ...all.slice(1)] }],
    ["with another algorithm", { parameters: (all) => all.map((one) => one.replace("rsa-sha256", "hmac-sha256")) }],
    ["without a keyId", { parameters: (all) => all.filter((one) => !one.startsWith("keyId")) }],
    ["by an unknown keyId", { parameters: (all) => all.map((one) => one.replace("aa:bb", "cc:dd")) }],
  ])("%s", (_name, options) => {
    expect(isValid(signed(options))).toBe(false);
  });

  test("when the target, the method, a header or the body changed after signing", () => {
    const request = signed({ method: "PUT", body: '{"a":1}' });
    const headers = { ...request.headers, host: "127.0.0.1:9999" };
    expect(isValid({ ...request, target: `${request.target}&limit=1` })).toBe(false);
    expect(isValid({ ...request, method: "POST" })).toBe(false);
    expect(isValid({ ...request, headers })).toBe(false);
    expect(isValid({ ...request, body: Buffer.from('{"a":2}') })).toBe(false);
  });
  test("when the body and its hash both changed after signing", () => {
    const request = signed({ method: "PUT", body: '{"a":1}' });
    const hash = createHash("sha256").update('{"a":2}').digest("base64");
    const headers = { ...request.headers, "x-content-sha256": hash };
    expect(isValid({ ...request, headers, body: Buffer.from('{"a":2}') })).toBe(false);
  });
  test("when there is none", () => {
    expect(isValid({ ...signed(), headers: {} })).toBe(false);
  });
});

test("the http-signature package agrees about what is signed and what is not", () => {
  const requests = [signed(), signed({ method: "PUT", body: "{}" }), signed({ key: newKeys().privateKey })];
  for (const request of requests) {
    const parsed = httpSignature.parseRequest(
      { method: request.method, url: request.target, headers: request.headers, httpVersion: "1.1" },
      { clockSkew: Number.MAX_SAFE_INTEGER, headers: ["host"] },
    );
    expect(httpSignature.verifySignature(parsed, publicKey)).toBe(isValid(request));
  }
});
