import "server-only";
import type { ChangeClock } from "@/lib/changes/change-clock";
import { progressOf, type ChangeEnding } from "@/lib/changes/change-progress";
import type { ChangeStore } from "@/lib/changes/change-store";

const everyMilliseconds = 60_000;
const longestMilliseconds = 6 * 60 * 60_000;

/** A change that is looked at after its end, or while nobody knows how it ends. */
export type Watched = {
  readonly changeId: string;
  readonly ocid: string;
  readonly store: ChangeStore;
  readonly clock: ChangeClock;
};

const withMore = ({ error, message, actual }: ChangeEnding, more: string): ChangeEnding => ({
  state: "unknown",
  message: `${message} ${more}`,
  error,
  ...(actual !== undefined && { actual }),
});

/**
 * Looks once a minute, for six hours, at a change whose ending is open. Other edits of the resource are possible
 * meanwhile: while one runs there is no look, and once one was made nothing that is read tells of this change.
 */
export async function watchOn(first: ChangeEnding, { changeId, ocid, store, clock }: Watched): Promise<ChangeEnding> {
  const deadline = clock.now() + longestMilliseconds;
  let ending = first;
  while (ending.lookAgain !== undefined) {
    store.update(changeId, {
      ...progressOf(withMore(ending, "The console looks again every minute.")),
      isLongWatch: true,
    });
    if (clock.now() >= deadline) {
      return withMore(ending, "The console looked for six hours and has stopped. Look at the resource in OCI.");
    }
    await clock.sleep(everyMilliseconds);
    const seen = store.isReserved(ocid) ? ending : await ending.lookAgain();
    if (store.wasChangedAfter(changeId, ocid)) {
      return withMore(ending, "The resource was changed again since, so this can no longer be found out.");
    }
    // What was seen while another edit ran may be of its making.
    if (!store.isReserved(ocid)) ending = seen;
  }
  return ending;
}

/**
 * Looks once a minute, for six hours, whether a controller has caught up with a change that has ended without it. Gives
 * how it ended after all; `null` when it did not, or another edit was made since.
 */
export async function watchLater(
  look: () => Promise<ChangeEnding | null>,
  { changeId, ocid, store, clock }: Watched,
): Promise<ChangeEnding | null> {
  const deadline = clock.now() + longestMilliseconds;
  while (clock.now() < deadline) {
    await clock.sleep(everyMilliseconds);
    const seen = store.isReserved(ocid) ? null : await look();
    if (store.get(changeId) === null || store.wasChangedAfter(changeId, ocid)) return null;
    if (seen !== null && !store.isReserved(ocid)) return seen;
  }
  return null;
}
