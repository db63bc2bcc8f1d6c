"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { DifferenceList } from "@/components/changes/difference-list";
import { AttributeSet } from "@/components/shared/attribute-set";
import { ChangeStatusRow } from "@/components/shared/change-status-row";
import { ControllerEventNote } from "@/components/shared/controller-event";
import { DeclaredObject } from "@/components/shared/declared-object";
import { ErrorNote } from "@/components/shared/error-note";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { DialogBody, DialogFooter } from "@/components/ui/dialog";
import { ProgressLine } from "@/components/ui/progress-line";
import { Skeleton } from "@/components/ui/skeleton";
import type { Change } from "@/lib/contract/changes";
import { changeQuery, changesQuery } from "@/lib/queries/changes";

type SentChangeProps = {
  readonly changeId: string;
  /** The change was there before: it stands in the way of the edit that was asked for. */
  readonly isOther?: boolean;
  /** Back to the form with what was entered, when the change did not come to be. */
  readonly onAgain?: (change: Change) => void;
  readonly onClose: () => void;
};

/** A change on its way, from the sending to its end. Closing it stops nothing. */
export function SentChange({ changeId, isOther = false, onAgain, onClose }: SentChangeProps) {
  // The list is what the frame looks at: from it the dialog is never behind the page. It forgets very old changes.
  const list = useQuery(changesQuery()).data?.items;
  const listed = list?.find(({ id }) => id === changeId);
  const query = useQuery({ ...changeQuery(changeId), enabled: list !== undefined && listed === undefined });
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isOther) heading.current?.focus();
  }, [isOther]);
  const change = listed ?? query.data;
  return (
    <>
      <DialogBody>
        <div className="flex flex-col gap-4">
          <h3 ref={heading} tabIndex={-1} className="text-prose font-medium">
            {headingWords(change, isOther)}
          </h3>
          {query.error && listed === undefined && (
            <ErrorNote
              title="The change could not be looked at"
              error={query.error}
              onRetry={() => void query.refetch()}
            />
          )}
          {change === undefined ? (
            !query.error && <Skeleton className="w-56" />
          ) : (
            <>
              {isOther && !change.isFinished && (
                <p className="text-muted">
                  OCI takes one change of a resource at a time. Yours can be made when this one has ended.
                </p>
              )}
              <ProgressOf change={change} />
              <ChangeStatusRow change={change} isNamed={false} />
              {change.error?.code === "ResourceChanged" && <ChangedMeanwhile change={change} />}
              <ReportedEvents change={change} />
              {change.state === "not-applied" && <NotApplied change={change} />}
            </>
          )}
        </div>
      </DialogBody>
      <DialogFooter>
        {change !== undefined && !change.isFinished && (
          <p className="text-muted mr-auto">The change goes on when this is closed.</p>
        )}
        {change !== undefined && onAgain !== undefined && mayBeTriedAgain(change) && (
          <Button onClick={() => onAgain(change)}>Edit again</Button>
        )}
        <Button variant={change?.isFinished ? "primary" : "secondary"} onClick={onClose}>
          Close
        </Button>
      </DialogFooter>
    </>
  );
}

/** Whether it is certain that what was asked for did not come to be. */
const mayBeTriedAgain = ({ state, isFinished }: Change) =>
  isFinished && (state === "failed" || state === "not-applied" || state === "not-carried-out");

function headingWords(change: Change | undefined, isOther: boolean): string {
  if (change === undefined) return "The change";
  if (change.isFinished) return change.state === "verified" ? "Done, and seen on the resource" : "The change has ended";
  return isOther ? "Another change is running" : "The change was sent";
}

function ProgressOf({ change }: { readonly change: Change }) {
  if (change.isFinished) return null;
  const percent = change.workRequest?.percentComplete ?? undefined;
  return <ProgressLine label="The change" done={percent} total={percent === undefined ? undefined : 100} />;
}

/** Somebody else was faster while the change was being sent: what they did, and what was asked for. */
function ChangedMeanwhile({ change: { before, after, actual } }: { readonly change: Change }) {
  if (actual === null) return null;
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <section aria-label="Theirs">
        <h4 className="text-note text-muted mb-1 font-medium">Theirs, on the resource now</h4>
        <DifferenceList before={before} after={actual} />
      </section>
      <section aria-label="Yours">
        <h4 className="text-note text-muted mb-1 font-medium">Yours, not written</h4>
        <DifferenceList before={before} after={after} />
      </section>
    </div>
  );
}

/** What the controllers reported since the annotation was written, and what the resource carries meanwhile. */
function ReportedEvents({ change: { annotation, state, events, actual } }: { readonly change: Change }) {
  if (annotation === undefined || state === "verified") return null;
  return (
    <>
      {events !== undefined && (
        <section aria-label="Events">
          <h4 className="text-note text-muted mb-1 font-medium">
            Events of the <DeclaredObject object={annotation.object} /> since the write
          </h4>
          {events === null && <p>The events of the {annotation.controller} could not be read.</p>}
          {events?.length === 0 && <p>The {annotation.controller} has reported nothing.</p>}
          {events?.map((event) => (
            <ControllerEventNote key={`${event.reason} ${event.message}`} event={event} />
          ))}
        </section>
      )}
      {state === "not-carried-out" && actual !== null && (
        <section aria-label="Stored in OCI">
          <h4 className="text-note text-muted mb-1 font-medium">What OCI stores</h4>
          <AttributeSet attributes={actual} isLink={false} />
        </section>
      )}
    </>
  );
}

/** What was wanted and what a fresh read shows, side by side. */
function NotApplied({ change: { after, actual } }: { readonly change: Change }) {
  if (actual === null) return null;
  return (
    <Banner tone="warning" title="What is missing on the resource">
      <p className="mb-2">
        The service said that it was done. This is what still leads from what was read to what was asked for:
      </p>
      <DifferenceList before={actual} after={after} />
    </Banner>
  );
}
