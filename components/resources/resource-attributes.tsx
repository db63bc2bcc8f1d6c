import { AttributeSet } from "@/components/shared/attribute-set";
import { DifferingVnics } from "@/components/shared/differing-vnics";
import { noPlaceReason } from "@/components/shared/surface-standing";
import { Hint } from "@/components/ui/hint";
import type { ProtectedResource } from "@/lib/oke/protected-resource";
import { resourceKindFacts } from "@/lib/oke/resource-kind";

/** What a resource carries, with "3 of 5 used"; a dashed box where nothing is set, or why nothing can be. */
export function ResourceAttributes({ resource }: { readonly resource: ProtectedResource }) {
  if (resource.differingVnics !== null) return <DifferingVnics vnics={resource.differingVnics} />;
  const { cap, warnAbove } = resourceKindFacts[resource.kind];
  if (resource.securityAttributes.length > 0) {
    return <AttributeSet attributes={resource.securityAttributes} cap={cap} warnAbove={warnAbove} />;
  }
  const reason = noPlaceReason(resource);
  if (reason === null) {
    return (
      <span className="rounded-chip border-edge text-note text-muted inline-flex border border-dashed px-1.5 leading-5">
        Not set
      </span>
    );
  }
  return (
    <Hint text={reason}>
      {(id) => (
        <button
          type="button"
          aria-describedby={id}
          className="text-muted cursor-help! rounded-[2px] decoration-current/40 decoration-dotted underline-offset-4 hover:underline"
        >
          Cannot carry any
        </button>
      )}
    </Hint>
  );
}
