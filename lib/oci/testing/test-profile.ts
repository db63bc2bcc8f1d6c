import "server-only";
import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const testTenancyId = "ocid1.tenancy.oc1..aaaatest";

/** A folder with an OCI configuration file and a key in it, made for one test file. */
export function makeTestProfile({ passphrase }: { readonly passphrase?: string } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "oci-profile-"));
  const configFile = join(folder, "config");
  const keyFile = join(folder, "canary-key-file.pem");
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const pem = { type: "pkcs8", format: "pem" } as const;
  const key = privateKey.export(passphrase === undefined ? pem : { ...pem, cipher: "aes-256-cbc", passphrase });
  writeFileSync(keyFile, key);
  const lines = [
    "[DEFAULT]",
    `tenancy=${testTenancyId}`,
    "user=ocid1.user.oc1..aaaatest",
    "fingerprint=aa:bb:cc:dd",
    "region=us-ashburn-1",
    `key_file=${keyFile}`,
    ...(passphrase === undefined ? [] : [`pass_phrase=${passphrase}`]),
  ];
  writeFileSync(configFile, `${lines.join("\n")}\n`);
  return {
    folder,
    configFile,
    keyFile,
    publicKey,
    key: String(key),
    remove: () => rmSync(folder, { recursive: true }),
  };
}
