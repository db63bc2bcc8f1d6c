import "server-only";
import { shownSet, shows } from "@/lib/changes/attribute-sets";
import { growingWait, type ChangeClock } from "@/lib/changes/change-clock";
import { openEnding, type ChangeEnding, type Publish } from "@/lib/changes/change-progress";
import { isAtWork, type ChangeSubject, type SubjectReading } from "@/lib/changes/change-subject";
import { softLimitMilliseconds, workRequestError } from "@/lib/changes/follow-work-request";
import { tryRead } from "@/lib/changes/oci-trouble";
import { verified } from "@/lib/changes/read-back";
import type { WorkRequest } from "@/lib/oke/work-request";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";
import { isSameSecurityAttributes } from "@/lib/zpr/security-attributes";

/** A write that reached the service shows within this long, as a new etag or as work under way. */
const arrivalMilliseconds = 60_000;
/** After this long without a sign of work, it is over also where work cannot be seen as such. */
const settledMilliseconds = 10 * 60_000;

export type LostWrite = {
  readonly subject: Pick<ChangeSubject, "read" | "readWorkRequest" | "listWorkRequests">;
  /** The read that the write was guarded by. */
  readonly checked: SubjectReading;
  /** The work requests that there were before the write; `null` where that is not known. */
  readonly earlierWorkRequestIds: ReadonlySet<string> | null;
  readonly after: readonly SecurityAttribute[];
  readonly error: NonNullable<ChangeEnding["error"]>;
  readonly clock: ChangeClock;
  readonly publish: Publish;
};

type Sight = {
  readonly reading: SubjectReading | null;
  readonly isBusy: boolean;
  /** The first work request that began after the write; `undefined` for none, `null` where that cannot be told. */
  readonly workRequest: WorkRequest | undefined | null;
};

const isRunning = ({ status, timeFinished }: WorkRequest): boolean =>
  timeFinished === null && status !== "SUCCEEDED" && status !== "FAILED" && status !== "CANCELED";

async function look({ subject, earlierWorkRequestIds: earlier }: LostWrite): Promise<Sight> {
  const { read, listWorkRequests } = subject;
  const [reading, listed] = await Promise.all([
    tryRead(read),
    listWorkRequests === null ? null : tryRead(() => listWorkRequests()),
  ]);
  const later = listed?.filter(({ id }) => earlier?.has(id) !== true) ?? [];
  return {
    reading,
    isBusy: (reading !== null && isAtWork(reading)) || later.some(isRunning),
    workRequest: earlier === null || listed === null ? null : later.at(-1),
  };
}

const isAsBefore = ({ checked }: LostWrite, { sets }: SubjectReading): boolean =>
  sets.length === checked.sets.length &&
  sets.every((set, index) => isSameSecurityAttributes(set, checked.sets[index] ?? []));

const changedByOthers = (reading: SubjectReading, message: string, { error }: LostWrite): ChangeEnding => ({
  state: "failed",
  message,
  error: { ...error, code: "ResourceChanged" },
  actual: reading.sets[0] ?? [],
  currentEtag: reading.etag,
});

/** The resource carries the set of before, though a work request that began after the write has ended. */
async function afterWorkRequest(
  { subject, error, after }: LostWrite,
  reading: SubjectReading,
  listed: WorkRequest,
): Promise<ChangeEnding> {
  const actual = shownSet(reading, after);
  if (listed.status === "SUCCEEDED") {
    const message =
      "The answer to the write was lost. The work request that began after it reported success, but a fresh read does not show the new security attributes.";
    return { state: "not-applied", message, error: null, actual };
  }
  const workRequest = (await tryRead(async () => (await subject.readWorkRequest?.(listed.id)) ?? null)) ?? listed;
  const message = "The answer to the write was lost. The work request that began after it did not succeed.";
  return { state: "failed", message, error: workRequestError(workRequest, error.opcRequestId), actual };
}

/** What is known once nothing has been at work on the resource for a while; `null` when it is not enough. */
async function conclusion(lost: LostWrite, sight: Sight, idleMilliseconds: number): Promise<ChangeEnding | null> {
  const { reading, workRequest } = sight;
  if (reading === null) return null;
  if (!isAsBefore(lost, reading)) {
    const message =
      "The answer to the write was lost, and the resource now carries another set: somebody else changed it.";
    return changedByOthers(reading, message, lost);
  }
  if (workRequest) return afterWorkRequest(lost, reading, workRequest);
  const { subject, checked, error, after } = lost;
  // A resource in work says so by its state or its work requests; both must have been seen.
  const isWorkSeen = subject.listWorkRequests === null || workRequest === undefined;
  const isSettled = idleMilliseconds >= settledMilliseconds;
  if (reading.etag === checked.etag) {
    const message = "The change did not arrive: the resource is as it was before.";
    const actual = shownSet(reading, after);
    return isWorkSeen || isSettled ? { state: "failed", message, error, actual } : null;
  }
  // Its guard, the etag, is void: what has not begun by now never will.
  const hasNotBegun = workRequest === undefined || subject.readWorkRequest === null;
  const message =
    "The change did not take effect: the resource carries the set of before, and something else of it was changed.";
  return hasNotBegun || isSettled ? changedByOthers(reading, message, lost) : null;
}

const unreadable = "The answer to the write was lost and the resource cannot be read.";
const undecided =
  "The answer to the write was lost. The resource carries the set of before, but that may still change.";
const atWork = "The answer to the write was lost, and the service is still at work on the resource.";

const messageFor = ({ reading, isBusy }: Sight): string => {
  if (reading === null) return unreadable;
  return isBusy ? atWork : undecided;
};

/** One look after the other at what became of a lost write: `null` while it is too early to say anything. */
function searchFor(lost: LostWrite): (isPatient: boolean) => Promise<ChangeEnding | null> {
  const { clock, after, publish, error } = lost;
  let idleSince = clock.now();
  const search = async (isPatient: boolean): Promise<ChangeEnding | null> => {
    const sight = await look(lost);
    if (sight.workRequest) publish({ workRequest: sight.workRequest });
    if (sight.isBusy) idleSince = clock.now();
    else if (sight.reading !== null && shows(sight.reading, after)) return verified(after);
    const idleMilliseconds = clock.now() - idleSince;
    const isEarly = idleMilliseconds < arrivalMilliseconds;
    const ending = isEarly ? null : await conclusion(lost, sight, idleMilliseconds);
    if (ending !== null || (isEarly && isPatient)) return ending;
    const actual = sight.reading && { actual: shownSet(sight.reading, after) };
    return openEnding({ message: messageFor(sight), error, ...actual }, () => search(false));
  };
  return search;
}

/**
 * Finds out by reading what became of a write without an answer; it is never sent again. Looks until the resource shows
 * the set, or for a minute without a sign of work on it. Gives an open ending when that did not tell.
 */
export async function resolveLostAnswer(lost: LostWrite): Promise<ChangeEnding> {
  const { clock } = lost;
  const search = searchFor(lost);
  const wait = growingWait(clock);
  const deadline = clock.now() + softLimitMilliseconds;
  for (;;) {
    const ending = await search(clock.now() < deadline);
    if (ending !== null) return ending;
    await wait();
  }
}
