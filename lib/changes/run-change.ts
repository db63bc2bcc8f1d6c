import "server-only";
import { shows, shownSet } from "@/lib/changes/attribute-sets";
import type { ChangeClock } from "@/lib/changes/change-clock";
import type { ChangeEnding, Publish } from "@/lib/changes/change-progress";
import type { ChangeSubject, SubjectReading, WriteReceipt } from "@/lib/changes/change-subject";
import { followWorkRequest } from "@/lib/changes/follow-work-request";
import { troubleFrom, tryRead } from "@/lib/changes/oci-trouble";
import { readBack, verified } from "@/lib/changes/read-back";
import { resolveLostAnswer } from "@/lib/changes/resolve-lost-answer";
import { OciRequestError } from "@/lib/oci/errors";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";

export type RunningChange = {
  readonly subject: ChangeSubject;
  /** The read that the change was checked against; its etag guards the write. */
  readonly checked: SubjectReading;
  readonly after: readonly SecurityAttribute[];
  readonly clock: ChangeClock;
  readonly publish: Publish;
};

/** 412: the write was refused because the resource had changed since it was checked. */
async function afterEtagMismatch({ subject, after }: RunningChange, error: OciRequestError): Promise<ChangeEnding> {
  const reading = await tryRead(subject.read);
  if (reading !== null && shows(reading, after)) return verified(after);
  return {
    state: "failed",
    message: "The resource was changed by somebody else while this change was sent. Nothing was written.",
    error: { ...troubleFrom(error), code: "ResourceChanged" },
    ...(reading !== null && { actual: shownSet(reading, after) }),
  };
}

function afterLostAnswer(running: RunningChange, error: OciRequestError): Promise<ChangeEnding> {
  const { subject, checked, after, clock, publish } = running;
  const trouble = troubleFrom(error);
  publish({
    state: "unknown",
    message: "The answer to the write was lost. Reading the resource to see whether the change arrived.",
    error: trouble,
  });
  return resolveLostAnswer({ subject, etag: checked.etag, before: checked.sets, after, error: trouble, clock });
}

function afterRefusedWrite(running: RunningChange, thrown: unknown): Promise<ChangeEnding> | ChangeEnding {
  if (!(thrown instanceof OciRequestError)) throw thrown;
  if (thrown.isAmbiguous) return afterLostAnswer(running, thrown);
  if (thrown.code === "NoEtagMatch") return afterEtagMismatch(running, thrown);
  const what = thrown.status === null ? "The change could not be sent." : "The service refused the change.";
  return { state: "failed", message: `${what} Nothing was written.`, error: troubleFrom(thrown) };
}

async function afterAcceptedWrite(running: RunningChange, receipt: WriteReceipt): Promise<ChangeEnding> {
  const { subject, after, clock, publish } = running;
  const { workRequestId, opcRequestId } = receipt;
  if (workRequestId !== null) {
    publish({ state: "in-progress", message: "The service accepted the change.", opcRequestId });
    const ending = await followWorkRequest({ subject, workRequestId, after, opcRequestId, clock, publish });
    if (ending !== null) return ending;
  }
  publish({ state: "reading-back", message: "The service is done. Reading the resource to see it.", opcRequestId });
  return readBack(subject, after, clock);
}

/**
 * Sends a checked change once and follows it to its end. Throws only on bugs; a failure of OCI is an ending.
 */
export async function runChange(running: RunningChange): Promise<ChangeEnding> {
  let receipt: WriteReceipt;
  try {
    receipt = await running.subject.write(running.after);
  } catch (error) {
    return afterRefusedWrite(running, error);
  }
  return afterAcceptedWrite(running, receipt);
}
