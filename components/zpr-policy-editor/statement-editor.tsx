"use client";

import { Plus } from "lucide-react";
import { useLayoutEffect, useRef } from "react";
import { lintWords } from "@/components/shared/lint-words";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Literal } from "@/components/ui/literal";
import { useAnnounce } from "@/components/ui/live-region";
import { StatusWord } from "@/components/ui/status-word";
import { draftFindings } from "@/components/zpr-policy-editor/draft-findings";
import {
  joinedToPrevious,
  movedLine,
  placesOf,
  textsOf,
  withNewLine,
  withoutLine,
  withText,
  type Direction,
} from "@/components/zpr-policy-editor/statement-lines";
import { StatementRow } from "@/components/zpr-policy-editor/statement-row";
import type { PolicyDraft } from "@/components/zpr-policy-editor/use-policy-draft";
import type { ZprPolicyNames } from "@/lib/contract/zpr-policy-edit";

type StatementEditorProps = { readonly draft: PolicyDraft; readonly names: ZprPolicyNames | undefined };

/** The statements as text, one a line, each with what is wrong under it. */
export function StatementEditor({ draft, names }: StatementEditorProps) {
  const { lines, apply } = draft;
  const list = useRef<HTMLOListElement>(null);
  const announce = useAnnounce();
  // A row that the browser moves loses the focus: it is given back to the same control of it.
  const focusNext = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (focusNext.current === null) return;
    list.current?.querySelector<HTMLElement>(focusNext.current)?.focus();
    focusNext.current = null;
  });
  const move = (key: number, direction: Direction, from: "text" | "button") => {
    const step = movedLine(lines, key, direction);
    if (step === null) return;
    focusNext.current = `[data-line="${key}"] ${from === "text" ? "textarea" : `[data-move="${direction}"]`}`;
    apply(step);
    announce(
      `Moved ${direction}: it is now statement ${step.lines.findIndex((line) => line.key === key) + 1} of ${lines.length}.`,
    );
  };
  const statements = textsOf(lines);
  const places = placesOf(lines);
  // Not trimmed: the places of findings are counted in what is shown.
  const findings = draftFindings(
    lines.flatMap(({ text }) => (text.trim() === "" ? [] : [text])),
    names,
  );
  return (
    <section aria-label="Statements" className="flex min-w-0 flex-col gap-2.5">
      <div className="flex items-center justify-between gap-3">
        <p className="text-muted">
          One statement a line. <kbd className="text-note">Ctrl</kbd>+<kbd className="text-note">Space</kbd> completes,{" "}
          <kbd className="text-note">Alt</kbd>+<kbd className="text-note">↑</kbd> and <kbd className="text-note">↓</kbd>{" "}
          move it.
        </p>
        <CopyButton text={statements.join("\n")} what="statements">
          Copy all
        </CopyButton>
      </div>
      <ol ref={list} className="flex flex-col gap-2.5">
        {lines.map((line, index) => {
          const place = places.get(line.key) ?? null;
          return (
            <StatementRow
              key={line.key}
              lineKey={line.key}
              number={index + 1}
              count={lines.length}
              text={line.text}
              findings={place === null ? [] : (findings.ofStatement[place] ?? [])}
              names={names}
              isActive={draft.activeKey === line.key}
              caret={draft.caret?.key === line.key ? draft.caret : null}
              onActive={() => draft.setActiveKey(line.key)}
              onText={(text) => apply(withText(lines, line.key, text))}
              onMove={(direction, from) => move(line.key, direction, from)}
              onJoin={() => apply(joinedToPrevious(lines, line.key))}
              onRemove={() => apply(withoutLine(lines, line.key))}
            />
          );
        })}
      </ol>
      {findings.ofPolicy.map(({ rule, severity, message }) => (
        <p key={rule} className="flex items-baseline gap-2.5 pl-8">
          <StatusWord shape={lintWords[severity].shape} tone={lintWords[severity].tone}>
            {lintWords[severity].word}
          </StatusWord>
          <Literal text={message} />
        </p>
      ))}
      <div className="pl-8">
        <Button icon={<Plus aria-hidden="true" className="size-3.5" />} onClick={() => apply(withNewLine(lines))}>
          Add a statement
        </Button>
      </div>
    </section>
  );
}
