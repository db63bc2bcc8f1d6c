"use client";

import { useEffect, useRef } from "react";
import { DifferenceList } from "@/components/changes/difference-list";
import type { EditSession } from "@/components/changes/use-edit-session";
import { AttributeSet } from "@/components/shared/attribute-set";
import { ErrorNote } from "@/components/shared/error-note";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { DialogBody, DialogFooter } from "@/components/ui/dialog";
import { applyChangeOperations, isSameSecurityAttributes } from "@/lib/zpr/security-attributes";

/** Somebody else was faster: their change beside ours, and the way on. Nothing was written, nothing is lost. */
export function ConflictStep({ session, onClose }: { readonly session: EditSession; readonly onClose: () => void }) {
  const { conflict, details } = session;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  if (conflict === null || details === null) return null;
  const { seen, current, message } = conflict;
  const wanted = applyChangeOperations(seen, details.operations);
  return (
    <>
      <DialogBody>
        <div className="flex flex-col gap-4">
          <h3 ref={heading} tabIndex={-1} className="sr-only">
            The resource was changed meanwhile
          </h3>
          <Banner tone="warning" role="alert" title="The resource was changed meanwhile">
            {message} Your edit is kept.
          </Banner>
          <section aria-label="Present set">
            <h4 className="text-note text-muted mb-1 font-medium">Present set</h4>
            <AttributeSet attributes={current} cap={session.base.cap} isLink={false} />
          </section>
          <div className="grid gap-4 sm:grid-cols-2">
            <section aria-label="Theirs">
              <h4 className="text-note text-muted mb-1 font-medium">Theirs, since you opened it</h4>
              {isSameSecurityAttributes(seen, current) ? (
                <p>Nothing in its security attributes.</p>
              ) : (
                <DifferenceList before={seen} after={current} />
              )}
            </section>
            <section aria-label="Yours">
              <h4 className="text-note text-muted mb-1 font-medium">Yours, not sent</h4>
              {wanted.ok && <DifferenceList before={seen} after={wanted.after} />}
            </section>
          </div>
        </div>
      </DialogBody>
      <DialogFooter
        error={
          session.error && <ErrorNote title="The resource could not be read again" error={session.error} role="alert" />
        }
      >
        <Button onClick={onClose}>Cancel</Button>
        <Button variant="primary" pendingLabel={session.isRebasing ? "Reading" : undefined} onClick={session.rebase}>
          Review against the present set
        </Button>
      </DialogFooter>
    </>
  );
}
