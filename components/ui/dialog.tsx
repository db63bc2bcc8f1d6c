"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { useRef, useState, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/lib/cn";

type DialogProps = {
  readonly isOpen: boolean;
  /** Verb and thing: "Remove fin.tier:db from prod-a". */
  readonly title: ReactNode;
  readonly subtitle?: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Errors: they stand above the buttons and the dialog stays open. */
  readonly error?: ReactNode;
  /** The buttons, Cancel first. Not drawn while the question about unsaved input stands. */
  readonly footer: ReactNode;
  /** Something was entered that closing would lose: closing asks once. */
  readonly isDirty?: boolean;
};

/** The console's dialog: 560 px wide, a sheet as high as the screen on phones. The focus starts on the heading. */
export function Dialog({ isOpen, title, subtitle, onClose, children, error, footer, isDirty = false }: DialogProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [isAsking, setAsking] = useState(false);
  const close = () => {
    if (isDirty && !isAsking) setAsking(true);
    else {
      setAsking(false);
      onClose();
    }
  };
  return (
    <Base.Root open={isOpen} onOpenChange={(open) => !open && close()} disablePointerDismissal={isDirty}>
      <Base.Portal>
        <Base.Backdrop className="layer-in bg-scrim fixed inset-0 z-40" />
        <Base.Viewport className="fixed inset-0 z-50 flex items-start justify-center overflow-y-auto sm:py-[8vh]">
          <Base.Popup
            initialFocus={heading}
            className="layer-in bg-raised sm:rounded-box sm:border-line sm:shadow-float flex min-h-dvh w-full flex-col sm:min-h-0 sm:w-[35rem] sm:border"
          >
            <header className="border-line flex items-start gap-3 border-b px-5 py-4">
              <div className="min-w-0 flex-1">
                <Base.Title ref={heading} tabIndex={-1} className="text-section font-semibold wrap-anywhere">
                  {title}
                </Base.Title>
                {subtitle && (
                  <Base.Description render={<div />} className="text-muted mt-0.5">
                    {subtitle}
                  </Base.Description>
                )}
              </div>
              <Base.Close
                aria-label="Close"
                className="rounded-box text-muted hover:bg-hover hover:text-ink -mt-1 -mr-2 flex size-8 shrink-0 items-center justify-center"
              >
                <X aria-hidden="true" className="size-4" />
              </Base.Close>
            </header>
            <div className="flex-1 px-5 py-4">{children}</div>
            <footer className="border-line bg-raised sm:rounded-b-box sticky bottom-0 flex flex-col gap-3 border-t px-5 py-3">
              {error}
              {isAsking ? (
                <LeaveQuestion onStay={() => setAsking(false)} onLeave={close} />
              ) : (
                <div className={cn("flex flex-wrap items-center justify-end gap-2")}>{footer}</div>
              )}
            </footer>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

function LeaveQuestion({ onStay, onLeave }: { readonly onStay: () => void; readonly onLeave: () => void }) {
  return (
    <div role="alert" className="flex flex-wrap items-center justify-end gap-2">
      <p className="mr-auto font-medium">Close and lose what was entered?</p>
      {/* The question replaces the buttons that had the focus, so the focus follows it. */}
      <Button ref={(button) => button?.focus()} onClick={onStay}>
        Keep editing
      </Button>
      <Button variant="danger" onClick={onLeave}>
        Discard
      </Button>
    </div>
  );
}
