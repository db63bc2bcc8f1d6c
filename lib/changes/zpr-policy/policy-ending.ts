import "server-only";
import type { ChangeClock } from "@/lib/changes/change-clock";
import type { PolicyChangeProgress } from "@/lib/changes/zpr-policy/policy-change-store";
import { textOf, type PolicyReading, type ReadPolicy } from "@/lib/changes/zpr-policy/policy-reading";
import type { ZprPolicyChange } from "@/lib/contract/zpr-policy-changes";
import type { OciContext } from "@/lib/oci/clients";
import type { ZprPolicyText, ZprPolicyWrite } from "@/lib/zpr/zpr-policy-write";

/** A change under way: what is written, how the policy is read, and whom it tells. */
export type RunningPolicyChange = {
  readonly ociContext: OciContext;
  readonly region: string;
  readonly write: ZprPolicyWrite;
  readonly before: ZprPolicyText | null;
  /** What is to be there afterwards; `null`: nothing. */
  readonly wanted: ZprPolicyText | null;
  /** Reads the policy; of one that is made, by its name until its OCID is known. */
  readonly read: ReadPolicy;
  /** Hears the OCID of a policy that is made. */
  readonly onPolicyId: (zprPolicyId: string) => void;
  readonly clock: ChangeClock;
  readonly publish: (progress: PolicyChangeProgress) => void;
};

/** How a change ended. */
export type PolicyEnding = Pick<ZprPolicyChange, "state" | "message" | "error"> & {
  readonly actual?: ZprPolicyText;
  /** Only with state `unknown`: looks once more, which may tell. */
  readonly lookAgain?: () => Promise<PolicyEnding>;
};

/** Takes what is said while it is not known how a change ended, and a look that may tell (`null`: not yet). */
export function openEnding(
  said: Pick<PolicyEnding, "message" | "error">,
  look: () => Promise<PolicyEnding | null>,
): PolicyEnding {
  const ending: PolicyEnding = { ...said, state: "unknown", lookAgain: async () => (await look()) ?? ending };
  return ending;
}

export type PolicyTrouble = NonNullable<ZprPolicyChange["error"]>;

const verifiedMessages = {
  create: "A fresh read shows the policy as it was written.",
  update: "A fresh read shows the policy as it was written.",
  delete: "A fresh read no longer shows the policy.",
} as const;

export const verified = ({ write: { action } }: RunningPolicyChange): PolicyEnding => ({
  state: "verified",
  message: verifiedMessages[action],
  error: null,
});

export const actualOf = (reading: PolicyReading): { readonly actual?: ZprPolicyText } =>
  reading === null ? {} : { actual: textOf(reading.policy) };

/** The text is there, and ZPR says that it does not go by it. */
export function troubled(reading: NonNullable<PolicyReading>, error: PolicyTrouble | null): PolicyEnding {
  const { lifecycleState, lifecycleDetails } = reading.policy;
  const details = lifecycleDetails === null ? "" : `: ${lifecycleDetails.replace(/\.$/, "")}`;
  const message = `The policy has the new text, but its state is ${lifecycleState}${details}.`;
  return { state: "not-applied", message, error, ...actualOf(reading) };
}

/** Somebody else's text stands there. */
export const changedByOthers = (reading: PolicyReading, message: string, error: PolicyTrouble): PolicyEnding => ({
  state: "failed",
  message,
  error: { ...error, code: "ResourceChanged" },
  ...actualOf(reading),
});
