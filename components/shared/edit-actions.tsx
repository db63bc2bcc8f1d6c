"use client";

import { Pencil, X } from "lucide-react";
import { type EditedResource, useEditObstacle } from "@/components/shared/edit-obstacle";
import { attributeParam } from "@/components/shared/edit-params";
import { attributeName } from "@/components/shared/policy-text";
import { useOpenEdit } from "@/components/shared/use-edit-params";
import { IconButton } from "@/components/ui/icon-button";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";

type AttributeProps = {
  readonly resource: EditedResource;
  readonly attribute: Pick<SecurityAttribute, "namespace" | "key">;
};

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
