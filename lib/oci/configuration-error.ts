import "server-only";

const brand = Symbol.for("zpr-console.OciConfigurationError");

/**
 * The OCI configuration cannot be used. The message is one sentence that names the file, the profile and the fix; it
 * never holds a key, a token, a passphrase or the place of a key file.
 */
export class OciConfigurationError extends Error {
  readonly configFile: string | null;
  readonly profile: string | null;

  constructor(message: string, source: { configFile: string; profile: string } | null) {
    super(message);
    this.name = "OciConfigurationError";
    this.configFile = source?.configFile ?? null;
    this.profile = source?.profile ?? null;
    Object.defineProperty(this, brand, { value: true });
  }

  /** Pages and route handlers have separate copies of this module, and an error may come from the other copy. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === "object" && value !== null && brand in value;
  }
}
