import "server-only";
import { troubleFrom, tryRead } from "@/lib/changes/oci-trouble";
import { followPolicyChange } from "@/lib/changes/zpr-policy/follow-policy-change";
import {
  changedByOthers,
  verified,
  type PolicyEnding,
  type RunningPolicyChange,
} from "@/lib/changes/zpr-policy/policy-ending";
import { standingOf } from "@/lib/changes/zpr-policy/policy-reading";
import { resolveLostPolicyWrite } from "@/lib/changes/zpr-policy/resolve-lost-policy-write";
import { OciRequestError } from "@/lib/oci/errors";
import { writeZprPolicy, type AcceptedPolicyWrite } from "@/lib/oci/write-zpr-policy";

/** 412: the write was refused because the policy had changed since it was checked. */
async function afterEtagMismatch(running: RunningPolicyChange, error: OciRequestError): Promise<PolicyEnding> {
  const seen = await tryRead(async () => ({ reading: await running.read() }));
  if (seen !== null && standingOf(seen.reading, running.wanted) === "shown") return verified(running);
  const message = "The policy was changed by somebody else while this change was sent. Nothing was written.";
  return changedByOthers(seen?.reading ?? null, message, troubleFrom(error));
}

function afterRefusedWrite(running: RunningPolicyChange, thrown: unknown): Promise<PolicyEnding> | PolicyEnding {
  if (!(thrown instanceof OciRequestError)) throw thrown;
  const error = troubleFrom(thrown);
  if (thrown.isAmbiguous) {
    const message = "The answer to the write was lost. Reading the policy to see whether the change arrived.";
    running.publish({ state: "unknown", message, error });
    return resolveLostPolicyWrite(running, error);
  }
  if (thrown.code === "NoEtagMatch") return afterEtagMismatch(running, thrown);
  const what = thrown.status === null ? "The change could not be sent." : "ZPR refused the change.";
  return { state: "failed", message: `${what} Nothing was written.`, error };
}

/**
 * Sends a checked change once and follows it to its end. Throws only on bugs; a failure of OCI is an ending.
 */
export async function runPolicyChange(running: RunningPolicyChange): Promise<PolicyEnding> {
  const { ociContext, region, write, publish, onPolicyId } = running;
  let accepted: AcceptedPolicyWrite;
  try {
    accepted = await writeZprPolicy(ociContext, { region, write });
  } catch (error) {
    return afterRefusedWrite(running, error);
  }
  const { zprPolicyId, opcRequestId } = accepted;
  if (zprPolicyId !== null) onPolicyId(zprPolicyId);
  publish({ state: "in-progress", message: "ZPR accepted the change.", opcRequestId });
  return followPolicyChange(running, accepted);
}
