import type { KeyObject } from "node:crypto";
import { verifySignature, type SignatureVerdict } from "@/emulator/core/signature";

type Expected = {
  readonly regionName: string;
  readonly clusterId: string;
  readonly publicKeyOf: (keyId: string) => KeyObject | null;
  /** Real time, ms since 1970. */
  readonly now: number;
};

/**
 * Checks the token that `oci ce cluster generate-token` makes: the URL-safe base64 of a URL of Container Engine that
 * stands for one cluster and carries, as parameters, the signature and the date of a GET on it.
 * https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengdownloadkubeconfigfile.htm
 *
 * Takes the value of the Authorization header. Gives the keyId or the reason for the refusal, which is for the log only.
 */
export function verifyBearerToken(authorization: string | undefined, expected: Expected): SignatureVerdict {
  const refused = (reason: string): SignatureVerdict => ({ isValid: false, keyId: null, reason });
  const [, token] = /^Bearer ([A-Za-z0-9_-]+={0,2})$/.exec(authorization ?? "") ?? [];
  if (token === undefined) return refused("no bearer token");
  const url = urlFrom(Buffer.from(token, "base64url").toString("utf8"));
  if (url === null) return refused("the token is not a URL in base64");
  const hosts = ["oci.oraclecloud.com", "oraclecloud.com"].map(
    (end) => `containerengine.${expected.regionName}.${end}`,
  );
  if (url.protocol !== "https:" || !hosts.includes(url.host)) return refused(`the token is for ${url.host}`);
  const target = `/cluster_request/${expected.clusterId}`;
  if (url.pathname !== target) return refused("the token is for another cluster");
  const headers = {
    host: url.host,
    date: url.searchParams.get("date") ?? "",
    authorization: url.searchParams.get("authorization") ?? "",
  };
  const request = { method: "GET", target, headers, body: new Uint8Array() };
  return verifySignature(request, expected.publicKeyOf, expected.now);
}

function urlFrom(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
