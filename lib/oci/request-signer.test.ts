import { generateKeyPairSync } from "node:crypto";
import { DefaultRequestSigner, type HttpRequest } from "oci-common";
import { describe, expect, it, vi } from "vitest";
import { signRequest } from "@/lib/oci/request-signer";

const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
const keyId = "ocid1.tenancy.oc1..a/ocid1.user.oc1..b/aa:bb";

const sdkSigner = new DefaultRequestSigner({
  getKeyId: () => Promise.resolve(keyId),
  getPrivateKey: () => pem,
  getPassphrase: () => null,
});

/** The header names are the same to HTTP whatever their case; the signed text has them in lower case. */
const withLowerCaseNames = (authorization: string | null) =>
  authorization?.replace(/headers="[^"]*"/, (names) => names.toLowerCase());

type Case = { what: string; method: HttpRequest["method"]; uri: string; body?: string };

const cases: readonly Case[] = [
  {
    what: "a read",
    method: "GET",
    uri: "https://containerengine.us-ashburn-1.oci.oraclecloud.com/20180222/clusters?compartmentId=a%20b&x=1",
  },
  {
    what: "a read of a port and a path prefix",
    method: "GET",
    uri: "http://127.0.0.1:4010/us-ashburn-1/20160918/vcns?page=e%2Bf",
  },
  {
    what: "a read with letters beyond ASCII in its query",
    method: "GET",
    uri: "http://127.0.0.1:4010/x?displayName=é|{}&y='",
  },
  { what: "a deletion", method: "DELETE", uri: "http://127.0.0.1:4010/20180222/nodePools/a/node/b" },
  { what: "a write", method: "PUT", uri: "http://127.0.0.1:4010/20180222/nodePools/a", body: `{"name":"ü 漢字"}` },
  { what: "a write with nothing in it", method: "PUT", uri: "http://127.0.0.1:4010/20180222/nodePools/a" },
  {
    what: "an action",
    method: "POST",
    uri: "http://127.0.0.1:4010/20180222/clusters/a/actions/updateEndpointConfig",
    body: "{}",
  },
];

describe("a signed request", () => {
  it.each(cases)("has the very signature that the SDK makes: $what", async ({ what: _what, ...request }) => {
    vi.useFakeTimers({ now: Date.parse("2026-11-23T12:00:00Z"), toFake: ["Date"] });
    try {
      const ours = { ...request, headers: new Headers({ "content-type": "application/json" }) };
      const theirs = { ...ours, headers: new Headers(ours.headers) };
      await signRequest(ours, keyId, privateKey);
      await sdkSigner.signHttpRequest(theirs);
      const names = ["host", "x-date", "content-type", "content-length", "x-content-sha256"];
      expect(names.map((name) => ours.headers.get(name))).toEqual(names.map((name) => theirs.headers.get(name)));
      expect(ours.headers.get("authorization")).toBe(withLowerCaseNames(theirs.headers.get("authorization")));
    } finally {
      vi.useRealTimers();
    }
  });
});
