"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { AddForm } from "@/components/changes/add-form";
import { isBlank, problemsOfRows, rowsOf, type AttributeRow } from "@/components/changes/attribute-rows";
import { EditSteps } from "@/components/changes/edit-steps";
import { replacementOperations, withoutLeftOut } from "@/components/changes/replacement-operations";
import { StartingSet } from "@/components/changes/starting-set";
import type { EditGuard } from "@/components/changes/use-edit-guard";
import { currentSetOf, useEditSession } from "@/components/changes/use-edit-session";
import type { EditBase } from "@/lib/contract/edit-base";
import { selectableNamespacesQuery } from "@/lib/queries/security-attributes";
import type { ChangeOperation } from "@/lib/zpr/change-operation";

type ReplaceAnnotationProps = {
  readonly detail: EditBase;
  /** The steps that were sent before and did not come to be; none at first. */
  readonly unsent: readonly ChangeOperation[];
  readonly guard: EditGuard;
  readonly onClose: () => void;
  readonly onSent: (changeId: string) => void;
};

const namesRemovedBy = (operations: readonly ChangeOperation[]): ReadonlySet<string> =>
  new Set(operations.flatMap(({ op, namespace, key }) => (op === "remove" ? [`${namespace}.${key}`] : [])));

/** A new set for an annotation that is none: what it starts with, what is left out of that, and rows for the rest. */
export function ReplaceAnnotation({ detail, unsent, guard, onClose, onSent }: ReplaceAnnotationProps) {
  const [leftOut, setLeftOut] = useState(() => namesRemovedBy(unsent));
  const [rows, setRows] = useState<readonly AttributeRow[]>(() => rowsOf(unsent, 0));
  const [isFinal, setFinal] = useState(false);
  const selectable = useQuery(selectableNamespacesQuery());
  const namespaces = selectable.data?.namespaces ?? [];
  const session = useEditSession({
    detail,
    onSent,
    onRebased: (operations) => {
      setRows(rowsOf(operations, 0));
      setLeftOut(namesRemovedBy(operations));
    },
  });
  const started = currentSetOf(session.base);
  const kept = withoutLeftOut(started, leftOut);
  const problems = problemsOfRows(rows, kept, { namespaces, isFinal: isFinal && !rows.every(isBlank) });

  const changed = (next: readonly AttributeRow[], nextLeftOut: ReadonlySet<string>) => {
    setRows(next);
    setLeftOut(nextLeftOut);
    guard.setDirty(!next.every(isBlank) || nextLeftOut.size > 0);
    // What the service said was about another set.
    if (session.details !== null) session.edit();
  };
  const review = () => {
    setFinal(true);
    const found = problemsOfRows(rows, kept, { namespaces, isFinal: !rows.every(isBlank) });
    const first = found.findIndex((problem) => Object.keys(problem).length > 0);
    if (first < 0) session.review(replacementOperations(rows, started, leftOut));
    return found[first] === undefined ? null : { index: first, problems: found[first] };
  };

  return (
    <EditSteps session={session} onClose={onClose}>
      <AddForm
        detail={{
          ...session.base,
          resource: { ...session.base.resource, securityAttributes: keptOf(session.base, leftOut) },
        }}
        start={<StartingSet detail={session.base} leftOut={leftOut} onLeftOutChange={(next) => changed(rows, next)} />}
        rows={rows}
        problems={problems}
        selectable={selectable}
        session={session}
        onRowsChange={(next) => changed(next, leftOut)}
        onReview={review}
        onClose={onClose}
      />
    </EditSteps>
  );
}

const keptOf = ({ resource }: EditBase, leftOut: ReadonlySet<string>) =>
  withoutLeftOut(resource.securityAttributes, leftOut);
