import "server-only";
import { shownSet, shows } from "@/lib/changes/attribute-sets";
import { growingWait, type ChangeClock } from "@/lib/changes/change-clock";
import type { ChangeEnding } from "@/lib/changes/change-progress";
import type { ChangeSubject, SubjectReading } from "@/lib/changes/change-subject";
import { softLimitMilliseconds } from "@/lib/changes/follow-work-request";
import { tryRead } from "@/lib/changes/oci-trouble";
import { verified } from "@/lib/changes/read-back";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";
import { isSameSecurityAttributes } from "@/lib/zpr/security-attributes";

/** A write that reached the service shows within this long, as a new etag or as work under way. */
const arrivalMilliseconds = 60_000;

const workingStates = ["UPDATING", "CREATING", "DELETING", "PROVISIONING"];

type LostWrite = {
  readonly subject: Pick<ChangeSubject, "read">;
  readonly etag: string;
  readonly before: readonly (readonly SecurityAttribute[])[];
  readonly after: readonly SecurityAttribute[];
  readonly error: NonNullable<ChangeEnding["error"]>;
  readonly clock: ChangeClock;
};

const isAsBefore = ({ before }: LostWrite, reading: SubjectReading): boolean =>
  reading.sets.length === before.length &&
  reading.sets.every((set, index) => isSameSecurityAttributes(set, before[index] ?? []));

/** What the last read before the time was over says about a write whose answer was lost. */
function verdictOn(lost: LostWrite, reading: SubjectReading | null): ChangeEnding {
  const { error, after } = lost;
  if (reading === null) {
    return {
      state: "unknown",
      message: "The answer to the write was lost and the resource cannot be read. Read it again later.",
      error,
    };
  }
  const actual = shownSet(reading, after);
  if (!isAsBefore(lost, reading)) {
    return {
      state: "failed",
      message: "The answer to the write was lost, and the resource now carries another set: somebody else changed it.",
      error: { ...error, code: "ResourceChanged" },
      actual,
    };
  }
  if (reading.etag === lost.etag) {
    return { state: "failed", message: "The change did not arrive: the resource is as it was before.", error, actual };
  }
  return {
    state: "unknown",
    message:
      "The answer to the write was lost. The resource has changed since, but not its security attributes. Read it again later.",
    error,
    actual,
  };
}

/**
 * Finds out by reading what became of a write without an answer; it is never sent again. Ends when the resource shows
 * the set, or after a minute without a sign of work on it.
 */
export async function resolveLostAnswer(lost: LostWrite): Promise<ChangeEnding> {
  const { subject, after, clock } = lost;
  const wait = growingWait(clock);
  const startedAt = clock.now();
  let last: SubjectReading | null = null;
  let idleSince = startedAt;
  for (;;) {
    const reading = await tryRead(subject.read);
    if (reading !== null && shows(reading, after)) return verified(after);
    if (reading !== null && workingStates.includes(reading.lifecycleState)) idleSince = clock.now();
    last = reading ?? last;
    if (clock.now() - idleSince >= arrivalMilliseconds || clock.now() - startedAt >= softLimitMilliseconds) {
      return verdictOn(lost, last);
    }
    await wait();
  }
}
