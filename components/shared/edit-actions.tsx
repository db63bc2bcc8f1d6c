"use client";

import { Pencil, Plus, X } from "lucide-react";
import { attributeParam } from "@/components/shared/edit-params";
import { attributeName } from "@/components/shared/policy-text";
import { runningChangeReason, useRunningChange } from "@/components/shared/running-change";
import { useOpenEdit } from "@/components/shared/use-edit-params";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import type { EditOffer, ProtectedResource } from "@/lib/oke/protected-resource";
import { resourceKindFacts } from "@/lib/oke/resource-kind";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";

type ResourceProps = {
  readonly resource: Pick<ProtectedResource, "id" | "ocid" | "kind" | "displayName" | "securityAttributes" | "edit">;
};
type AttributeProps = ResourceProps & { readonly attribute: Pick<SecurityAttribute, "namespace" | "key"> };

const isOwnedByManifest = (offer: EditOffer) => !offer.offered && offer.code === "owned-by-manifest";

/** Why the edit cannot be opened now. What a manifest owns is no reason: the dialog edits the manifest, or shows it. */
function useEditObstacle({ ocid }: ResourceProps["resource"], offer: EditOffer): string | undefined {
  const running = useRunningChange(ocid);
  if (!offer.offered && !isOwnedByManifest(offer)) return offer.reason;
  return running === undefined ? undefined : runningChangeReason(running);
}

/** Opens the dialog that adds security attributes to a resource, or says why it cannot be opened. */
export function AddAttributesButton({
  resource,
  size = "small",
}: ResourceProps & { readonly size?: "medium" | "small" }) {
  const open = useOpenEdit();
  const offer = resource.edit.add;
  const obstacle = useEditObstacle(resource, offer);
  const { cap, label } = resourceKindFacts[resource.kind];
  const isOwned = isOwnedByManifest(offer);
  const isFull = !isOwned && resource.securityAttributes.length >= cap;
  const words = isOwned ? "Edit manifest" : "Add";
  return (
    <Button
      size={size}
      icon={isOwned ? undefined : <Plus aria-hidden="true" className="size-3.5" />}
      aria-label={
        isOwned
          ? `Edit security attributes in the manifest of ${resource.displayName}`
          : `Add security attributes to ${resource.displayName}, ${label}`
      }
      disabledReason={
        obstacle ?? (isFull ? `Limit of ${cap} reached. Remove one first, or change a value.` : undefined)
      }
      onClick={() => open({ edit: "add", on: resource.id, attribute: null, sent: null })}
    >
      {words}
    </Button>
  );
}

/** Opens the removal of one attribute from a resource, or says why it cannot be opened. */
export function RemoveAttributeButton({ resource, attribute }: AttributeProps) {
  const open = useOpenEdit();
  const obstacle = useEditObstacle(resource, resource.edit.remove);
  return (
    <IconButton
      size="small"
      label={`Remove ${attributeName(attribute)} from ${resource.displayName}`}
      icon={<X aria-hidden="true" className="size-3.5" />}
      disabledReason={obstacle}
      onClick={() => open({ edit: "remove", on: resource.id, attribute: attributeParam(attribute), sent: null })}
    />
  );
}

/** Opens the change of one attribute's value, or says why it cannot be opened. */
export function ChangeValueButton({ resource, attribute }: AttributeProps) {
  const open = useOpenEdit();
  const obstacle = useEditObstacle(resource, resource.edit.add);
  return (
    <IconButton
      size="small"
      label={`Change the value of ${attributeName(attribute)} on ${resource.displayName}`}
      icon={<Pencil aria-hidden="true" className="size-3.5" />}
      disabledReason={obstacle}
      onClick={() => open({ edit: "change", on: resource.id, attribute: attributeParam(attribute), sent: null })}
    />
  );
}
