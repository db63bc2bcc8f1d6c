"use client";

import { Pencil, X } from "lucide-react";
import { type EditedResource, useEditObstacle } from "@/components/shared/edit-obstacle";
import { attributeParam } from "@/components/shared/edit-params";
import { manifestClusterId } from "@/components/shared/manifest-cluster-id";
import { attributeName } from "@/components/shared/policy-text";
import { undeclaredReason } from "@/components/shared/undeclared-reason";
import { useOpenEdit } from "@/components/shared/use-edit-params";
import { useKnownStanding } from "@/components/shared/use-known-standing";
import { IconButton } from "@/components/ui/icon-button";
import type { EditOffer, ProtectedResource } from "@/lib/oke/protected-resource";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";

type AttributeProps = {
  readonly resource: EditedResource & Pick<ProtectedResource, "cluster">;
  readonly attribute: Pick<SecurityAttribute, "namespace" | "key">;
};

/** Why the edit of one attribute cannot be opened: one that the manifest does not declare is none of what is edited there. */
function useAttributeObstacle({ resource, attribute }: AttributeProps, offer: EditOffer): string | undefined {
  const standing = useKnownStanding(resource.id, manifestClusterId(resource));
  return useEditObstacle(resource, offer) ?? undeclaredReason(standing, attribute);
}

/** Opens the removal of one attribute from a resource, or says why it cannot be opened. */
export function RemoveAttributeButton({ resource, attribute }: AttributeProps) {
  const open = useOpenEdit();
  const obstacle = useAttributeObstacle({ resource, attribute }, resource.edit.remove);
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
  const obstacle = useAttributeObstacle({ resource, attribute }, resource.edit.add);
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
