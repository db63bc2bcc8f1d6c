import "server-only";
import type { ChangeClock } from "@/lib/changes/change-clock";
import type { PolicyChangeStore } from "@/lib/changes/zpr-policy/policy-change-store";
import type { PolicyEnding } from "@/lib/changes/zpr-policy/policy-ending";

const everyMilliseconds = 60_000;

type Watched = {
  readonly changeId: string;
  readonly store: PolicyChangeStore;
  readonly clock: ChangeClock;
};

const withMore = ({ error, message }: PolicyEnding, more: string): PolicyEnding => ({
  state: "unknown",
  message: `${message} ${more}`,
  error,
});

/**
 * Looks once a minute at a change whose ending is open, for as long as the console runs: a policy that is half written
 * matters until somebody knows. It can be edited again meanwhile, and once it was, nothing that is read tells of this
 * change.
 */
export async function watchPolicyChange(
  first: PolicyEnding,
  { changeId, store, clock }: Watched,
): Promise<PolicyEnding> {
  let ending = first;
  while (ending.lookAgain !== undefined) {
    const { state, message, error } = withMore(ending, "The console looks again every minute, for as long as it runs.");
    store.update(changeId, { state, message, error, isLongWatch: true });
    await clock.sleep(everyMilliseconds);
    if (!store.hasLaterOf(changeId)) ending = await ending.lookAgain();
    // Asked after the look as well: what it saw may be of a change that began while it looked.
    if (store.hasLaterOf(changeId)) {
      return withMore(ending, "The policy was changed again since, so this can no longer be found out.");
    }
  }
  return ending;
}
