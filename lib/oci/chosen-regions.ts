import "server-only";
import { OciConfigurationError } from "@/lib/oci/configuration-error";
import { isKnownRegion } from "@/lib/oci/known-region";

/**
 * Takes the environment, gives the regions that `ZPR_REGIONS` restricts the console to (names with commas between
 * them), or `null` for all that the tenancy is subscribed to. Throws `OciConfigurationError` for a name that is no region.
 */
export function chosenRegionsFrom(env: NodeJS.ProcessEnv): readonly string[] | null {
  const names = (env.ZPR_REGIONS ?? "").split(",").map((name) => name.trim());
  const chosen = [...new Set(names.filter((name) => name !== ""))];
  if (chosen.length === 0) return null;
  const unknown = chosen.find((name) => !isKnownRegion(name));
  if (unknown === undefined) return chosen;
  throw new OciConfigurationError(
    `ZPR_REGIONS names ${JSON.stringify(unknown)}, which is not in Oracle's list of regions; write for example us-ashburn-1,eu-frankfurt-1, or unset it to read every subscribed region.`,
    null,
  );
}
