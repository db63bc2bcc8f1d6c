import "server-only";
import { policyChangeStoreOf } from "@/lib/changes/zpr-policy/policy-change-store";
import type { ZprPolicyChange } from "@/lib/contract/zpr-policy-changes";
import type { OciContext } from "@/lib/oci/clients";

/** The principal's policy changes since the console started, newest first. */
export const listPolicyChanges = ({ principal }: OciContext): readonly ZprPolicyChange[] =>
  policyChangeStoreOf(principal).list();

/** One of them; `null` when there is none of that id. */
export const getPolicyChange = ({ principal }: OciContext, changeId: string): ZprPolicyChange | null =>
  policyChangeStoreOf(principal).get(changeId);

/**
 * The id of the change because of which this policy cannot be edited now; `null` when there is none. A change that is only
 * looked at once a minute is none.
 */
export const runningPolicyChangeIdOf = (context: OciContext, policyId: string): string | null =>
  listPolicyChanges(context).find(
    (change) => !change.isFinished && change.isLongWatch !== true && change.policyId === policyId,
  )?.id ?? null;
