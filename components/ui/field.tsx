import { useId, type ReactNode } from "react";
import { StatusGlyph } from "@/components/ui/status-glyph";

/** What a field's control must carry so that label, help and error belong to it. */
export type ControlAttributes = {
  readonly id: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": true | undefined;
};

type FieldProps = {
  readonly label: string;
  /** One sentence below the control. */
  readonly help?: ReactNode;
  /** What is wrong and what would be right; takes the place of the help. */
  readonly error?: string | undefined;
  readonly isLabelHidden?: boolean;
  readonly children: (control: ControlAttributes) => ReactNode;
};

/** Label, control, and one line below it: help, or the error. The line is reserved when there is help. */
export function Field({ label, help, error, isLabelHidden = false, children }: FieldProps) {
  const id = useId();
  const noteId = `${id}-note`;
  const hasNote = error !== undefined || help !== undefined;
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className={isLabelHidden ? "sr-only" : "font-medium"}>
        {label}
      </label>
      {children({
        id,
        "aria-describedby": hasNote ? noteId : undefined,
        "aria-invalid": error === undefined ? undefined : true,
      })}
      {hasNote && (
        <div id={noteId} className="text-note text-muted">
          {error === undefined ? (
            help
          ) : (
            <span className="text-blocked inline-flex gap-1.5">
              <StatusGlyph shape="octagon" tone="blocked" className="mt-px" />
              {error}
            </span>
          )}
        </div>
      )}
    </div>
  );
}

/** The look of every one-line control. */
export const controlClass =
  "h-8 w-full min-w-0 rounded-box border border-edge bg-surface px-2.5 text-body text-ink aria-invalid:border-blocked " +
  "focus-visible:outline-offset-0 any-pointer-coarse:text-[1rem]";
