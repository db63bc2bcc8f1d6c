"use client";

import { RefreshCw } from "lucide-react";
import { LinkButton } from "@/components/shared/link-button";
import { Ocid } from "@/components/shared/ocid";
import { PageHeader } from "@/components/shared/page-header";
import { StateWord } from "@/components/shared/state-word";
import { TimeAgo } from "@/components/shared/time-ago";
import { Button } from "@/components/ui/button";
import { Literal } from "@/components/ui/literal";
import type { ZprPolicyDetail } from "@/lib/contract/zpr-policy";
import { routes } from "@/lib/routes";

const crumbs = [{ href: routes.zprPolicies(), label: "ZPR policies" }];

type ZprPolicyHeaderProps = {
  readonly policyId: string;
  /** `undefined` until it is read: the header stays the same element, so that its title keeps the focus. */
  readonly detail: ZprPolicyDetail | undefined;
  readonly isReading: boolean;
  readonly onRead: () => void;
};

/** Name and state of a policy, where it lives, and when it was updated and read. */
export function ZprPolicyHeader({ policyId, detail, isReading, onRead }: ZprPolicyHeaderProps) {
  return (
    <PageHeader
      crumbs={crumbs}
      title={detail ? <Literal text={detail.policy.name} /> : "ZPR policy"}
      aside={detail && <StateWord state={detail.policy.lifecycleState} look="badge" />}
      actions={
        detail && (
          <>
            <Button
              icon={<RefreshCw aria-hidden="true" className="size-3.5" />}
              {...(isReading && { pendingLabel: "Reading" })}
              onClick={onRead}
            >
              Read again
            </Button>
            {detail.policy.lifecycleState !== "DELETED" && (
              <>
                <LinkButton href={routes.editZprPolicy(policyId)}>Edit</LinkButton>
                <LinkButton href={routes.deleteZprPolicy(policyId)}>Delete</LinkButton>
              </>
            )}
          </>
        )
      }
    >
      {detail && <Facts detail={detail} />}
      <Ocid ocid={policyId} />
    </PageHeader>
  );
}

function Facts({ detail: { policy, homeRegion, policies } }: { readonly detail: ZprPolicyDetail }) {
  return (
    <>
      {policy.description !== "" && <Literal text={policy.description} className="text-ink" />}
      <span>
        Root compartment, <span className="text-note font-mono">{homeRegion}</span>
      </span>
      {policy.timeUpdated !== null && (
        <span>
          Updated <TimeAgo time={policy.timeUpdated} />
        </span>
      )}
      {policies.readAt !== null && (
        <span>
          Read <TimeAgo time={policies.readAt} />
        </span>
      )}
    </>
  );
}
