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

type Case = readonly [what: string, method: HttpRequest["method"], uri: string, body?: string];

const cases: Case[] = [
  [
    "a read",
    "GET",
    "https://containerengine.us-ashburn-1.oci.oraclecloud.com/20180222/clusters?compartmentId=a%20b&x=1",
  ],
  ["a read of a port and a path prefix", "GET", "http://127.0.0.1:4010/us-ashburn-1/20160918/vcns?page=e%2Bf"],
  ["a read with letters beyond ASCII in its query", "GET", "http://127.0.0.1:4010/x?displayName=é|{}&y='"],
  ["a deletion", "DELETE", "http://127.0.0.1:4010/20180222/nodePools/a/node/b"],
  ["a write", "PUT", "http://127.0.0.1:4010/20180222/nodePools/a", `{"name":"ü 漢字"}`],
  ["a write with nothing in it", "PUT", "http://127.0.0.1:4010/20180222/nodePools/a"],
  ["an action", "POST", "http://127.0.0.1:4010/20180222/clusters/a/actions/updateEndpointConfig", "{}"],
];

describe("a signed request", () => {
  it.each(cases)("has the very signature that the SDK makes: %s", async (_what, method, uri, body) => {
    vi.useFakeTimers({ now: Date.parse("2026-11-23T12:00:00Z"), toFake: ["Date"] });
    try {
      const ours = { method, uri, headers: new Headers({ "content-type": "application/json" }), ...(body && { body }) };
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
