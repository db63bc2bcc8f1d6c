import "server-only";
import { shows } from "@/lib/changes/attribute-sets";
import { growingWait, type ChangeClock } from "@/lib/changes/change-clock";
import type { ChangeEnding, Publish } from "@/lib/changes/change-progress";
import type { ChangeSubject, SubjectReading, WriteReceipt } from "@/lib/changes/change-subject";
import { followWorkRequest } from "@/lib/changes/follow-work-request";
import { troubleFrom, tryRead } from "@/lib/changes/oci-trouble";
import { lagMilliseconds, readBack, verified } from "@/lib/changes/read-back";
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

type EarlierWorkRequests = ReadonlySet<string> | null;

/** A write does not wait longer than this for what is only of use should its answer be lost. */
const listPatienceMilliseconds = 3_000;

/** The work requests there are before the write; `null` where the service lists none, or not in time. */
async function earlierWorkRequests({ subject }: RunningChange): Promise<EarlierWorkRequests> {
  const { listWorkRequests } = subject;
  if (listWorkRequests === null) return null;
  const listed = await tryRead(() => listWorkRequests(AbortSignal.timeout(listPatienceMilliseconds)));
  return listed && new Set(listed.map(({ id }) => id));
}

/** The resource as it is once a read shows that it is no longer the one that the change was checked against. */
async function readChanged({ subject, checked, clock }: RunningChange): Promise<SubjectReading | null> {
  const wait = growingWait(clock);
  const deadline = clock.now() + lagMilliseconds;
  for (;;) {
    const reading = await tryRead(subject.read);
    if ((reading !== null && reading.etag !== checked.etag) || clock.now() >= deadline) return reading;
    await wait();
  }
}

/** 412: the write was refused because the resource had changed since it was checked. */
async function afterEtagMismatch(running: RunningChange, error: OciRequestError): Promise<ChangeEnding> {
  const { after } = running;
  const reading = await readChanged(running);
  if (reading !== null && shows(reading, after)) return verified(after);
  return {
    state: "failed",
    message: "The resource was changed by somebody else while this change was sent. Nothing was written.",
    error: { ...troubleFrom(error), code: "ResourceChanged" },
    // As the page of the resource shows it: of several VNICs that disagree, the first.
    ...(reading !== null && { actual: reading.sets[0] ?? [], currentEtag: reading.etag }),
  };
}

function afterLostAnswer(
  running: RunningChange,
  error: OciRequestError,
  earlierWorkRequestIds: EarlierWorkRequests,
): Promise<ChangeEnding> {
  const trouble = troubleFrom(error);
  running.publish({
    state: "unknown",
    message: "The answer to the write was lost. Reading the resource to see whether the change arrived.",
    error: trouble,
  });
  return resolveLostAnswer({ ...running, earlierWorkRequestIds, error: trouble });
}

function afterRefusedWrite(
  running: RunningChange,
  thrown: unknown,
  earlier: EarlierWorkRequests,
): Promise<ChangeEnding> | ChangeEnding {
  if (!(thrown instanceof OciRequestError)) throw thrown;
  if (thrown.isAmbiguous) return afterLostAnswer(running, thrown, earlier);
  if (thrown.code === "NoEtagMatch") return afterEtagMismatch(running, thrown);
  const what = thrown.status === null ? "The change could not be sent." : "The service refused the change.";
  return { state: "failed", message: `${what} Nothing was written.`, error: troubleFrom(thrown) };
}

async function afterAcceptedWrite(running: RunningChange, receipt: WriteReceipt): Promise<ChangeEnding> {
  const { subject, after, clock, publish } = running;
  const { workRequestId, opcRequestId } = receipt;
  if (workRequestId !== null && subject.readWorkRequest !== null) {
    publish({ state: "in-progress", message: "The service accepted the change.", opcRequestId });
    return followWorkRequest({ subject, workRequestId, after, opcRequestId, clock, publish });
  }
  publish({ state: "reading-back", message: "The service is done. Reading the resource to see it.", opcRequestId });
  return readBack(subject, after, clock);
}

/**
 * Sends a checked change once and follows it to its end, or to an open ending when even half an hour did not tell.
 * Throws only on bugs; a failure of OCI is an ending.
 */
export async function runChange(running: RunningChange): Promise<ChangeEnding> {
  const earlier = await earlierWorkRequests(running);
  let receipt: WriteReceipt;
  try {
    receipt = await running.subject.write(running.after);
  } catch (error) {
    return afterRefusedWrite(running, error, earlier);
  }
  return afterAcceptedWrite(running, receipt);
}
