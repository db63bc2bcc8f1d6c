import "server-only";
import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { ConfigFileReader } from "oci-common";
import { OciConfigurationError } from "@/lib/oci/configuration-error";

/** Where a profile stands. */
export type ProfileSource = { readonly configFile: string; readonly profile: string };

/** One profile of an OCI configuration file. Holds the passphrase: it stays inside `lib/oci`. */
export type Profile = ProfileSource & {
  readonly tenancyId: string;
  readonly region: string;
  readonly keyFile: string;
  readonly passphrase: string | null;
} & (
    | { readonly authentication: "api-key"; readonly userId: string; readonly fingerprint: string }
    | { readonly authentication: "session-token"; readonly securityTokenFile: string }
  );

/** The SDK looks at `~/.oci/config` before `OCI_CONFIG_FILE`; the CLI and people expect the variable to win. */
export function profileSourceFrom(env: NodeJS.ProcessEnv): ProfileSource {
  return {
    configFile: expandHome(env.OCI_CONFIG_FILE || join(homedir(), ".oci", "config")),
    profile: env.OCI_CLI_PROFILE || "DEFAULT",
  };
}

/**
 * Reads one profile (https://docs.oracle.com/en-us/iaas/Content/API/Concepts/sdkconfig.htm); keys that it lacks come
 * from DEFAULT. Throws `OciConfigurationError` when the file, the profile or a key of it is missing or malformed.
 */
export function readProfile(source: ProfileSource): Profile {
  const value = valuesOf(source);
  const required = (key: string): string => {
    const text = value(key);
    if (text === null) throw problem(source, `has no ${key}`, `add a line "${key}=…" to the profile`);
    return text;
  };
  const common = {
    ...source,
    tenancyId: required("tenancy"),
    region: required("region"),
    keyFile: expandHome(required("key_file")),
    passphrase: value("pass_phrase"),
  };
  const securityTokenFile = value("security_token_file");
  if (securityTokenFile !== null) {
    return { ...common, authentication: "session-token", securityTokenFile: expandHome(securityTokenFile) };
  }
  return { ...common, authentication: "api-key", userId: required("user"), fingerprint: required("fingerprint") };
}

/** Takes what is wrong and how to mend it, gives the one sentence about a profile. */
export const problem = (source: ProfileSource, what: string, fix: string): OciConfigurationError =>
  new OciConfigurationError(`Profile ${source.profile} of ${source.configFile} ${what}; ${fix}.`, source);

function valuesOf(source: ProfileSource): (key: string) => string | null {
  const profiles = profilesOf(source);
  const own = profiles.get(source.profile);
  if (own === undefined || (source.profile === "DEFAULT" && own.size === 0)) {
    throw problem(
      source,
      "does not exist",
      'name another in OCI_CLI_PROFILE, or make this one with "oci setup config"',
    );
  }
  return (key) => own.get(key) || profiles.get("DEFAULT")?.get(key) || null;
}

function profilesOf(source: ProfileSource): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const text = textOf(source);
  try {
    // The reader logs a line about a file without DEFAULT. An empty DEFAULT in front changes nothing else.
    return ConfigFileReader.parse(`[DEFAULT]\n${text}`, null).profileCredentials?.configurationsByProfile ?? new Map();
  } catch {
    throw problem(
      source,
      "cannot be read, because a line of the file is not of the form key=value",
      "correct the file",
    );
  }
}

function textOf(source: ProfileSource): string {
  try {
    // The comment keeps Next's file tracing from copying the whole project, keys included.
    return readFileSync(/* turbopackIgnore: true */ source.configFile, "utf8");
  } catch {
    throw problem(
      source,
      "cannot be used, because the file does not exist or may not be read",
      'set OCI_CONFIG_FILE to your OCI configuration file, or make one with "oci setup config"',
    );
  }
}

const expandHome = (path: string): string => (/^~[/\\]/.test(path) ? join(homedir(), path.slice(2)) : path);
