"use client";

import { useNow } from "@/components/shared/use-now";
import { Banner } from "@/components/ui/banner";
import { Literal } from "@/components/ui/literal";
import type { ZprPolicyDetail } from "@/lib/contract/zpr-policy";

/** Oracle's word for how long a change of policy takes to reach traffic. */
const propagationMs = 5 * 60_000;

type State = ZprPolicyDetail["policy"]["lifecycleState"];
type Look = { readonly tone: "neutral" | "warning" | "blocked" | "unknown"; readonly title: string };

const looks: Record<Exclude<State, "ACTIVE">, Look> = {
  CREATING: { tone: "neutral", title: "OCI is creating this policy; nothing of it is certainly in force yet" },
  UPDATING: {
    tone: "neutral",
    title: "OCI is updating this policy; which of its statements are in force is not known",
  },
  DELETING: { tone: "warning", title: "OCI is deleting this policy; its statements stop allowing anything" },
  DELETED: { tone: "warning", title: "This policy is deleted; its statements allow nothing" },
  FAILED: { tone: "blocked", title: "This policy failed; its statements allow nothing" },
  NEEDS_ATTENTION: { tone: "warning", title: "OCI asks for attention; which statements are in force is not known" },
  UNKNOWN_VALUE: { tone: "unknown", title: "OCI gives the policy a state that this console does not know" },
};

/** What the state of a policy means for its statements, and the rules of its place. */
export function PolicyState({ detail: { policy, homeRegion } }: { readonly detail: ZprPolicyDetail }) {
  const { lifecycleState: state, lifecycleDetails } = policy;
  return (
    <>
      {state !== "ACTIVE" && (
        <Banner tone={looks[state].tone} title={looks[state].title}>
          {lifecycleDetails !== null && <Literal text={lifecycleDetails} />}
        </Banner>
      )}
      {state === "ACTIVE" && <Propagation timeUpdated={policy.timeUpdated} />}
      <p className="text-muted max-w-[88ch]">
        ZPR policies live in the root compartment and are written only in the home region,{" "}
        <span className="text-note font-mono">{homeRegion}</span>, wherever the VCNs are that they are about. A change
        takes up to five minutes to reach traffic after OCI calls the policy active.
      </p>
    </>
  );
}

function Propagation({ timeUpdated }: { readonly timeUpdated: string | null }) {
  const now = useNow();
  const updated = Date.parse(timeUpdated ?? "");
  if (now === null || Number.isNaN(updated) || now - updated >= propagationMs || now < updated) return null;
  return (
    <Banner tone="neutral" role="status" title="Updated less than five minutes ago">
      Traffic may still go by what the policy said before.
    </Banner>
  );
}
