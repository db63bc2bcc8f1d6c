import "server-only";
import { OciConfigurationError } from "@/lib/oci/configuration-error";

/**
 * Takes the environment, gives the origin of the emulator that stands in for OCI (`http://127.0.0.1:4010`) or `null`.
 * Throws `OciConfigurationError` for anything but plain HTTP on loopback: signed requests must not go elsewhere.
 */
export function emulatorUrlFrom(env: NodeJS.ProcessEnv): string | null {
  const text = env.ZPR_EMULATOR_URL;
  if (text === undefined || text === "") return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  const isLoopback = url?.protocol === "http:" && (url.hostname === "127.0.0.1" || url.hostname === "[::1]");
  const isBare = url?.pathname === "/" && `${url.username}${url.password}${url.search}${url.hash}` === "";
  if (url === null || !isLoopback || !isBare) {
    throw new OciConfigurationError(
      "ZPR_EMULATOR_URL must be http://127.0.0.1:PORT and nothing else; correct it, or unset it to use OCI.",
      null,
    );
  }
  return url.origin;
}
