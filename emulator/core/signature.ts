import { createHash, createVerify, type KeyObject } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

/** A request as it stood on the wire, before any framework touched it. */
export type SignedRequest = {
  readonly method: string;
  /** Path and query exactly as on the request line. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Uint8Array;
};

export type SignatureVerdict =
  | { readonly isValid: true; readonly keyId: string }
  | { readonly isValid: false; readonly keyId: string | null; readonly reason: string };

const alwaysSigned = ["(request-target)", "host"];
const signedWithBody = ["content-type", "content-length", "x-content-sha256"];
const methodsWithBody = ["POST", "PUT", "PATCH"];
const maxClockSkewMs = 5 * 60_000;

/**
 * Checks an OCI request signature, version 1.
 * https://docs.oracle.com/en-us/iaas/Content/API/Concepts/signingrequests.htm
 *
 * Takes the request, a lookup from keyId to public key, and the real time in ms since 1970. Gives the keyId or the
 * reason for the refusal, which is for the log only.
 */
export function verifySignature(
  request: SignedRequest,
  publicKeyOf: (keyId: string) => KeyObject | null,
  now: number,
): SignatureVerdict {
  const parameters = signatureParameters(request.headers.authorization ?? "");
  const keyId = parameters?.get("keyId") ?? null;
  const refused = (reason: string): SignatureVerdict => ({ isValid: false, keyId, reason });
  if (parameters === null || keyId === null) return refused("no Signature in the authorization header");
  if ((parameters.get("version") ?? "1") !== "1") return refused("signature version is not 1");
  if (parameters.get("algorithm")?.toLowerCase() !== "rsa-sha256") return refused("algorithm is not rsa-sha256");

  const names = (parameters.get("headers") ?? "")
    .toLowerCase()
    .split(/\s+/)
    .filter((name) => name !== "");
  const problem = unsignedHeader(request, names) ?? clockSkew(request, names, now) ?? wrongBodyHash(request);
  if (problem !== null) return refused(problem);

  const publicKey = publicKeyOf(keyId);
  if (publicKey === null) return refused("unknown keyId");
  const isSignedByKey = createVerify("RSA-SHA256")
    .update(names.map((name) => signingLine(request, name)).join("\n"))
    .verify(publicKey, parameters.get("signature") ?? "", "base64");
  return isSignedByKey ? { isValid: true, keyId } : refused("the signature does not verify");
}

function signatureParameters(authorization: string): Map<string, string> | null {
  const [, list] = /^Signature\s+(.*)$/is.exec(authorization) ?? [];
  if (list === undefined) return null;
  return new Map([...list.matchAll(/([A-Za-z]+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, value]));
}

function unsignedHeader(request: SignedRequest, names: readonly string[]): string | null {
  const required = methodsWithBody.includes(request.method) ? [...alwaysSigned, ...signedWithBody] : alwaysSigned;
  const missing = required.find((name) => !names.includes(name));
  return missing === undefined ? null : `header not signed: ${missing}`;
}

function clockSkew(request: SignedRequest, names: readonly string[], now: number): string | null {
  const dateHeader = ["x-date", "date"].find((name) => names.includes(name));
  if (dateHeader === undefined) return "neither date nor x-date is signed";
  const signedAt = Date.parse(headerText(request, dateHeader));
  // Not `>`: an unreadable date gives NaN and must be refused too.
  return Math.abs(now - signedAt) <= maxClockSkewMs ? null : "clock skew above five minutes";
}

function wrongBodyHash(request: SignedRequest): string | null {
  const claimed = request.headers["x-content-sha256"];
  if (claimed === undefined) return null;
  const actual = createHash("sha256").update(request.body).digest("base64");
  return claimed === actual ? null : "x-content-sha256 is not the hash of the body";
}

function signingLine(request: SignedRequest, name: string): string {
  return name === "(request-target)"
    ? `(request-target): ${request.method.toLowerCase()} ${request.target}`
    : `${name}: ${headerText(request, name)}`;
}

function headerText(request: SignedRequest, name: string): string {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(", ") : (value ?? "");
}
