import "server-only";
import { createHash, createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { problem, type Profile } from "@/lib/oci/profile";
import { presignedUrl, signRequest, type SignableRequest } from "@/lib/oci/request-signer";

/** The key of a profile and the name that OCI knows it by. */
type SigningKey = { readonly keyId: string; readonly key: KeyObject };

/**
 * Signs requests for one profile. The key and the token stay in private members: neither JSON nor `util.inspect`
 * shows them.
 */
export class Credentials {
  readonly #profile: Profile;
  #signingKey: SigningKey;
  #fileStamp: string;

  /** Throws `OciConfigurationError` when the key or token file is missing, unreadable or does not fit the passphrase. */
  constructor(profile: Profile) {
    this.#profile = profile;
    this.#fileStamp = stampOf(profile);
    this.#signingKey = signingKeyOf(profile);
  }

  /**
   * Signs a request with one key and one token. A session token is refreshed by other programs ("oci session
   * refresh"), so its file and the key file are read again when either has changed.
   */
  sign(request: SignableRequest): Promise<void> {
    const { keyId, key } = this.#presentKey();
    return signRequest(request, keyId, key);
  }

  /** Gives the URL with the signature of a GET on it in its parameters. `date` is the text of an HTTP date. */
  presign(url: URL, date: string): Promise<string> {
    const { keyId, key } = this.#presentKey();
    return presignedUrl(url, date, keyId, key);
  }

  #presentKey(): SigningKey {
    if (this.#profile.authentication === "api-key") return this.#signingKey;
    const stamp = stampOf(this.#profile);
    if (stamp !== this.#fileStamp) {
      this.#signingKey = signingKeyOf(this.#profile);
      this.#fileStamp = stamp;
    }
    return this.#signingKey;
  }
}

/** Throws `OciConfigurationError` when requests could not be signed for this profile. */
export function checkCredentials(profile: Profile): void {
  signingKeyOf(profile);
}

/** A name for the credential of a profile that reveals nothing of it: a hash over the public key and its owner. */
export function credentialKey(profile: Profile): string {
  const publicKey = createPublicKey(privateKeyOf(profile)).export({ type: "spki", format: "der" });
  const owner = profile.authentication === "api-key" ? `${profile.userId}/${profile.fingerprint}` : "session";
  return createHash("sha256")
    .update(publicKey)
    .update(`\n${profile.tenancyId}/${owner}\n${profile.configFile}\n${profile.profile}`)
    .digest("hex")
    .slice(0, 32);
}

function signingKeyOf(profile: Profile): SigningKey {
  const keyId =
    profile.authentication === "api-key"
      ? `${profile.tenancyId}/${profile.userId}/${profile.fingerprint}`
      : `ST$${tokenOf(profile, profile.securityTokenFile)}`;
  return { keyId, key: privateKeyOf(profile) };
}

/** Opened here and not by the SDK, whose parser ends the whole process when the passphrase is wrong. */
function privateKeyOf(profile: Profile): KeyObject {
  const pem = textOf(profile, "key_file", profile.keyFile);
  try {
    const key = createPrivateKey({
      key: pem,
      format: "pem",
      ...(profile.passphrase !== null && { passphrase: profile.passphrase }),
    });
    if (key.asymmetricKeyType === "rsa") return key;
  } catch {
    // Said below: the cause's own text may hold the path.
  }
  throw unusableKey(profile);
}

const unusableKey = (profile: Profile) =>
  problem(
    profile,
    "names a key_file that is not an RSA private key, or that its pass_phrase does not open",
    "correct key_file or pass_phrase",
  );

/** A newline after the token would make every call fail: headers may not hold one. */
function tokenOf(profile: Profile, path: string): string {
  const token = textOf(profile, "security_token_file", path).trim();
  if (!/^[\w.~+/=-]+$/.test(token)) {
    throw problem(
      profile,
      "names a security_token_file without a token in it",
      'renew it with "oci session authenticate"',
    );
  }
  return token;
}

function textOf(profile: Profile, key: string, path: string): string {
  try {
    return readFileSync(/* turbopackIgnore: true */ path, "utf8");
  } catch {
    throw missingFile(profile, key);
  }
}

const missingFile = (profile: Profile, key: string) =>
  problem(
    profile,
    `names a ${key} that does not exist or may not be read`,
    key === "key_file" ? "correct key_file" : 'make the session with "oci session authenticate"',
  );

function stampOf(profile: Profile): string {
  if (profile.authentication === "api-key") return "";
  return [["security_token_file", profile.securityTokenFile] as const, ["key_file", profile.keyFile] as const]
    .map(([key, path]) => {
      const stat = statSync(/* turbopackIgnore: true */ path, { throwIfNoEntry: false });
      if (stat === undefined) throw missingFile(profile, key);
      return `${stat.mtimeMs}/${stat.size}/${stat.ino}`;
    })
    .join(" ");
}
