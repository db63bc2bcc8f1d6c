import "server-only";
import type { OciContext } from "@/lib/oci/clients";
import { loadPrincipal, type Principal } from "@/lib/oci/principal";

/** Who asks, and through what the console asks OCI for them. */
export type Session = {
  readonly principal: Principal;
  readonly ociContext: OciContext;
};

const holder: typeof globalThis & { zprSession?: Session } = globalThis;

/**
 * The session of this console: the profile in the OCI configuration, read once; pages and route handlers share it.
 * Throws `OciConfigurationError`, and tries again at the next call, when the configuration cannot be used.
 */
export function currentSession(): Session {
  if (holder.zprSession === undefined) {
    const principal = loadPrincipal(process.env);
    holder.zprSession = { principal, ociContext: { principal } };
  }
  return holder.zprSession;
}
