import "server-only";
import { shownSet, shows } from "@/lib/changes/attribute-sets";
import { growingWait, type ChangeClock } from "@/lib/changes/change-clock";
import { openEnding, type ChangeEnding } from "@/lib/changes/change-progress";
import type { ChangeSubject, SubjectReading } from "@/lib/changes/change-subject";
import { tryRead } from "@/lib/changes/oci-trouble";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";

/** How long a read may lag behind a write that the service reported as done. */
export const lagMilliseconds = 20_000;

export const verified = (after: readonly SecurityAttribute[]): ChangeEnding => ({
  state: "verified",
  message: "A fresh read shows the new security attributes.",
  error: null,
  actual: after,
});

const notApplied = (reading: SubjectReading, after: readonly SecurityAttribute[]): ChangeEnding => ({
  state: "not-applied",
  message: "The service reported success, but a fresh read does not show the new security attributes.",
  error: null,
  actual: shownSet(reading, after),
});

const unread = {
  message: "The service reported success, but the resource could not be read to see it.",
  error: null,
};

/** Reads the resource until it shows `after`, for as long as a read may lag behind. */
export async function readBack(
  subject: Pick<ChangeSubject, "read">,
  after: readonly SecurityAttribute[],
  clock: ChangeClock,
): Promise<ChangeEnding> {
  const wait = growingWait(clock);
  const deadline = clock.now() + lagMilliseconds;
  let last: SubjectReading | null = null;
  for (;;) {
    last = (await tryRead(subject.read)) ?? last;
    if (last !== null && shows(last, after)) return verified(after);
    if (clock.now() >= deadline) {
      return last === null ? openEnding(unread, () => readBack(subject, after, clock)) : notApplied(last, after);
    }
    await wait();
  }
}
