"use client";

import { ChangeValueButton, RemoveAttributeButton } from "@/components/shared/edit-actions";
import { SecurityAttributeChip } from "@/components/shared/security-attribute-chip";
import { cn } from "@/lib/cn";
import type { ProtectedResource } from "@/lib/oke/protected-resource";

type EditableAttributeSetProps = {
  readonly resource: ProtectedResource;
  /** As wide as its longest line, where the place is much wider: the controls stay near what they are for. */
  readonly isFitted?: boolean;
};

/** The attributes of a resource, one a line, each with the controls that change or remove it. "Not set" for none. */
export function EditableAttributeSet({ resource, isFitted = false }: EditableAttributeSetProps) {
  if (resource.securityAttributes.length === 0) return <span className="text-muted">Not set</span>;
  return (
    <ul className={cn("flex max-w-full flex-col gap-0.5", isFitted && "w-fit")}>
      {resource.securityAttributes.map((attribute) => (
        // The gap holds the chip's own copy button, which comes out when the pointer is on the chip.
        <li key={`${attribute.namespace}\u0000${attribute.key}`} className="flex items-center justify-between gap-8">
          <SecurityAttributeChip attribute={attribute} />
          <span className="flex shrink-0">
            <ChangeValueButton resource={resource} attribute={attribute} />
            <RemoveAttributeButton resource={resource} attribute={attribute} />
          </span>
        </li>
      ))}
    </ul>
  );
}
