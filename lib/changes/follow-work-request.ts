import "server-only";
import { shownSet } from "@/lib/changes/attribute-sets";
import { growingWait, type ChangeClock } from "@/lib/changes/change-clock";
import type { ChangeEnding, Publish } from "@/lib/changes/change-progress";
import type { ChangeSubject } from "@/lib/changes/change-subject";
import { tryRead } from "@/lib/changes/oci-trouble";
import type { WorkRequest } from "@/lib/oke/work-request";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";

/** After this long a person has to look; the service may still be at work. */
export const softLimitMilliseconds = 30 * 60_000;

const stillRunning: ChangeEnding = {
  state: "unknown",
  message: "The work request has not ended within 30 minutes. Look at it in OCI, and read the resource again.",
  error: null,
};

const progressMessage = (workRequest: WorkRequest): string => {
  if (workRequest.status === "ACCEPTED") return "The service accepted the change.";
  return workRequest.percentComplete === null
    ? "The service is at work on the change."
    : `The service is at work on the change: ${workRequest.percentComplete} %.`;
};

const failure = (workRequest: WorkRequest, opcRequestId: string | null): NonNullable<ChangeEnding["error"]> => {
  const [first] = workRequest.errors;
  return {
    code: first?.code ?? `WorkRequest${workRequest.status === "CANCELED" ? "Canceled" : "Failed"}`,
    message:
      workRequest.errors.map(({ message }) => message).join(" ") ||
      workRequest.logs.at(-1)?.message ||
      "The service gave no reason.",
    opcRequestId,
  };
};

type Followed = {
  readonly subject: ChangeSubject;
  readonly workRequestId: string;
  readonly after: readonly SecurityAttribute[];
  readonly opcRequestId: string | null;
  readonly clock: ChangeClock;
  readonly publish: Publish;
};

async function failed({ subject, after, opcRequestId }: Followed, workRequest: WorkRequest): Promise<ChangeEnding> {
  const reading = await tryRead(subject.read);
  return {
    state: "failed",
    message:
      workRequest.status === "CANCELED" ? "The work request was cancelled." : "The work request of the change failed.",
    error: failure(workRequest, opcRequestId),
    ...(reading !== null && { actual: shownSet(reading, after) }),
  };
}

/** Follows a work request to its end. Gives how the change ended, or `null` on success: then the resource is to be read. */
export async function followWorkRequest(followed: Followed): Promise<ChangeEnding | null> {
  const { subject, workRequestId, clock, publish } = followed;
  const { readWorkRequest } = subject;
  if (readWorkRequest === null) return null;
  const wait = growingWait(clock);
  const deadline = clock.now() + softLimitMilliseconds;
  while (clock.now() < deadline) {
    const workRequest = await tryRead(() => readWorkRequest(workRequestId));
    if (workRequest !== null) {
      publish({ workRequest, message: progressMessage(workRequest) });
      if (workRequest.status === "SUCCEEDED") return null;
      if (workRequest.status === "FAILED" || workRequest.status === "CANCELED") return failed(followed, workRequest);
    }
    await wait();
  }
  return stillRunning;
}
