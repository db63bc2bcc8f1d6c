import { loadPrincipal } from "@/lib/oci/principal";

// Whether the console could start with the OCI configuration of this environment; if not, says why in one sentence.
try {
  loadPrincipal(process.env);
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${reason} To look around without a tenancy, run npm run demo.\n`);
  process.exitCode = 1;
}
