"use client";

import { removalPlanOf } from "@/components/security-attributes/removal-plan";
import { StaleDetail } from "@/components/security-attributes/stale-detail";
import { LinkButton } from "@/components/shared/link-button";
import { policyText } from "@/components/shared/policy-text";
import { Button } from "@/components/ui/button";
import { DialogBody, DialogFooter, DialogFrame } from "@/components/ui/dialog";
import { Literal } from "@/components/ui/literal";
import type { AttributeDependentsRequest } from "@/lib/contract/attribute-dependents";

type StaleDetailDialogProps = {
  readonly attribute: AttributeDependentsRequest;
  readonly onClose: () => void;
};

/** What depends on a stale value, and the way to the plan that removes it. */
export function StaleDetailDialog({ attribute, onClose }: StaleDetailDialogProps) {
  return (
    <DialogFrame
      isOpen
      isWide
      title={
        <>
          What depends on <Literal text={policyText(attribute)} className="font-mono" />
        </>
      }
      onClose={onClose}
    >
      <DialogBody>
        <StaleDetail attribute={attribute} />
      </DialogBody>
      <DialogFooter>
        <Button onClick={onClose}>Close</Button>
        <LinkButton variant="primary" href={removalPlanOf(attribute)}>
          Plan its removal
        </LinkButton>
      </DialogFooter>
    </DialogFrame>
  );
}
