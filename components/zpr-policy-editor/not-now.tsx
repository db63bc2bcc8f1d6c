import { PolicyChanges } from "@/components/shared/policy-changes";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import type { ZprPolicyEditBase } from "@/lib/contract/zpr-policy-edit";

type NotNowProps = { readonly base: ZprPolicyEditBase; readonly onRetry: () => void };

/** Why a policy cannot be changed at the moment. */
export function NotNow({ base: { policyId, reason }, onRetry }: NotNowProps) {
  return (
    <div className="max-w-4xl">
      <PolicyChanges policyId={policyId} />
      <Banner
        tone="neutral"
        title="This policy cannot be changed now"
        actions={
          <Button size="small" onClick={onRetry}>
            Look again
          </Button>
        }
      >
        {reason ?? "A change of it is under way. ZPR takes one at a time; yours can be made when it has ended."}
      </Banner>
    </div>
  );
}
