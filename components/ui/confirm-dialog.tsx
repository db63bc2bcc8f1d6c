"use client";

import { useState, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TypedConfirmation } from "@/components/ui/typed-confirmation";

type ConfirmDialogProps = {
  readonly isOpen: boolean;
  readonly title: ReactNode;
  readonly subtitle?: ReactNode;
  /** What will happen, not "are you sure". */
  readonly children: ReactNode;
  /** The deed in words: "Remove attribute". */
  readonly actionLabel: string;
  readonly pendingLabel: string;
  readonly isPending: boolean;
  readonly variant?: "primary" | "danger";
  readonly error?: ReactNode;
  /** For the heavy ones: the person types this name first. */
  readonly typedName?: string | undefined;
  readonly disabledReason?: string | undefined;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
};

/** Asks before a deed, says its effect, and stays open when it fails. */
export function ConfirmDialog({
  typedName,
  actionLabel,
  pendingLabel,
  isPending,
  variant = "danger",
  disabledReason,
  onConfirm,
  onClose,
  children,
  ...shell
}: ConfirmDialogProps) {
  const [typed, setTyped] = useState("");
  const isTyped = typedName === undefined || typed === typedName;
  const reason = disabledReason ?? (isTyped ? undefined : `Type ${typedName} first`);
  return (
    <Dialog
      {...shell}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant={variant}
            disabledReason={reason}
            pendingLabel={isPending ? pendingLabel : undefined}
            onClick={onConfirm}
          >
            {actionLabel}
          </Button>
        </>
      }
    >
      {children}
      {typedName !== undefined && <TypedConfirmation name={typedName} value={typed} onValueChange={setTyped} />}
    </Dialog>
  );
}
