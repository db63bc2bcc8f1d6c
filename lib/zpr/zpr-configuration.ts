/** Whether ZPR is enabled in a tenancy: https://docs.oracle.com/en-us/iaas/api/#/en/zpr/latest/Configuration */
export type ZprConfiguration = {
  readonly zprStatus: "ENABLED" | "DISABLED" | "UNKNOWN_VALUE";
  readonly lifecycleState:
    | "ACTIVE"
    | "CREATING"
    | "UPDATING"
    | "DELETING"
    | "DELETED"
    | "FAILED"
    | "NEEDS_ATTENTION"
    | "UNKNOWN_VALUE";
};
