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

/** A tag of a policy; `namespace` is `null` of a free-form one. */
export type ZprPolicyTag = { readonly namespace: string | null; readonly key: string; readonly value: string };

/** https://docs.oracle.com/en-us/iaas/api/#/en/zpr/latest/ZprPolicySummary, the part that we use. */
export type ZprPolicy = {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly statements: readonly string[];
  readonly lifecycleState: ZprPolicyLifecycleState;
  readonly lifecycleDetails: string | null;
  readonly timeUpdated: string | null;
  /** Free-form, then defined ones. */
  readonly tags: readonly ZprPolicyTag[];
};

/** The tenancy's policies as far as they were read; only when the list was read to its end does absence mean something. */
export type ZprPolicyList = { readonly policies: readonly ZprPolicy[]; readonly isComplete: boolean };
