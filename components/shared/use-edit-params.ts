"use client";

import { useQueryStates } from "nuqs";
import { createContext, use, useCallback } from "react";
import { editParsers, type EditKind } from "@/components/shared/edit-params";

export type EditParams = {
  readonly edit: EditKind;
  readonly on: string;
  readonly attribute: string | null;
  readonly sent: string | null;
};

type Edits = {
  /** The edit that the address names; `null` when it names none, or not fully. */
  readonly edit: EditParams | null;
  readonly open: (edit: EditParams) => void;
  /** Keeps the dialog and its place in the history; used once its change has been sent. */
  readonly update: (edit: EditParams) => void;
  readonly close: () => void;
};

/** Given once, by the frame. */
export const OpenEditContext = createContext<Edits["open"] | null>(null);

/**
 * Opens an edit dialog. What only opens one takes this: it stays the same, whatever the address says. Throws outside of
 * the console's frame.
 */
export function useOpenEdit(): Edits["open"] {
  const open = use(OpenEditContext);
  if (open === null) throw new Error("An edit can be opened inside of the console's frame only.");
  return open;
}

const nothing = { edit: null, on: null, attribute: null, sent: null };

// Whether the page before this place in the history is the same one without the dialog: then closing is going back.
const history = { isOneStepBack: false };

/** The edit dialog as state of the address. */
export function useEditParams(): Edits {
  const [{ edit, on, attribute, sent }, setParams] = useQueryStates(editParsers, { history: "push", scroll: false });
  const open = useCallback(
    (params: EditParams) => {
      history.isOneStepBack = true;
      void setParams(params);
    },
    [setParams],
  );
  const update = useCallback((params: EditParams) => void setParams(params, { history: "replace" }), [setParams]);
  const close = useCallback(() => {
    if (history.isOneStepBack) window.history.back();
    else void setParams(nothing, { history: "replace" });
    history.isOneStepBack = false;
  }, [setParams]);
  const isWhole = edit !== null && on !== null && (edit === "add" || attribute !== null);
  return { edit: isWhole ? { edit, on, attribute, sent } : null, open, update, close };
}
