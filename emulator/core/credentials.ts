import { createHash, createPublicKey, generateKeyPair, sign, type KeyObject } from "node:crypto";
import { promisify } from "node:util";
import type { UserSeed } from "@/emulator/seed";

export type KeyPair = {
  /** PEM, PKCS#8. */
  readonly privateKeyPem: string;
  readonly publicKey: KeyObject;
  /** MD5 of the public key's DER form, as OCI shows it. */
  readonly fingerprint: string;
};

/** One way in: whoever signs with this key under this keyId is this user of this tenancy. */
export type Credential = {
  readonly keyId: string;
  readonly tenancyId: string;
  readonly user: UserSeed;
  readonly publicKey: KeyObject;
  /** Real time in ms since 1970 after which it is refused; null for API keys. */
  readonly expires: number | null;
};

const generate = promisify(generateKeyPair);

/** Makes an RSA key pair off the main thread; about a tenth of a second. */
export async function newKeyPair(): Promise<KeyPair> {
  const { publicKey, privateKey } = await generate("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "der" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
  const digest = createHash("md5").update(publicKey).digest("hex");
  return {
    privateKeyPem: privateKey,
    publicKey: createPublicKey({ key: publicKey, format: "der", type: "spki" }),
    fingerprint: (digest.match(/../g) ?? []).join(":"),
  };
}

export function apiKeyCredential(tenancyId: string, user: UserSeed, keyPair: KeyPair): Credential {
  const keyId = `${tenancyId}/${user.ocid}/${keyPair.fingerprint}`;
  return { keyId, tenancyId, user, publicKey: keyPair.publicKey, expires: null };
}

/** A session token as `oci session authenticate` leaves it. Gives the token's text and the credential it stands for. */
export function sessionCredential(
  tenancyId: string,
  user: UserSeed,
  keyPair: KeyPair,
  expires: number,
): { readonly token: string; readonly credential: Credential } {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const header = { alg: "RS256", typ: "JWT" };
  const claims = {
    sub: user.ocid,
    tenant: tenancyId,
    ptype: "user",
    sess_exp: new Date(expires).toISOString(),
    exp: Math.floor(expires / 1000),
    jwk: JSON.stringify(keyPair.publicKey.export({ format: "jwk" })),
  };
  const unsigned = `${part(header)}.${part(claims)}`;
  const token = `${unsigned}.${sign("RSA-SHA256", Buffer.from(unsigned), keyPair.privateKeyPem).toString("base64url")}`;
  return { token, credential: { keyId: `ST$${token}`, tenancyId, user, publicKey: keyPair.publicKey, expires } };
}
