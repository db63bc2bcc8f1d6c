"use client";

import { Plus } from "lucide-react";
import { type EditedResource, isOwnedByManifest, useEditObstacle } from "@/components/shared/edit-obstacle";
import { useOpenEdit } from "@/components/shared/use-edit-params";
import { Button } from "@/components/ui/button";
import { resourceKindFacts } from "@/lib/oke/resource-kind";

/** Opens the dialog that adds security attributes to a resource, or says why it cannot be opened. */
export function AddAttributesButton({
  resource,
  size = "small",
}: {
  readonly resource: EditedResource;
  readonly size?: "medium" | "small";
}) {
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
