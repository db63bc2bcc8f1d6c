import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** One `[profile]` of an OCI config file. */
export type ConfigProfile = {
  readonly name: string;
  readonly tenancyId: string;
  readonly userId: string;
  readonly fingerprint: string;
  readonly region: string;
  /** For a session profile: the token's text. */
  readonly sessionToken: string | null;
};

/**
 * Writes an OCI config file with its key and token files, readable by this user only, into `folder`, which it makes.
 * Gives the path of the config file.
 * https://docs.oracle.com/en-us/iaas/Content/API/Concepts/sdkconfig.htm
 */
export async function writeConfigFile(
  folder: string,
  privateKeyPem: string,
  profiles: readonly ConfigProfile[],
): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const keyFile = join(folder, "key.pem");
  await writeFile(keyFile, privateKeyPem, { mode: 0o600 });
  const sections = await Promise.all(profiles.map((profile) => section(folder, keyFile, profile)));
  const configFile = join(folder, "config");
  await writeFile(configFile, sections.join("\n"), { mode: 0o600 });
  return configFile;
}

async function section(folder: string, keyFile: string, profile: ConfigProfile): Promise<string> {
  const lines = [
    `[${profile.name}]`,
    ...(profile.sessionToken === null ? [`user=${profile.userId}`] : []),
    `fingerprint=${profile.fingerprint}`,
    `tenancy=${profile.tenancyId}`,
    `region=${profile.region}`,
    `key_file=${keyFile}`,
  ];
  if (profile.sessionToken !== null) {
    const tokenFile = join(folder, `${profile.name}.token`);
    // No newline at the end: clients put the file's text into a header as it is.
    await writeFile(tokenFile, profile.sessionToken, { mode: 0o600 });
    lines.push(`security_token_file=${tokenFile}`);
  }
  return `${lines.join("\n")}\n`;
}
