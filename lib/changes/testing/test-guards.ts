import type { GuardEnvironment } from "@/lib/changes/guards/check-hold";
import type { GuardReadings } from "@/lib/changes/guards/judge-edit";
import type { GuardFileState } from "@/lib/guard-file/guard-file-store";
import { readGuardText } from "@/lib/guard-file/read-guard-text";
import type { OciContext } from "@/lib/oci/clients";
import { OciRequestError } from "@/lib/oci/errors";
import { listZprPolicies } from "@/lib/oci/zpr";

const path = "guards.yaml";

/** What a guard file of this text is. */
export function guardFileOf(text: string): GuardFileState {
  const read = readGuardText(text);
  const shared = { path, text, hash: "hash" };
  return read.ok
    ? { ...shared, state: "read", file: read.file }
    : { ...shared, state: "broken", mistakes: read.mistakes };
}

/** Guards of a test: there are none until `held.guardFile` is set. Policies are read with every question. */
export function makeTestGuards(ociContext: OciContext, region: string) {
  const held = {
    guardFile: { state: "absent", path } as GuardFileState,
    overrides: [] as Parameters<GuardEnvironment["onOverride"]>[0][],
  };
  const policiesNow = async (): Promise<GuardReadings["policies"]> => {
    const readAt = new Date().toISOString();
    try {
      return { state: "read", value: await listZprPolicies(ociContext, { region }), readAt };
    } catch (thrown) {
      if (!(thrown instanceof OciRequestError)) throw thrown;
      const { message, code, opcRequestId } = thrown;
      return { state: "failed", message, code, opcRequestId, readAt };
    }
  };
  const guards: GuardEnvironment = {
    read: async () => ({ guardFile: held.guardFile, policies: await policiesNow() }),
    onOverride: (override) => held.overrides.push(override),
  };
  return { held, guards };
}
