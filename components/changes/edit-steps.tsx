"use client";

import type { ReactNode } from "react";
import { ByHandStep } from "@/components/changes/by-hand-step";
import { ConflictStep } from "@/components/changes/conflict-step";
import { ReviewStep } from "@/components/changes/review-step";
import type { EditSession } from "@/components/changes/use-edit-session";

type EditStepsProps = {
  readonly session: EditSession;
  readonly onClose: () => void;
  /** The form, the first step; `null` for an edit that has none. */
  readonly children: ReactNode;
  readonly hasForm?: boolean;
};

/** The step that an edit stands at. */
export function EditSteps({ session, onClose, children, hasForm = true }: EditStepsProps) {
  switch (session.step) {
    case "form":
      return children;
    case "review":
      return <ReviewStep session={session} hasForm={hasForm} onClose={onClose} />;
    case "by-hand":
      return <ByHandStep session={session} hasForm={hasForm} onClose={onClose} />;
    case "conflict":
      return <ConflictStep session={session} onClose={onClose} />;
  }
}
