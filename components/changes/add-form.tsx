"use client";

import { Plus } from "lucide-react";
import { useEffect, useRef, type ReactNode } from "react";
import { AttributeRowFields } from "@/components/changes/attribute-row-fields";
import {
  blankRow,
  carriedBy,
  isBlank,
  rowOfField,
  surplusOf,
  type AttributeRow,
  type RowProblems,
} from "@/components/changes/attribute-rows";
import { CurrentSet } from "@/components/changes/current-set";
import { DroppedSteps } from "@/components/changes/dropped-steps";
import { ManifestUnread } from "@/components/changes/manifest-unread";
import { NamespaceNote } from "@/components/changes/namespace-note";
import { ReviewRefused } from "@/components/changes/review-refused";
import { currentSetOf, type EditSession } from "@/components/changes/use-edit-session";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { DialogBody, DialogFooter } from "@/components/ui/dialog";
import { useAnnounce } from "@/components/ui/live-region";
import type { EditBase } from "@/lib/contract/edit-base";
import type { SelectableNamespacesResponse } from "@/lib/contract/security-attributes";
import { formatCount } from "@/lib/format";
import type { ApiError } from "@/lib/queries/api-error";

type Selectable = {
  readonly data: SelectableNamespacesResponse | undefined;
  readonly error: ApiError | null;
  readonly refetch: () => unknown;
};

type AddFormProps = {
  readonly detail: EditBase;
  readonly rows: readonly AttributeRow[];
  /** Of each row, in their order; what the server refused is added to them. */
  readonly problems: readonly RowProblems[];
  readonly selectable: Selectable;
  readonly session: EditSession;
  /** Stands in the place of what the resource carries. */
  readonly start?: ReactNode;
  readonly onRowsChange: (rows: readonly AttributeRow[]) => void;
  /** Asks for the review; gives the first row that stands in its way. */
  readonly onReview: () => { readonly index: number; readonly problems: RowProblems } | null;
  readonly onClose: () => void;
};

const fieldOrder = ["namespace", "key", "value"] as const;

/** The form that adds attributes: what is there, a row for each new one, and how many more may follow. */
export function AddForm({
  detail,
  rows,
  problems,
  selectable,
  session,
  start,
  onRowsChange,
  onReview,
  onClose,
}: AddFormProps) {
  const current = currentSetOf(detail);
  const { cap, warnAbove } = detail;
  const list = useRef<HTMLDivElement>(null);
  const focusNext = useRef<string | null>(null);
  const announce = useAnnounce();

  useEffect(() => {
    const selector = focusNext.current;
    focusNext.current = null;
    if (selector !== null) list.current?.querySelector<HTMLElement>(selector)?.focus();
  }, [rows]);

  const refused = rowOfField(session.error?.field ?? null, rows);
  const problemsAt = (index: number): RowProblems => ({
    ...problems[index],
    ...(refused !== null &&
      refused.id === rows[index]?.id && { [refused.field]: session.error?.message ?? "It was refused." }),
  });
  const surplus = surplusOf(rows, current, cap);
  const wantedCount =
    current.length + rows.filter((row) => !isBlank(row) && carriedBy(row, current) === undefined).length;

  const addRow = () => {
    const id = Math.max(-1, ...rows.map((row) => row.id)) + 1;
    focusNext.current = `[data-row="${id}"] input`;
    onRowsChange([...rows, blankRow(id)]);
  };
  const removeRow = (index: number) => {
    const left = rows.filter((_, other) => other !== index);
    const next = left[index];
    focusNext.current = next === undefined ? "[data-add-row]" : `[data-row="${next.id}"] [data-remove-row]`;
    onRowsChange(left);
    announce(left.length === 1 ? "Row removed, 1 remains" : `Row removed, ${formatCount(left.length)} remain`);
  };
  const review = () => {
    const obstacle = onReview();
    const field = fieldOrder.find((name) => obstacle?.problems[name] !== undefined);
    const row = rows[obstacle?.index ?? -1];
    if (row === undefined || field === undefined) return;
    list.current?.querySelector<HTMLElement>(`[data-row="${row.id}"] [data-field="${field}"] input`)?.focus();
  };

  return (
    <>
      <DialogBody>
        <div className="flex flex-col gap-4">
          <ManifestUnread session={session} />
          {start ?? <CurrentSet detail={detail} />}
          <DroppedSteps rebased={session.rebased} />
          <NamespaceNote selectable={selectable} />
          <div ref={list} className="flex flex-col gap-3">
            {rows.map((row, index) => (
              <AttributeRowFields
                key={row.id}
                row={row}
                position={index + 1}
                problems={problemsAt(index)}
                current={current}
                selectable={selectable.data}
                onRowChange={(next) => onRowsChange(rows.map((other) => (other.id === row.id ? next : other)))}
                onRemove={() => removeRow(index)}
              />
            ))}
            <div>
              <Button
                size="small"
                data-add-row=""
                icon={<Plus aria-hidden="true" className="size-3.5" />}
                disabledReason={surplus >= 0 ? `Limit of ${cap} reached` : undefined}
                onClick={addRow}
              >
                {rows.length === 0 ? "Add a row" : "Add another"}
              </Button>
            </div>
          </div>
          {surplus > 0 && <FullNote cap={cap} surplus={surplus} isFull={current.length >= cap} />}
          {warnAbove !== null && wantedCount > warnAbove && surplus <= 0 && (
            <Banner tone="warning" title="The service may refuse this many">
              With these the resource carries {wantedCount} security attributes. Oracle’s limits page gives {warnAbove}{" "}
              for such a resource.
            </Banner>
          )}
        </div>
      </DialogBody>
      <DialogFooter error={session.error && refused === null && <ReviewRefused session={session} />}>
        <Button onClick={onClose}>Cancel</Button>
        <Button
          variant="primary"
          pendingLabel={session.isPreviewing ? "Checking" : undefined}
          disabledReason={surplus > 0 ? `Limit of ${cap} reached` : undefined}
          onClick={review}
        >
          Review changes
        </Button>
      </DialogFooter>
    </>
  );
}

type FullNoteProps = { readonly cap: number; readonly surplus: number; readonly isFull: boolean };

/** More rows than places: what to do about it. */
function FullNote({ cap, surplus, isFull }: FullNoteProps) {
  return isFull ? (
    <Banner tone="warning" title={`All ${cap} places are taken`}>
      Choose an attribute that is there already to change its value, or remove one from the resource first.
    </Banner>
  ) : (
    <Banner tone="warning" title={`At most ${cap} security attributes go on this resource`}>
      {surplus === 1 ? "Remove one row, " : `Remove ${surplus} rows, `} or choose attributes that are there already to
      change their values.
    </Banner>
  );
}
