import "server-only";
import { isAtWork, readPolicy, textOf } from "@/lib/changes/zpr-policy/policy-reading";
import type { ZprPolicyEditBase } from "@/lib/contract/zpr-policy-edit";
import type { OciContext } from "@/lib/oci/clients";

/** What an edit of a policy starts from, read now; `null` when there is no such policy. Throws `OciRequestError`. */
export async function policyEditBase(
  context: OciContext,
  {
    region,
    policyId,
    runningChangeId,
  }: { readonly region: string; readonly policyId: string; readonly runningChangeId: string | null },
): Promise<ZprPolicyEditBase | null> {
  const reading = await readPolicy(context, { region, zprPolicyId: policyId });
  if (reading === null) return null;
  const { policy, etag } = reading;
  const { name, lifecycleState } = policy;
  const busy = `ZPR is at work on the policy: its state is ${lifecycleState}. It can be edited when that has ended.`;
  const noEtag = "The answer of ZPR has no entity tag, without which a write could undo somebody else's.";
  return {
    policyId,
    name,
    lifecycleState,
    text: textOf(policy),
    etag: etag ?? "",
    runningChangeId,
    reason: isAtWork(policy) ? busy : etag === null ? noEtag : null,
  };
}
