import "server-only";
import { growingWait } from "@/lib/changes/change-clock";
import { softLimitMilliseconds, workRequestError } from "@/lib/changes/follow-work-request";
import { tryRead } from "@/lib/changes/oci-trouble";
import { lagMilliseconds } from "@/lib/changes/read-back";
import {
  actualOf,
  openEnding,
  troubled,
  verified,
  type PolicyEnding,
  type RunningPolicyChange,
} from "@/lib/changes/zpr-policy/policy-ending";
import { standingOf, type PolicyReading } from "@/lib/changes/zpr-policy/policy-reading";
import { getWorkRequest } from "@/lib/oci/work-requests";
import type { WorkRequest } from "@/lib/oke/work-request";

const notShown = (reading: PolicyReading): PolicyEnding => ({
  state: "not-applied",
  message: "ZPR reported success, but a fresh read does not show the change.",
  error: null,
  ...actualOf(reading),
});

const unread = { message: "ZPR reported success, but the policy could not be read to see it.", error: null };
const stillRunning = { message: "ZPR has not ended its work on the policy within 30 minutes.", error: null };

/** What a policy that ZPR is done with shows: `null` when it cannot be read, or is at work on something else. */
async function lookAtDone(running: RunningPolicyChange): Promise<PolicyEnding | null> {
  const seen = await tryRead(async () => ({ reading: await running.read() }));
  const standing = seen && standingOf(seen.reading, running.wanted);
  if (seen === null || standing === "working") return null;
  if (standing === "shown") return verified(running);
  return standing === "troubled" && seen.reading ? troubled(seen.reading, null) : notShown(seen.reading);
}

/** Reads the policy until it shows the change, for as long as a read may lag behind. */
async function readBack(running: RunningPolicyChange): Promise<PolicyEnding> {
  const { clock, read, wanted } = running;
  const wait = growingWait(clock);
  const deadline = clock.now() + lagMilliseconds;
  let last: { readonly reading: PolicyReading } | null = null;
  for (;;) {
    last = (await tryRead(async () => ({ reading: await read() }))) ?? last;
    const standing = last && standingOf(last.reading, wanted);
    if (standing === "shown") return verified(running);
    if (standing === "troubled" && last?.reading) return troubled(last.reading, null);
    if (clock.now() >= deadline) {
      return last === null ? openEnding(unread, () => lookAtDone(running)) : notShown(last.reading);
    }
    await wait();
  }
}

async function ended(running: RunningPolicyChange, workRequest: WorkRequest, opcRequestId: string | null) {
  const reading = await tryRead(running.read);
  const error = workRequestError(workRequest, opcRequestId);
  if (workRequest.status === "NEEDS_ATTENTION") {
    if (reading !== null) return troubled(reading, error);
    return { state: "not-applied", message: "ZPR says that the policy needs attention.", error } as const;
  }
  const message = `The work request of the change ${workRequest.status === "CANCELED" ? "was cancelled" : "failed"}.`;
  return { state: "failed", message, error, ...actualOf(reading) } as const;
}

const progressMessage = ({ status, percentComplete }: WorkRequest): string => {
  if (status === "ACCEPTED") return "ZPR accepted the change.";
  return percentComplete === null
    ? "ZPR is at work on the change."
    : `ZPR is at work on the change: ${percentComplete} %.`;
};

const endedBadly: readonly WorkRequest["status"][] = ["FAILED", "CANCELED", "NEEDS_ATTENTION"];

/** What one look at the work request says: `null` as long as it runs. */
async function lookAt(
  running: RunningPolicyChange,
  workRequest: WorkRequest,
  opcRequestId: string | null,
): Promise<PolicyEnding | null> {
  const { publish } = running;
  publish({ workRequest, message: progressMessage(workRequest) });
  if (endedBadly.includes(workRequest.status)) return ended(running, workRequest, opcRequestId);
  if (workRequest.status !== "SUCCEEDED") return null;
  publish({ state: "reading-back", message: "ZPR is done. Reading the policy to see it." });
  return readBack(running);
}

/** Without a work request that can be read, the policy itself may tell. */
async function lookAtPolicy(running: RunningPolicyChange): Promise<PolicyEnding | null> {
  const seen = await tryRead(async () => ({ reading: await running.read() }));
  const standing = seen && standingOf(seen.reading, running.wanted);
  if (standing === "shown") return verified(running);
  return standing === "troubled" && seen?.reading ? troubled(seen.reading, null) : null;
}

/**
 * Follows what ZPR does with a write that it accepted, and reads the policy back. After half an hour gives an ending that
 * is open: each further look at it is the caller's to make.
 */
export async function followPolicyChange(
  running: RunningPolicyChange,
  { workRequestId, opcRequestId }: { readonly workRequestId: string | null; readonly opcRequestId: string | null },
): Promise<PolicyEnding> {
  const { ociContext, region, clock } = running;
  const wait = growingWait(clock);
  const deadline = clock.now() + softLimitMilliseconds;
  const compartmentId = ociContext.principal.tenancyId;
  const look = async (): Promise<PolicyEnding | null> => {
    const workRequest =
      workRequestId === null
        ? null
        : await tryRead(() => getWorkRequest(ociContext, { service: "zpr", region, workRequestId, compartmentId }));
    return workRequest === null ? lookAtPolicy(running) : lookAt(running, workRequest, opcRequestId);
  };
  while (clock.now() < deadline) {
    const ending = await look();
    if (ending !== null) return ending;
    await wait();
  }
  return openEnding(stillRunning, look);
}
