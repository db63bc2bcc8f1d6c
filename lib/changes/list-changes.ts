import "server-only";
import { changeStoreOf, isOf } from "@/lib/changes/change-store";
import type { Change } from "@/lib/contract/changes";
import type { ListChangesRequest } from "@/lib/contract/list-changes-request";
import type { OciContext } from "@/lib/oci/clients";

/** The principal's changes since the console started, newest first. */
export const listChanges = (
  { principal }: OciContext,
  { resourceId, running }: ListChangesRequest = {},
): readonly Change[] =>
  changeStoreOf(principal)
    .list()
    .filter((change) => resourceId === undefined || change.resourceId === resourceId)
    .filter((change) => running === undefined || change.isFinished === !running);

/** One of them; `null` when there is none of that id. */
export const getChange = ({ principal }: OciContext, changeId: string): Change | null =>
  changeStoreOf(principal).get(changeId);

/**
 * The id of the change because of which this resource, or another surface of the same object, cannot be edited now;
 * `null` when there is none. A change that is only looked at once a minute is none.
 */
export const runningChangeIdOf = ({ principal }: OciContext, resource: { readonly ocid: string }): string | null =>
  changeStoreOf(principal)
    .list()
    .find((change) => !change.isFinished && change.isLongWatch !== true && isOf(change, resource.ocid))?.id ?? null;
