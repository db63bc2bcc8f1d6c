import "server-only";
import { growingWait } from "@/lib/changes/change-clock";
import { softLimitMilliseconds } from "@/lib/changes/follow-work-request";
import { tryRead } from "@/lib/changes/oci-trouble";
import {
  actualOf,
  changedByOthers,
  openEnding,
  troubled,
  verified,
  type PolicyEnding,
  type PolicyTrouble,
  type RunningPolicyChange,
} from "@/lib/changes/zpr-policy/policy-ending";
import { standingOf, type PolicyReading } from "@/lib/changes/zpr-policy/policy-reading";
import { isSamePolicyText } from "@/lib/zpr/policy-difference";

/** A write that reached the service shows within this long, as a new etag or as work under way. */
const arrivalMilliseconds = 60_000;

const lost = "The answer to the write was lost.";

/** What is known once nothing has been at work on the policy for a while. */
function conclusion(running: RunningPolicyChange, reading: PolicyReading, error: PolicyTrouble): PolicyEnding {
  const { write, before } = running;
  if (write.action === "create") {
    if (reading === null) {
      return { state: "failed", message: `${lost} No policy of this name came to be.`, error };
    }
    return changedByOthers(reading, `${lost} A policy of this name is there now with another text.`, error);
  }
  if (reading === null) return changedByOthers(reading, `${lost} The policy is gone: somebody else deleted it.`, error);
  if (reading.etag === write.etag) {
    const message = `${lost} The change did not arrive: the policy is as it was before.`;
    return { state: "failed", message, error, ...actualOf(reading) };
  }
  const isAsBefore = before !== null && isSamePolicyText(before, reading.policy);
  const what = isAsBefore
    ? "The policy has the text of before, and something else of it was changed."
    : "The policy now has another text: somebody else changed it.";
  return changedByOthers(reading, `${lost} ${what}`, error);
}

/**
 * Finds out by reading what became of a write without an answer; it is never sent again. Reads until the policy shows it,
 * or for a minute without a sign of work on it; after half an hour of neither gives an ending that is open.
 */
export async function resolveLostPolicyWrite(
  running: RunningPolicyChange,
  error: PolicyTrouble,
): Promise<PolicyEnding> {
  const { clock, read, wanted } = running;
  const wait = growingWait(clock);
  const deadline = clock.now() + softLimitMilliseconds;
  let idleSince = clock.now();
  const look = async (): Promise<PolicyEnding | null> => {
    const seen = await tryRead(async () => ({ reading: await read() }));
    const standing = seen && standingOf(seen.reading, wanted);
    if (standing === "shown") return verified(running);
    if (standing === "troubled" && seen?.reading) return troubled(seen.reading, error);
    if (standing === "working") idleSince = clock.now();
    const isSettled = clock.now() - idleSince >= arrivalMilliseconds;
    return seen !== null && standing === "not-shown" && isSettled ? conclusion(running, seen.reading, error) : null;
  };
  while (clock.now() < deadline) {
    const ending = await look();
    if (ending !== null) return ending;
    await wait();
  }
  const message = `${lost} The policy could not be read, or ZPR was still at work on it, for 30 minutes.`;
  return openEnding({ message, error }, look);
}
