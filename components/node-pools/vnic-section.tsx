"use client";

import { useId } from "react";
import { AddAttributesButton } from "@/components/shared/add-attributes-button";
import { DifferingVnics } from "@/components/shared/differing-vnics";
import { EditableAttributeSet } from "@/components/shared/editable-attribute-set";
import { late } from "@/components/shared/late";
import { ChangeRows, useShownChanges } from "@/components/shared/resource-changes";
import { noPlaceReason } from "@/components/shared/surface-standing";
import { SurfaceState } from "@/components/shared/surface-state";
import { Banner } from "@/components/ui/banner";
import { Literal } from "@/components/ui/literal";
import { MeterText } from "@/components/ui/meter-text";
import type { ProtectedResource } from "@/lib/oke/protected-resource";
import { resourceKindFacts } from "@/lib/oke/resource-kind";

const NodesCarrying = late(() =>
  import("@/components/node-pools/nodes-carrying").then((module) => module.NodesCarrying),
);

type VnicSectionProps = {
  readonly title: string;
  /** Whose traffic these VNICs carry, in one sentence. */
  readonly about: string;
  readonly resource: ProtectedResource;
};

/** The security attributes of one of the two sorts of VNICs of a pool. */
export function VnicSection({ title, about, resource }: VnicSectionProps) {
  const headingId = useId();
  const changes = useShownChanges((change) => change.resourceId === resource.id);
  const reason = noPlaceReason(resource);
  const { cap, warnAbove } = resourceKindFacts[resource.kind];
  return (
    <section aria-labelledby={headingId} className="rounded-box border-line bg-surface border">
      <header className="border-line flex flex-wrap items-center gap-x-4 gap-y-1.5 border-b px-4 py-2.5">
        <h2 id={headingId} className="text-section font-semibold">
          {title}
        </h2>
        <SurfaceState resource={resource} isLifecycleShown={false} />
        <span className="ml-auto flex items-center gap-4">
          {reason === null && (
            <MeterText
              used={resource.securityAttributes.length}
              cap={cap}
              warnAbove={warnAbove}
              className="text-note"
            />
          )}
          <AddAttributesButton resource={resource} />
        </span>
      </header>
      <div className="flex flex-col gap-3 px-4 py-3">
        <p className="text-muted">{about}</p>
        {reason === null ? <VnicAttributes resource={resource} /> : <p>{reason}</p>}
        {reason === null && <NodesCarrying resource={resource} />}
        {changes.length > 0 && <ChangeRows changes={changes} isNamed={false} />}
      </div>
    </section>
  );
}

function VnicAttributes({ resource }: { readonly resource: ProtectedResource }) {
  const first = resource.differingVnics?.[0];
  if (!resource.differingVnics || !first) {
    return <EditableAttributeSet resource={resource} isFitted />;
  }
  return (
    <>
      <Banner tone="warning" title="The secondary VNICs of this pool differ">
        Oracle allows one set for all of them. A change made here starts from the set of{" "}
        <Literal text={first.displayName} className="font-medium" /> and writes the result to every one.
      </Banner>
      <DifferingVnics vnics={resource.differingVnics} first={<EditableAttributeSet resource={resource} isFitted />} />
    </>
  );
}
