"use client";

import type { ReactNode } from "react";
import { SheetCell } from "@/components/clusters/sheet-cell";
import { AddAttributesButton } from "@/components/shared/add-attributes-button";
import { DifferingVnics } from "@/components/shared/differing-vnics";
import { EditableAttributeSet } from "@/components/shared/editable-attribute-set";
import { OwnerNote } from "@/components/shared/owner-note";
import { ChangeRows, useShownChanges } from "@/components/shared/resource-changes";
import { noPlaceReason, standingWords, surfaceStanding } from "@/components/shared/surface-standing";
import { SurfaceState } from "@/components/shared/surface-state";
import { TextLink } from "@/components/shared/text-link";
import { MeterText } from "@/components/ui/meter-text";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { cn } from "@/lib/cn";
import type { ProtectedResource } from "@/lib/oke/protected-resource";
import { resourceKindFacts } from "@/lib/oke/resource-kind";
import { routes } from "@/lib/routes";

type SurfaceRowProps = {
  readonly resource: ProtectedResource;
  readonly name: ReactNode;
  /** What the name alone does not say to somebody who hears it: the pool of a VNIC. */
  readonly of?: ReactNode;
  /** Below the name: how sure it is that the surface belongs here. */
  readonly note?: ReactNode;
  /** Whether the life-cycle state stands in the row; not where it stands above for the whole group. */
  readonly isStateShown?: boolean;
};

/** One surface of a cluster: what it carries, who owns the setting, how it stands, what may be done; and its change. */
export function SurfaceRow({ resource, name, of, note, isStateShown = true }: SurfaceRowProps) {
  const changes = useShownChanges((change) => change.resourceId === resource.id);
  const reason = noPlaceReason(resource);
  const { edge } = standingWords[surfaceStanding(resource)];
  return (
    <>
      <tr
        data-surface={resource.id}
        className="border-line hover:bg-hover relative grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-1.5 border-t py-2 @4xl:static @4xl:table-row @4xl:py-0"
      >
        <th
          scope="row"
          className={cn(
            "col-start-1 row-start-1 px-4 py-0 text-left font-normal before:absolute before:inset-y-0 before:left-0",
            "@4xl:border-line @4xl:relative @4xl:w-56 @4xl:border-t @4xl:py-2 @4xl:align-top",
            edge,
          )}
        >
          {of && <VisuallyHidden>{of} </VisuallyHidden>}
          <span className="font-medium">{name}</span>
          {note && <span className="text-note text-muted block">{note}</span>}
        </th>
        {reason === null ? <AttributeCells resource={resource} /> : <NoPlaceCell reason={reason} />}
        <SheetCell className="col-start-1 row-start-4 @4xl:w-36">
          <span className="flex gap-2">
            <span className="text-muted @4xl:hidden">Owner</span>
            <OwnerNote owner={resource.owner} />
          </span>
        </SheetCell>
        <SheetCell className="col-start-2 row-start-1 text-right @4xl:text-left">
          <SurfaceState resource={resource} isLifecycleShown={isStateShown} />
        </SheetCell>
        <SheetCell className="col-start-2 row-span-2 row-start-3 self-end text-right">
          <AddAttributesButton resource={resource} />
        </SheetCell>
      </tr>
      {changes.length > 0 && (
        <tr className="block @4xl:table-row">
          <td colSpan={6} className="block px-4 pb-2.5 @4xl:table-cell">
            <ChangeRows changes={changes} isNamed={false} />
          </td>
        </tr>
      )}
    </>
  );
}

function AttributeCells({ resource }: { readonly resource: ProtectedResource }) {
  const { cap, warnAbove } = resourceKindFacts[resource.kind];
  return (
    <>
      <SheetCell className="col-span-2 row-start-2">
        {resource.differingVnics === null ? (
          <EditableAttributeSet resource={resource} />
        ) : (
          <>
            <DifferingVnics vnics={resource.differingVnics} />
            <TextLink href={routes.nodePool(resource.ocid)} className="text-note mt-2 inline-block">
              Change or remove on the pool&rsquo;s page
            </TextLink>
          </>
        )}
      </SheetCell>
      <SheetCell className="col-start-1 row-start-3">
        <MeterText used={resource.securityAttributes.length} cap={cap} warnAbove={warnAbove} className="text-note" />
      </SheetCell>
    </>
  );
}

function NoPlaceCell({ reason }: { readonly reason: string }) {
  return (
    <SheetCell colSpan={2} className="text-muted col-span-2 row-start-2">
      {reason}
    </SheetCell>
  );
}
