import "server-only";
import { shownSet, shows } from "@/lib/changes/attribute-sets";
import { growingWait, type ChangeClock } from "@/lib/changes/change-clock";
import { openEnding, type ChangeEnding, type Publish } from "@/lib/changes/change-progress";
import { isAtWork, type ChangeSubject } from "@/lib/changes/change-subject";
import { tryRead } from "@/lib/changes/oci-trouble";
import { readBack, verified } from "@/lib/changes/read-back";
import type { WorkRequest } from "@/lib/oke/work-request";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";

/** After this long a person has to look; the service may still be at work. */
export const softLimitMilliseconds = 30 * 60_000;

const stillRunning = { message: "The work request has not ended within 30 minutes.", error: null };
const neverRead = { message: "The work request could not be read when 30 minutes were over.", error: null };

const progressMessage = (workRequest: WorkRequest): string => {
  if (workRequest.status === "ACCEPTED") return "The service accepted the change.";
  return workRequest.percentComplete === null
    ? "The service is at work on the change."
    : `The service is at work on the change: ${workRequest.percentComplete} %.`;
};

/** Why a work request failed, in the service's words. */
export function workRequestError(
  { status, errors, logs }: WorkRequest,
  opcRequestId: string | null,
): NonNullable<ChangeEnding["error"]> {
  return {
    code: errors[0]?.code ?? `WorkRequest${status === "CANCELED" ? "Canceled" : "Failed"}`,
    message: errors.map(({ message }) => message).join(" ") || logs.at(-1)?.message || "The service gave no reason.",
    opcRequestId,
  };
}

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
    error: workRequestError(workRequest, opcRequestId),
    ...(reading !== null && { actual: shownSet(reading, after) }),
  };
}

/** A work request that cannot be read says nothing; the resource itself may. */
async function lookAtResource({ subject, after }: Followed): Promise<ChangeEnding | null> {
  const reading = await tryRead(subject.read);
  return reading !== null && !isAtWork(reading) && shows(reading, after) ? verified(after) : null;
}

/** What one read of a work request says of the change: `null` as long as it runs. */
async function lookAt(followed: Followed, workRequest: WorkRequest): Promise<ChangeEnding | null> {
  const { subject, after, clock, publish } = followed;
  publish({ workRequest, message: progressMessage(workRequest) });
  if (workRequest.status === "FAILED" || workRequest.status === "CANCELED") return failed(followed, workRequest);
  if (workRequest.status !== "SUCCEEDED") return null;
  publish({ state: "reading-back", message: "The service is done. Reading the resource to see it." });
  return readBack(subject, after, clock);
}

/**
 * Follows a work request to its end and reads the resource back. After half an hour gives an ending that is open: each
 * further look at it is the caller's to make.
 */
export async function followWorkRequest(followed: Followed): Promise<ChangeEnding> {
  const { subject, workRequestId, clock } = followed;
  let wasRead = false;
  const look = async (): Promise<ChangeEnding | null> => {
    const workRequest = await tryRead(async () => (await subject.readWorkRequest?.(workRequestId)) ?? null);
    wasRead = workRequest !== null;
    return workRequest === null ? lookAtResource(followed) : lookAt(followed, workRequest);
  };
  const wait = growingWait(clock);
  const deadline = clock.now() + softLimitMilliseconds;
  while (clock.now() < deadline) {
    const ending = await look();
    if (ending !== null) return ending;
    await wait();
  }
  return openEnding(wasRead ? stillRunning : neverRead, look);
}
