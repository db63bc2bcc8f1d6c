import "server-only";
import { createHash, sign, type KeyObject } from "node:crypto";
import { promisify } from "node:util";

/** What of a request is signed. Its headers get the date, the signature and, with a body, the body's hash. */
export type SignableRequest = {
  readonly method: string;
  readonly uri: string;
  readonly headers: Headers;
  readonly body?: unknown;
};

const signInBackground = promisify(sign);

/** The value of `Authorization` over these lines (`host: …`), named in their order. */
async function authorizationOver(
  names: readonly string[],
  lines: readonly string[],
  keyId: string,
  key: KeyObject,
): Promise<string> {
  const signature = await signInBackground("sha256", Buffer.from(lines.join("\n")), key);
  return `Signature version="1",keyId="${keyId}",algorithm="rsa-sha256",headers="${names.join(" ")}",signature="${signature.toString("base64")}"`;
}

const methodsWithBody = ["POST", "PUT", "PATCH"];

function setBodyHeaders(headers: Headers, body: string): void {
  if (!headers.has("content-type")) headers.set("content-type", "application/json");
  headers.set("content-length", `${Buffer.byteLength(body)}`);
  headers.set("x-content-sha256", createHash("sha256").update(body).digest("base64"));
}

/**
 * Signs a request as the SDK's own signer does (https://docs.oracle.com/en-us/iaas/Content/API/Concepts/signingrequests.htm),
 * to the letter. The SDK's reads the key anew for each request, on the event loop, which takes most of the time that a
 * read of a whole tenancy needs; here the key is read once and the signature is made on another thread.
 */
export async function signRequest(request: SignableRequest, keyId: string, key: KeyObject): Promise<void> {
  const { headers, method } = request;
  const url = new URL(request.uri);
  const date = new Date().toUTCString();
  headers.set("host", url.host);
  headers.set("x-date", date);
  headers.set("date", date);
  const names = ["x-date", "(request-target)", "host"];
  if (methodsWithBody.includes(method.toUpperCase())) {
    setBodyHeaders(headers, typeof request.body === "string" ? request.body : "");
    names.push("content-type", "content-length", "x-content-sha256");
  }
  const lines = names.map((name) => {
    const value =
      name === "(request-target)" ? `${method.toLowerCase()} ${url.pathname}${url.search}` : headers.get(name);
    return `${name}: ${value}`;
  });
  headers.set("authorization", await authorizationOver(names, lines, keyId, key));
}

/**
 * Gives the URL with the signature of a GET on it as parameters, as OKE's tokens are made: over `date`, which the SDK's
 * own signer does not sign. `date` is the text of an HTTP date.
 */
export async function presignedUrl(url: URL, date: string, keyId: string, key: KeyObject): Promise<string> {
  const names = ["date", "(request-target)", "host"];
  const lines = [`date: ${date}`, `(request-target): get ${url.pathname}`, `host: ${url.host}`];
  const authorization = await authorizationOver(names, lines, keyId, key);
  return `${url.href}?authorization=${encodeURIComponent(authorization)}&date=${encodeURIComponent(date)}`;
}
