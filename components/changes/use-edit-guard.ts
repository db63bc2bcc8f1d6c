"use client";

import { useCallback, useEffect, useState } from "react";
import { useEditParams, type EditParams } from "@/components/shared/use-edit-params";

/** Whether something was entered that closing would lose, and whether the question about that stands. */
export type EditGuard = {
  readonly isDirty: boolean;
  readonly setDirty: (isDirty: boolean) => void;
  readonly isAsking: boolean;
  readonly setAsking: (isAsking: boolean) => void;
};

type GuardedEdit = {
  /** The edit to show: that of the address, or the one that Back would take away with what was entered in it. */
  readonly shown: EditParams | null;
  readonly guard: EditGuard;
  readonly onClose: () => void;
  /** The change of this id has been sent: the dialog then follows it. */
  readonly onSent: (changeId: string) => void;
  /** What was sent did not come to be: back to the form, with what was entered in it. */
  readonly onAgain: () => void;
};

const isSame = (a: EditParams | null, b: EditParams | null) =>
  a?.edit === b?.edit && a?.on === b?.on && a?.attribute === b?.attribute && a?.sent === b?.sent;

/** A tab that is closed with something entered asks in the browser's own words. */
function useAskBeforeUnload(isDirty: boolean) {
  useEffect(() => {
    if (!isDirty) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isDirty]);
}

/** The edit of the address, kept open through one Back while something entered would be lost. */
export function useEditGuard(pathname: string): GuardedEdit {
  const { edit, open, update, close } = useEditParams();
  const [isDirty, setDirty] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const [held, setHeld] = useState<{ readonly edit: EditParams; readonly pathname: string } | null>(null);
  const [isRestoring, setRestoring] = useState(false);
  useAskBeforeUnload(isDirty);

  if (edit !== null) {
    if (held === null || !isSame(edit, held.edit) || held.pathname !== pathname) setHeld({ edit, pathname });
    if (isRestoring) setRestoring(false);
  } else if (held !== null && !isRestoring) {
    // The address lost the edit: by closing, when nothing would be lost, or by Back. A second Back, with the question on
    // screen, is the answer to it.
    if (!isDirty || isAsking) {
      setHeld(null);
      setDirty(false);
      setAsking(false);
    } else {
      setAsking(true);
      setRestoring(true);
    }
  }

  useEffect(() => {
    if (isRestoring && held !== null) open(held.edit);
  }, [isRestoring, held, open]);

  const onClose = useCallback(() => {
    setDirty(false);
    setAsking(false);
    close();
  }, [close]);
  const heldEdit = held?.edit;
  const onSent = useCallback(
    (changeId: string) => {
      setDirty(false);
      if (heldEdit !== undefined) update({ ...heldEdit, sent: changeId });
    },
    [heldEdit, update],
  );
  const onAgain = useCallback(() => {
    setDirty(true);
    if (heldEdit !== undefined) update({ ...heldEdit, sent: null });
  }, [heldEdit, update]);
  return {
    shown: edit ?? (isRestoring ? (held?.edit ?? null) : null),
    guard: { isDirty, setDirty, isAsking, setAsking },
    onClose,
    onSent,
    onAgain,
  };
}
