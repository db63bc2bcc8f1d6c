/** Oracle's life cycle of a ZPR policy. Only the statements of an ACTIVE one are certainly in force. */
export type ZprPolicyLifecycleState =
  | "ACTIVE"
  | "CREATING"
  | "UPDATING"
  | "DELETING"
  | "DELETED"
  | "FAILED"
  | "NEEDS_ATTENTION"
  | "UNKNOWN_VALUE";

/** https://docs.oracle.com/en-us/iaas/api/#/en/zpr/latest/ZprPolicySummary, the part that we use. */
export type ZprPolicy = {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly statements: readonly string[];
  readonly lifecycleState: ZprPolicyLifecycleState;
  readonly lifecycleDetails: string | null;
  readonly timeUpdated: string | null;
};

/** The tenancy's policies as far as they were read; only when the list was read to its end does absence mean something. */
export type ZprPolicyList = { readonly policies: readonly ZprPolicy[]; readonly isComplete: boolean };
