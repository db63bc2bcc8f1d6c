"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { AddForm } from "@/components/changes/add-form";
import {
  blankRow,
  isBlank,
  operationsOf,
  problemsOfRows,
  rowsOf,
  type AttributeRow,
} from "@/components/changes/attribute-rows";
import { EditSteps } from "@/components/changes/edit-steps";
import { rebaseOperations } from "@/components/changes/rebase-operations";
import type { EditGuard } from "@/components/changes/use-edit-guard";
import { currentSetOf, useEditSession } from "@/components/changes/use-edit-session";
import type { EditBase } from "@/lib/contract/edit-base";
import { selectableNamespacesQuery } from "@/lib/queries/security-attributes";
import type { ChangeOperation } from "@/lib/zpr/change-operation";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";

type AddAttributesProps = {
  readonly detail: EditBase;
  /** The steps that were sent before and did not come to be; none at first. */
  readonly unsent: readonly ChangeOperation[];
  readonly guard: EditGuard;
  readonly onClose: () => void;
  readonly onSent: (changeId: string) => void;
};

/** Rows for the steps that still apply to the present set; a blank one where none does. */
function rowsToStart(
  steps: readonly ChangeOperation[],
  current: readonly SecurityAttribute[],
): readonly AttributeRow[] {
  const rows = rowsOf(rebaseOperations(steps, current).operations, 0);
  return rows.length === 0 ? [blankRow(0)] : rows;
}

/** Adding attributes: rows, their review, and the deed. A name that is there already becomes a change of its value. */
export function AddAttributes({ detail, unsent, guard, onClose, onSent }: AddAttributesProps) {
  const [rows, setRows] = useState(() => rowsToStart(unsent, currentSetOf(detail)));
  const [isFinal, setFinal] = useState(false);
  const selectable = useQuery(selectableNamespacesQuery());
  const namespaces = selectable.data?.namespaces ?? [];
  const session = useEditSession({
    detail,
    onSent,
    onRebased: (operations) => setRows(operations.length === 0 ? [blankRow(0)] : rowsOf(operations, 0)),
  });
  const current = currentSetOf(session.base);
  const problems = problemsOfRows(rows, current, { namespaces, isFinal });

  const changeRows = (next: readonly AttributeRow[]) => {
    setRows(next);
    guard.setDirty(!next.every(isBlank));
    // What the service said was about other rows.
    if (session.details !== null) session.edit();
  };
  const review = () => {
    setFinal(true);
    const found = problemsOfRows(rows, current, { namespaces, isFinal: true });
    const first = found.findIndex((problem) => Object.keys(problem).length > 0);
    if (first < 0) session.review(operationsOf(rows, current));
    return found[first] === undefined ? null : { index: first, problems: found[first] };
  };

  return (
    <EditSteps session={session} onClose={onClose}>
      <AddForm
        detail={session.base}
        rows={rows}
        problems={problems}
        selectable={selectable}
        session={session}
        onRowsChange={changeRows}
        onReview={review}
        onClose={onClose}
      />
    </EditSteps>
  );
}
