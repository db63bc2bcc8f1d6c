"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import * as v from "valibot";
import { rebaseOperations, type RebasedOperations } from "@/components/changes/rebase-operations";
import type { ChangePreview } from "@/lib/contract/change-preview";
import { changeConflictSchema, type ChangeConflict, type CreateChangeDetails } from "@/lib/contract/create-change";
import type { EditBase } from "@/lib/contract/edit-base";
import type { Override } from "@/lib/contract/override";
import type { EmptyChoice } from "@/lib/oke/empty-choice";
import type { ApiError } from "@/lib/queries/api-error";
import { changePreviewQuery, useCreateChange } from "@/lib/queries/create-change";
import { useReadEditBaseAgain } from "@/lib/queries/edit-base";
import type { ChangeOperation } from "@/lib/zpr/change-operation";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";

/** The set of a resource without what is said of it. */
export const currentSetOf = ({ resource }: Pick<EditBase, "resource">): readonly SecurityAttribute[] =>
  resource.securityAttributes.map(({ verdict: _verdict, ...attribute }) => attribute);

/** What is said of an annotation that is replaced as a whole; `null` for every other edit. */
export const replacementOf = ({ place }: Pick<EditBase, "place">) =>
  place.type === "annotation" ? place.replaces : null;

/** A manifest owns the setting and nobody could look at it: the edit ends in what a person writes there. */
export const isByHand = ({ place }: Pick<EditBase, "place">): boolean =>
  place.type === "manifest" && place.isUnread && place.value === null;

const startOf = (base: EditBase): Pick<CreateChangeDetails, "startFrom"> => {
  const replaces = replacementOf(base);
  return replaces === null ? {} : { startFrom: replaces.start };
};

const detailsFrom = (base: EditBase, operations: readonly ChangeOperation[]): CreateChangeDetails => ({
  resourceId: base.resource.id,
  etag: base.etag,
  seenSecurityAttributes: currentSetOf(base),
  seenIn: base.place.type === "resource" ? "resource" : "manifest",
  operations,
  ...startOf(base),
});

const conflictOf = (error: ApiError | null): ChangeConflict | null => {
  if (error?.status !== 409) return null;
  const parsed = v.safeParse(changeConflictSchema, error.body);
  return parsed.success ? parsed.output : null;
};

/** One edit on its way: form, review or what is done by hand, conflict. */
export type EditSession = {
  /** The read that the edit is made for. It never changes under the person's hands, only by `rebase`. */
  readonly base: EditBase;
  readonly step: "form" | "review" | "by-hand" | "conflict";
  /** What is reviewed or done by hand; `null` in the form. */
  readonly details: CreateChangeDetails | null;
  readonly preview: ChangePreview | null;
  readonly isPreviewing: boolean;
  readonly isSending: boolean;
  readonly isRebasing: boolean;
  readonly conflict: ChangeConflict | null;
  readonly error: ApiError | null;
  /** What the last rebase changed of the edit; `null` before one. */
  readonly rebased: RebasedOperations | null;
  readonly review: (operations: readonly ChangeOperation[]) => void;
  readonly edit: () => void;
  /** Asks for the same review once more: a cluster that would refuse the write may have been told otherwise. */
  readonly previewAgain: () => void;
  /** `emptyChoice`: what is written to a manifest of whose set nothing is left; `override`: against what guards say. */
  readonly send: (emptyChoice: EmptyChoice | null, override: Override | undefined) => void;
  /** Reads the resource again and makes the edit for what it carries then. */
  readonly rebase: () => void;
  /** Reads it again for an edit by hand: what was entered stays, and a step beyond the form is made for the new read. */
  readonly checkAgain: () => void;
};

type SessionOptions = {
  readonly detail: EditBase;
  /** Given: the edit starts with its review. */
  readonly operations?: readonly ChangeOperation[];
  readonly onSent: (changeId: string) => void;
  readonly onRebased: (operations: readonly ChangeOperation[]) => void;
};

/** Leads one edit from the form through the review to the sending, and through a conflict back to a review. */
export function useEditSession({ detail, operations, onSent, onRebased }: SessionOptions): EditSession {
  const [base, setBase] = useState(detail);
  const [details, setDetails] = useState(operations === undefined ? null : detailsFrom(detail, operations));
  const [rebased, setRebased] = useState<RebasedOperations | null>(null);
  const preview = useQuery({
    ...changePreviewQuery(details ?? detailsFrom(base, [])),
    enabled: details !== null && !isByHand(base),
  });
  const create = useCreateChange();
  const readAgain = useReadEditBaseAgain(base.resource.id, replacementOf(detail)?.start ?? null);

  const refusal = create.error ?? preview.error;
  const conflict = details === null ? null : conflictOf(refusal);
  const previewed = details === null ? null : (preview.data ?? null);
  const isOnHand = details !== null && isByHand(base);
  const step = conflict !== null ? "conflict" : isOnHand ? "by-hand" : previewed !== null ? "review" : "form";

  const review = (wanted: readonly ChangeOperation[]) => {
    create.reset();
    const next = detailsFrom(base, wanted);
    // The same steps once more after an error: nothing but a new read would ask again.
    if (preview.isError && JSON.stringify(next) === JSON.stringify(details)) void preview.refetch();
    setDetails(next);
  };
  const edit = () => {
    create.reset();
    setDetails(null);
  };
  const send = (emptyChoice: EmptyChoice | null, override: Override | undefined) =>
    details !== null &&
    create.mutate(
      { ...details, ...(emptyChoice !== null && { emptyChoice }), ...(override !== undefined && { override }) },
      { onSuccess: (change) => onSent(change.id) },
    );
  const rebase = () =>
    readAgain.mutate(undefined, {
      onSuccess: (fresh) => {
        const next = rebaseOperations(details?.operations ?? [], currentSetOf(fresh));
        create.reset();
        setBase(fresh);
        setRebased(next);
        setDetails(next.operations.length === 0 ? null : detailsFrom(fresh, next.operations));
        onRebased(next.operations);
      },
    });

  const checkAgain = () => {
    if (details !== null) return rebase();
    readAgain.mutate(undefined, { onSuccess: setBase });
  };

  return {
    base,
    step,
    details,
    preview: previewed,
    isPreviewing: details !== null && preview.isFetching,
    isSending: create.isPending,
    isRebasing: readAgain.isPending,
    conflict,
    error: conflict !== null || isByHand(base) ? readAgain.error : details === null ? null : refusal,
    rebased,
    review,
    edit,
    previewAgain: () => void preview.refetch(),
    send,
    rebase,
    checkAgain,
  };
}
