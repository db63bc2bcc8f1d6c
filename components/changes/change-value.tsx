"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { operationsOf, problemsOfRows, rowOfField, type AttributeRow } from "@/components/changes/attribute-rows";
import { CurrentSet } from "@/components/changes/current-set";
import { DroppedSteps } from "@/components/changes/dropped-steps";
import { EditSteps } from "@/components/changes/edit-steps";
import { ManifestUnread } from "@/components/changes/manifest-unread";
import { ReviewRefused } from "@/components/changes/review-refused";
import type { EditGuard } from "@/components/changes/use-edit-guard";
import { currentSetOf, useEditSession } from "@/components/changes/use-edit-session";
import { ValueField } from "@/components/changes/value-field";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { DialogBody, DialogFooter } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import type { EditBase } from "@/lib/contract/edit-base";
import { selectableNamespacesQuery } from "@/lib/queries/security-attributes";
import type { ChangeOperation } from "@/lib/zpr/change-operation";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";

type ChangeValueProps = {
  readonly detail: EditBase;
  readonly attribute: SecurityAttribute;
  /** The step that was sent before and did not come to be; none at first. */
  readonly unsent: readonly ChangeOperation[];
  readonly guard: EditGuard;
  readonly onClose: () => void;
  readonly onSent: (changeId: string) => void;
};

const valueOf = ([step]: readonly ChangeOperation[]) => (step?.op === "replace" ? step.value : undefined);

/** Giving one attribute another value. */
export function ChangeValue({ detail, attribute, unsent, guard, onClose, onSent }: ChangeValueProps) {
  const { namespace, key } = attribute;
  const [value, setValue] = useState(valueOf(unsent) ?? attribute.value);
  const [isFinal, setFinal] = useState(false);
  const selectable = useQuery(selectableNamespacesQuery());
  const namespaces = selectable.data?.namespaces ?? [];
  const session = useEditSession({ detail, onSent, onRebased: () => undefined });

  const row: AttributeRow = { id: 0, namespace, key, value, isCleared: false };
  const current = currentSetOf(session.base);
  const problem = problemsOfRows([row], current, { namespaces, isFinal: true })[0] ?? {};
  const refused = rowOfField(session.error?.field ?? null, [row]);
  const definition = namespaces.find(({ name }) => name === namespace)?.keys.find(({ name }) => name === key);
  // The value that is there is where the field starts: that it is unchanged is said only when somebody goes on.
  const isStart = value === attribute.value && !isFinal;
  const error = refused?.field === "value" ? session.error?.message : isStart ? undefined : problem.value;

  const change = (next: string) => {
    setValue(next);
    guard.setDirty(next !== attribute.value);
    if (session.details !== null) session.edit();
  };
  const review = () => {
    setFinal(true);
    if (Object.keys(problem).length === 0) session.review(operationsOf([row], current));
  };
  return (
    <EditSteps session={session} onClose={onClose}>
      <DialogBody>
        <div className="flex flex-col gap-4">
          <ManifestUnread session={session} />
          <CurrentSet detail={session.base} />
          <DroppedSteps rebased={session.rebased} />
          {problem.key !== undefined && (
            <Banner tone="warning" title="This attribute can be given no new value">
              {problem.key} It can be removed.
            </Banner>
          )}
          {/* Whether it is a list is known once the namespaces are: a field that became another would take away what is typed. */}
          {selectable.isPending ? (
            <Skeleton className="h-14 w-full" />
          ) : (
            <ValueField
              value={value}
              onValueChange={change}
              allowedValues={definition?.allowedValues ?? null}
              error={error}
            />
          )}
        </div>
      </DialogBody>
      <DialogFooter error={session.error && refused?.field !== "value" && <ReviewRefused session={session} />}>
        <Button onClick={onClose}>Cancel</Button>
        <Button
          variant="primary"
          pendingLabel={session.isPreviewing ? "Checking" : undefined}
          disabledReason={problem.key}
          onClick={review}
        >
          Review changes
        </Button>
      </DialogFooter>
    </EditSteps>
  );
}
