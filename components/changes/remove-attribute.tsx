"use client";

import { DroppedSteps } from "@/components/changes/dropped-steps";
import { EditSteps } from "@/components/changes/edit-steps";
import { useEditSession } from "@/components/changes/use-edit-session";
import { ErrorNote } from "@/components/shared/error-note";
import { Button } from "@/components/ui/button";
import { DialogBody, DialogFooter } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import type { EditBase } from "@/lib/contract/edit-base";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";

type RemoveAttributeProps = {
  readonly detail: EditBase;
  readonly attribute: SecurityAttribute;
  readonly onClose: () => void;
  readonly onSent: (changeId: string) => void;
};

/** Removing one attribute: it has no form, so its review is the confirmation. */
export function RemoveAttribute({ detail, attribute, onClose, onSent }: RemoveAttributeProps) {
  const { namespace, key } = attribute;
  const session = useEditSession({
    detail,
    operations: [{ op: "remove", namespace, key }],
    onSent,
    onRebased: () => undefined,
  });
  const isNothingLeft = session.details === null;
  return (
    <EditSteps session={session} onClose={onClose} hasForm={false}>
      <DialogBody>
        {isNothingLeft ? (
          <DroppedSteps rebased={session.rebased} />
        ) : (
          session.error === null && (
            <div role="status" className="flex flex-col gap-3">
              <p className="text-muted">Checking what the removal means.</p>
              <Skeleton className="w-56" />
              <Skeleton className="w-40" />
            </div>
          )
        )}
        {session.error && (
          <ErrorNote
            title="The removal could not be reviewed"
            error={session.error}
            onRetry={() => session.review([{ op: "remove", namespace, key }])}
            role="alert"
          />
        )}
      </DialogBody>
      <DialogFooter>
        <Button onClick={onClose}>{isNothingLeft ? "Close" : "Cancel"}</Button>
      </DialogFooter>
    </EditSteps>
  );
}
