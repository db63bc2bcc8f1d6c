import type { WorkRequest } from "@/lib/oke/work-request";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";

/** What one fresh read of a resource says about its security attributes. */
export type SubjectReading = {
  readonly etag: string;
  readonly lifecycleState: string;
  /** One set; for secondary VNICs the set of each, none for a pool that has none. */
  readonly sets: readonly (readonly SecurityAttribute[])[];
};

export type WriteReceipt = { readonly workRequestId: string | null; readonly opcRequestId: string | null };

/** The resource of one change: how it is read, written once, and how the service's work on it is followed. */
export type ChangeSubject = {
  readonly read: () => Promise<SubjectReading>;
  /** Writes the whole set with `if-match` of the read that the change was checked against. Called once. */
  readonly write: (securityAttributes: readonly SecurityAttribute[]) => Promise<WriteReceipt>;
  /** `null` for a service that does its work before it answers. */
  readonly readWorkRequest: ((workRequestId: string) => Promise<WorkRequest>) | null;
  /** The resource's work requests, newest first; `null` for a service that has none, or lists none of one resource. */
  readonly listWorkRequests: ((signal?: AbortSignal) => Promise<readonly WorkRequest[]>) | null;
};

const workingStates = ["UPDATING", "CREATING", "DELETING", "PROVISIONING"];

/** Whether the service says by the state of the resource that it is at work on it. Load balancers never say so. */
export const isAtWork = ({ lifecycleState }: SubjectReading): boolean => workingStates.includes(lifecycleState);
