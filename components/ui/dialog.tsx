"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { createContext, use, useMemo, useRef, useState, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/lib/cn";

type LeaveQuestionState = { readonly isAsking: boolean; readonly stay: () => void; readonly leave: () => void };

const LeaveContext = createContext<LeaveQuestionState>({
  isAsking: false,
  stay: () => undefined,
  leave: () => undefined,
});

type DialogFrameProps = {
  readonly isOpen: boolean;
  /** Verb and thing: "Remove fin.tier:db from prod-a". */
  readonly title: ReactNode;
  readonly subtitle?: ReactNode;
  readonly onClose: () => void;
  /** `DialogBody` and `DialogFooter`, which may change while the dialog stays. */
  readonly children: ReactNode;
  /** Something was entered that closing would lose: closing asks once. */
  readonly isDirty?: boolean;
  /** The question, where something else than this dialog may have to ask it: the browser's Back. */
  readonly isAsking?: boolean;
  readonly onAskingChange?: (isAsking: boolean) => void;
  /** For what is read rather than filled in: 896 px. */
  readonly isWide?: boolean;
};

/** The frame of a dialog: 560 px wide, a sheet as high as the screen on phones. The focus starts on the heading. */
export function DialogFrame({
  isOpen,
  title,
  subtitle,
  onClose,
  children,
  isDirty = false,
  isAsking: isAskingOutside,
  onAskingChange,
  isWide = false,
}: DialogFrameProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [opener] = useState(() => (typeof document === "undefined" ? null : document.activeElement));
  const [isAskingHere, setAskingHere] = useState(false);
  const isAsking = isAskingOutside ?? isAskingHere;
  const setAsking = onAskingChange ?? setAskingHere;
  const question = useMemo(
    () => ({
      isAsking,
      stay: () => setAsking(false),
      leave: () => {
        setAsking(false);
        onClose();
      },
    }),
    [isAsking, setAsking, onClose],
  );
  const close = () => (isDirty && !isAsking ? setAsking(true) : question.leave());
  return (
    <Base.Root open={isOpen} onOpenChange={(open) => !open && close()} disablePointerDismissal={isDirty}>
      <Base.Portal>
        <Base.Backdrop className="layer-in bg-scrim fixed inset-0 z-40" />
        <Base.Viewport className="fixed inset-0 z-50 flex items-start justify-center overflow-y-auto">
          <Base.Popup
            initialFocus={heading}
            finalFocus={() =>
              opener instanceof HTMLElement && opener.isConnected && opener !== document.body ? opener : pageTitle()
            }
            className={cn(
              "layer-in bg-raised sm:rounded-box sm:border-line sm:shadow-float flex min-h-dvh w-full flex-col sm:my-[8vh] sm:min-h-0 sm:border sm:has-data-growing:h-[84vh]",
              isWide ? "sm:w-[min(56rem,calc(100vw-2rem))]" : "sm:w-[35rem]",
            )}
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
            <LeaveContext value={question}>{children}</LeaveContext>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

/** Where the focus goes when what opened the dialog is gone. */
const pageTitle = () => document.querySelector<HTMLElement>("[data-page-title]");

type DialogBodyProps = {
  /**
   * Whether more comes to stand in it while it is read. The dialog then has its whole height from the start: a button that
   * moves under the pointer is missed, or another is pressed.
   */
  readonly isGrowing?: boolean;
  readonly children: ReactNode;
};

/** What a dialog says. */
export function DialogBody({ isGrowing = false, children }: DialogBodyProps) {
  return (
    <div
      data-growing={isGrowing ? "" : undefined}
      className={cn("flex-1 px-5 py-4", isGrowing && "sm:min-h-0 sm:overflow-y-auto")}
    >
      {children}
    </div>
  );
}

type DialogFooterProps = {
  /** Errors: they stand above the buttons and the dialog stays open. */
  readonly error?: ReactNode;
  /** The buttons, Cancel first. Not drawn while the question about unsaved input stands. */
  readonly children: ReactNode;
};

/** The buttons of a dialog, in sight however long the dialog is. */
export function DialogFooter({ error, children }: DialogFooterProps) {
  const { isAsking, stay, leave } = use(LeaveContext);
  return (
    <footer className="border-line bg-raised sm:rounded-b-box sticky bottom-0 flex flex-col gap-3 border-t px-5 py-3">
      {error}
      {isAsking ? (
        <LeaveQuestion onStay={stay} onLeave={leave} />
      ) : (
        <div className="flex flex-wrap items-center justify-end gap-2">{children}</div>
      )}
    </footer>
  );
}

function LeaveQuestion({ onStay, onLeave }: { readonly onStay: () => void; readonly onLeave: () => void }) {
  return (
    <div role="alert" className="flex flex-wrap items-center justify-end gap-2">
      <p className="mr-auto font-medium">Close and lose what was entered?</p>
      {/* The question replaces the buttons that had the focus, so the focus follows it. */}
      <Button ref={focusOnce} onClick={onStay}>
        Keep editing
      </Button>
      <Button variant="danger" onClick={onLeave}>
        Discard
      </Button>
    </div>
  );
}

const focusOnce = (button: HTMLButtonElement | null) => button?.focus();
