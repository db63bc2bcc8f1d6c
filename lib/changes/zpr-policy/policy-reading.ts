import "server-only";
import type { OciContext } from "@/lib/oci/clients";
import { OciRequestError } from "@/lib/oci/errors";
import { getZprPolicy } from "@/lib/oci/write-zpr-policy";
import { listZprPolicies } from "@/lib/oci/zpr";
import { isSamePolicyText } from "@/lib/zpr/policy-difference";
import type { ZprPolicy } from "@/lib/zpr/zpr-policy";
import type { ZprPolicyText } from "@/lib/zpr/zpr-policy-write";

/** What one fresh read says of a policy: `null` when there is none, or none any more. */
export type PolicyReading = { readonly policy: ZprPolicy; readonly etag: string | null } | null;

export type ReadPolicy = () => Promise<PolicyReading>;

export const textOf = ({ description, statements }: ZprPolicyText): ZprPolicyText => ({ description, statements });

/** Whether two policies would stand in each other's way: names are unique in the tenancy. */
export const isNamed = ({ name, lifecycleState }: ZprPolicy, wanted: string): boolean =>
  lifecycleState !== "DELETED" && name.toLowerCase() === wanted.toLowerCase();

const isNotFound = (thrown: unknown): boolean =>
  thrown instanceof OciRequestError && thrown.code === "NotAuthorizedOrNotFound";

/** Reads a policy by its OCID. Throws `OciRequestError`, but not for one that is not there or not visible. */
export async function readPolicy(
  context: OciContext,
  place: { readonly region: string; readonly zprPolicyId: string },
): Promise<PolicyReading> {
  try {
    const { zprPolicy: policy, etag } = await getZprPolicy(context, place);
    return policy.lifecycleState === "DELETED" ? null : { policy, etag };
  } catch (thrown) {
    if (isNotFound(thrown)) return null;
    throw thrown;
  }
}

/** Looks for a policy that was made under a name since those of `earlierIds` were listed. Throws `OciRequestError`. */
export async function readMadePolicy(
  context: OciContext,
  {
    region,
    name,
    earlierIds,
  }: { readonly region: string; readonly name: string; readonly earlierIds: readonly string[] },
): Promise<PolicyReading> {
  const policies = await listZprPolicies(context, { region });
  const made = policies.find((policy) => isNamed(policy, name) && !earlierIds.includes(policy.id));
  return made === undefined ? null : { policy: made, etag: null };
}

/**
 * How a reading stands to what was written (`null`: the policy is gone). `working`: ZPR is at work on it; `troubled`: it
 * has the text, and its state says that it is not in force.
 */
export function standingOf(
  reading: PolicyReading,
  wanted: ZprPolicyText | null,
): "shown" | "not-shown" | "working" | "troubled" {
  if (reading === null) return wanted === null ? "shown" : "not-shown";
  const { policy } = reading;
  if (isAtWork(policy)) return "working";
  if (wanted === null || !isSamePolicyText(policy, wanted)) return "not-shown";
  return policy.lifecycleState === "ACTIVE" ? "shown" : "troubled";
}

export const isAtWork = ({ lifecycleState }: ZprPolicy): boolean =>
  lifecycleState === "CREATING" || lifecycleState === "UPDATING" || lifecycleState === "DELETING";
