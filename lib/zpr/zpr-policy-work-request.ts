/** https://docs.oracle.com/en-us/iaas/api/#/en/zpr/latest/WorkRequestSummary, the part that we use. */
export type ZprPolicyWorkRequest = {
  readonly id: string;
  readonly operationType: string;
  readonly status: string;
  readonly percentComplete: number | null;
  readonly timeAccepted: string | null;
  readonly timeFinished: string | null;
};

const ended = ["SUCCEEDED", "FAILED", "CANCELED"];

/** Whether the service still works on it. A state that we do not know counts as ended: nobody waits for it. */
export const isRunningWork = ({ status }: Pick<ZprPolicyWorkRequest, "status">): boolean =>
  !ended.includes(status) && status !== "UNKNOWN_VALUE" && status !== "NEEDS_ATTENTION";
