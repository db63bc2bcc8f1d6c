import "server-only";
import { chosenRegionsFrom } from "@/lib/oci/chosen-regions";
import { OciConfigurationError } from "@/lib/oci/configuration-error";
import { checkCredentials, credentialKey } from "@/lib/oci/credentials";
import { emulatorUrlFrom } from "@/lib/oci/emulator-url";
import { isKnownRegion } from "@/lib/oci/known-region";
import { problem, profileSourceFrom, readProfile } from "@/lib/oci/profile";

/** Who calls OCI, and which OCI. Public and JSON-safe: the key and the token are looked up by `cacheKey`. */
export type Principal = {
  readonly tenancyId: string;
  /** `null` for a session token, whose user only the token knows. */
  readonly userId: string | null;
  readonly authentication: "api-key" | "session-token";
  readonly configFile: string;
  readonly profile: string;
  readonly region: string;
  /** The only regions to read; `null` for all that the tenancy is subscribed to. */
  readonly chosenRegions: readonly string[] | null;
  /** The emulator's origin; `null` for the real OCI. */
  readonly emulatorUrl: string | null;
  /** The same for the same credential towards the same OCI; caches are keyed by it. */
  readonly cacheKey: string;
};

/** Variables by which the SDK would send signed requests to hosts that its own list of regions does not have. */
const redirectingVariables = ["OCI_REGION_METADATA", "OCI_DEFAULT_REALM"];

/**
 * Takes the environment, gives the principal of the profile that it names (`OCI_CONFIG_FILE`, `OCI_CLI_PROFILE`).
 * Reads the configuration file, the key and the token. Throws `OciConfigurationError`.
 */
export function loadPrincipal(env: NodeJS.ProcessEnv): Principal {
  const variable = redirectingVariables.find((name) => env[name]);
  if (variable !== undefined) {
    throw new OciConfigurationError(
      `${variable} is set, which would let signed requests go to other hosts than Oracle's known regions; unset it.`,
      null,
    );
  }
  const profile = readProfile(profileSourceFrom(env));
  if (!isKnownRegion(profile.region)) {
    throw problem(profile, "names a region that is not in Oracle's list", "correct region, for example us-ashburn-1");
  }
  const emulatorUrl = emulatorUrlFrom(env);
  const chosenRegions = chosenRegionsFrom(env);
  checkCredentials(profile);
  return {
    tenancyId: profile.tenancyId,
    userId: profile.authentication === "api-key" ? profile.userId : null,
    authentication: profile.authentication,
    configFile: profile.configFile,
    profile: profile.profile,
    region: profile.region,
    chosenRegions,
    emulatorUrl,
    cacheKey: `${credentialKey(profile)}@${emulatorUrl ?? "oci"}`,
  };
}
