"use client";

import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import { useId, useLayoutEffect, useRef, type KeyboardEvent } from "react";
import { statementPieces } from "@/components/shared/statement-pieces";
import { statementPieceClass } from "@/components/shared/statement-text";
import { IconButton } from "@/components/ui/icon-button";
import { CompletionList, optionId } from "@/components/zpr-policy-editor/completion-list";
import { StatementFindings } from "@/components/zpr-policy-editor/statement-findings";
import { directions, type Caret, type Direction } from "@/components/zpr-policy-editor/statement-lines";
import { useCompletion } from "@/components/zpr-policy-editor/use-completion";
import { cn } from "@/lib/cn";
import type { ZprPolicyNames } from "@/lib/contract/zpr-policy-edit";
import { applyFix, type Diagnostic } from "@/lib/zpr/policy-language/diagnostic";

const arrows = {
  up: { Icon: ArrowUp, isAtEnd: (number: number) => number === 1, end: "It is the first statement" },
  down: {
    Icon: ArrowDown,
    isAtEnd: (number: number, count: number) => number === count,
    end: "It is the last statement",
  },
} as const;

type StatementRowProps = {
  readonly lineKey: number;
  /** From 1, as a person counts. */
  readonly number: number;
  readonly text: string;
  readonly findings: readonly Diagnostic[];
  readonly names: ZprPolicyNames | undefined;
  /** The builder shows this statement. */
  readonly isActive: boolean;
  /** Where the caret is to be put; `null` to leave it. */
  readonly caret: Caret | null;
  readonly onActive: () => void;
  readonly onText: (text: string) => void;
  readonly onJoin: () => void;
  /** How many statements there are: with one there is no order. */
  readonly count: number;
  /** Moves it by one; `from` is where the focus stays. */
  readonly onMove: (direction: Direction, from: "text" | "button") => void;
  readonly onRemove: () => void;
};

/** Two layers of the same text, one coloured and one that is typed in, must break at the same places. */
const layerClass =
  "text-note any-pointer-coarse:text-[1rem] col-start-1 row-start-1 min-w-0 px-2.5 py-1.5 font-mono leading-5 any-pointer-coarse:leading-6 wrap-anywhere whitespace-pre-wrap";

/** One statement: its text, coloured as it is typed, completions, and under it what is wrong. */
export function StatementRow(props: StatementRowProps) {
  const { lineKey, number, count, text, findings, names, isActive, caret, onActive, onText, onJoin, onMove, onRemove } =
    props;
  const id = useId();
  const name = `Statement ${number}`;
  const field = useRef<HTMLTextAreaElement>(null);
  // Where the caret goes once the text that puts it there is drawn.
  const nextCaret = useRef<number | null>(null);
  const putCaret = (at: number) => {
    field.current?.focus();
    field.current?.setSelectionRange(at, at);
  };
  useLayoutEffect(() => {
    if (nextCaret.current === null) return;
    putCaret(nextCaret.current);
    nextCaret.current = null;
  });
  useLayoutEffect(() => {
    if (caret !== null) putCaret(caret.at);
  }, [caret]);

  const completion = useCompletion({
    text,
    names,
    onTake: ({ edit }) => {
      nextCaret.current = edit.from + edit.insert.length;
      onText(applyFix(text, { title: "", edits: [edit] }));
    },
  });
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (completion.onKeyDown(event)) {
      event.preventDefault();
      return;
    }
    if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      onMove(event.key === "ArrowUp" ? "up" : "down", "text");
      return;
    }
    const { selectionStart, selectionEnd } = event.currentTarget;
    if (event.key === "Backspace" && number > 1 && selectionStart === 0 && selectionEnd === 0) {
      event.preventDefault();
      onJoin();
    }
  };
  // A word that is being completed is not wrong yet.
  const shownFindings = completion.isOpen ? [] : findings;
  const isWrong = shownFindings.some(({ severity }) => severity === "error");
  const marks = shownFindings.map(({ from, to, severity }) => ({ from, to, severity }));
  return (
    <li className="min-w-0" data-line={lineKey}>
      <div className="flex items-start gap-2">
        <label htmlFor={id} className="text-note text-muted w-6 shrink-0 pt-2 text-right">
          <span className="sr-only">Statement </span>
          {number}
        </label>
        <div
          className={cn(
            "rounded-box bg-surface relative grid min-w-0 flex-1 border",
            isWrong ? "border-blocked" : isActive ? "border-ink" : "border-edge",
          )}
        >
          <div aria-hidden="true" dir="ltr" className={cn(layerClass, "pointer-events-none min-h-8")}>
            {statementPieces(text, marks).map(({ from, text: piece, kind, mark }) => (
              <span key={from} className={statementPieceClass(kind, mark)}>
                {piece}
              </span>
            ))}
            {/* A blank at the end has no height of its own. */}
            {"\u200B"}
          </div>
          <textarea
            ref={field}
            id={id}
            rows={1}
            dir="ltr"
            value={text}
            spellCheck={false}
            autoComplete="off"
            autoCapitalize="off"
            aria-invalid={isWrong || undefined}
            aria-describedby={shownFindings.length > 0 ? `${id}-findings` : undefined}
            aria-autocomplete="list"
            aria-haspopup="listbox"
            aria-controls={completion.isOpen ? `${id}-list` : undefined}
            aria-activedescendant={completion.isOpen ? optionId(`${id}-list`, completion.active) : undefined}
            className={cn(
              layerClass,
              "caret-ink rounded-box h-full w-full resize-none overflow-hidden bg-transparent text-transparent focus-visible:outline-offset-0",
            )}
            onFocus={onActive}
            onBlur={completion.close}
            onKeyDown={onKeyDown}
            onChange={({ target }) => {
              onText(target.value);
              completion.openAt(target.selectionStart);
            }}
          />
          {completion.isOpen && (
            <CompletionList
              id={`${id}-list`}
              options={completion.options}
              active={completion.active}
              onTake={completion.take}
            />
          )}
        </div>
        <div className="flex shrink-0 gap-0.5 py-1 max-sm:flex-col">
          {count > 1 &&
            directions.map((direction) => {
              const { Icon, isAtEnd, end } = arrows[direction];
              return (
                <IconButton
                  key={direction}
                  size="small"
                  data-move={direction}
                  label={`Move statement ${number} ${direction}`}
                  icon={<Icon aria-hidden="true" className="size-3.5" />}
                  disabledReason={isAtEnd(number, count) ? end : undefined}
                  onClick={() => onMove(direction, "button")}
                />
              );
            })}
          <IconButton
            size="small"
            label={`Remove statement ${number}`}
            icon={<Trash2 aria-hidden="true" className="size-3.5" />}
            onClick={onRemove}
          />
        </div>
      </div>
      {shownFindings.length > 0 && (
        <div className="pl-8">
          <StatementFindings
            id={`${id}-findings`}
            name={name}
            findings={shownFindings}
            onFix={(fix) => {
              nextCaret.current = text.length;
              onText(applyFix(text, fix));
            }}
          />
        </div>
      )}
    </li>
  );
}
