import "server-only";
import { createHash, createPublicKey } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { DefaultRequestSigner } from "oci-common";
import { problem, type Profile } from "@/lib/oci/profile";

/**
 * Signs requests for one profile. The key and the token stay in private members: neither JSON nor `util.inspect`
 * shows them.
 */
export class Credentials {
  readonly #profile: Profile;
  #signer: DefaultRequestSigner;
  #fileStamp: string;

  /** Throws `OciConfigurationError` when the key or token file is missing, unreadable or does not fit the passphrase. */
  constructor(profile: Profile) {
    this.#profile = profile;
    this.#fileStamp = stampOf(profile);
    this.#signer = signerFor(profile);
  }

  /**
   * Gives a signer bound to one key and one token. A session token is refreshed by other programs ("oci session
   * refresh"), so its file and the key file are read again when either has changed.
   */
  signer(): DefaultRequestSigner {
    if (this.#profile.authentication === "api-key") return this.#signer;
    const stamp = stampOf(this.#profile);
    if (stamp !== this.#fileStamp) {
      this.#signer = signerFor(this.#profile);
      this.#fileStamp = stamp;
    }
    return this.#signer;
  }
}

/** A name for the credential of a profile that reveals nothing of it: a hash over the public key and its owner. */
export function credentialKey(profile: Profile): string {
  const key =
    profile.passphrase === null ? { key: keyOf(profile) } : { key: keyOf(profile), passphrase: profile.passphrase };
  const hash = createHash("sha256").update(publicKeyOf(profile, key));
  const owner = profile.authentication === "api-key" ? `${profile.userId}/${profile.fingerprint}` : "session";
  return hash
    .update(`\n${profile.tenancyId}/${owner}\n${profile.configFile}\n${profile.profile}`)
    .digest("hex")
    .slice(0, 32);
}

function publicKeyOf(profile: Profile, key: { key: string; passphrase?: string }): Buffer {
  try {
    return createPublicKey({ format: "pem", ...key }).export({ type: "spki", format: "der" });
  } catch {
    throw unusableKey(profile);
  }
}

function signerFor(profile: Profile): DefaultRequestSigner {
  const keyId =
    profile.authentication === "api-key"
      ? `${profile.tenancyId}/${profile.userId}/${profile.fingerprint}`
      : `ST$${tokenOf(profile, profile.securityTokenFile)}`;
  const key = keyOf(profile);
  try {
    return new DefaultRequestSigner({
      getKeyId: () => Promise.resolve(keyId),
      getPrivateKey: () => key,
      getPassphrase: () => profile.passphrase,
    });
  } catch {
    throw unusableKey(profile);
  }
}

const unusableKey = (profile: Profile) =>
  problem(
    profile,
    "names a key_file that is not a private key, or that its pass_phrase does not open",
    "correct key_file or pass_phrase",
  );

const keyOf = (profile: Profile): string => textOf(profile, "key_file", profile.keyFile);

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
