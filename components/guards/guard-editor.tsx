"use client";

import { useState } from "react";
import { GuardLines } from "@/components/guards/guard-lines";
import { GuardMistakes } from "@/components/guards/guard-mistakes";
import { useGuardDraft } from "@/components/guards/use-guard-draft";
import { ErrorNote } from "@/components/shared/error-note";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Literal } from "@/components/ui/literal";
import type { GuardsAnswer } from "@/lib/contract/guards";

/** The text of the guard file: checked before it is saved, and never saved over what somebody else wrote. */
export function GuardEditor({ answer }: { readonly answer: GuardsAnswer }) {
  const draft = useGuardDraft(answer);
  const { text, setText, checked, mistakes, conflict, check, save } = draft;
  const [area, setArea] = useState<HTMLTextAreaElement | null>(null);
  const goTo = (line: number, column: number) => {
    if (area === null) return;
    const before = text.split("\n").slice(0, line - 1);
    const place = before.reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
    area.focus();
    area.setSelectionRange(place, place);
  };
  return (
    <div className="flex max-w-4xl flex-col gap-3">
      <Field
        label="Text of the guard file"
        help={
          <>
            YAML, at <Literal text={answer.file.path} className="font-mono" />
            {answer.file.state === "absent" && ". There is none yet: this is an example"}
          </>
        }
      >
        {(control) => (
          <textarea
            {...control}
            ref={setArea}
            rows={Math.min(Math.max(text.split("\n").length + 1, 12), 30)}
            spellCheck={false}
            autoComplete="off"
            wrap="off"
            value={text}
            onChange={(event) => setText(event.target.value)}
            className="rounded-box border-edge bg-surface text-ink text-note w-full min-w-0 border px-2.5 py-2 font-mono any-pointer-coarse:text-[1rem]"
          />
        )}
      </Field>
      <GuardMistakes mistakes={mistakes} onGoTo={goTo} />
      {conflict !== null && (
        <Banner tone="warning" title="Somebody else changed the guard file" role="alert">
          <p className="mb-2">Your text is kept above, and nothing was written. This is what the file holds now:</p>
          <pre className="text-note border-line bg-surface rounded-box mb-2 overflow-auto border px-3 py-2 font-mono">
            {(conflict.current.text ?? "There is no file any more.").split("\n").map((line, index) => (
              <code key={index} className="block min-h-4">
                <Literal text={line} />
              </code>
            ))}
          </pre>
          <span className="flex flex-wrap gap-2">
            <Button onClick={draft.takeTheirs}>Take theirs</Button>
            <Button onClick={draft.keepMine}>Keep mine, to save over theirs</Button>
          </span>
        </Banner>
      )}
      {draft.error !== null && <ErrorNote title="The guard file was not saved" error={draft.error} role="alert" />}
      {draft.checkError !== null && (
        <ErrorNote title="The text could not be checked" error={draft.checkError} role="alert" />
      )}
      {checked !== null && checked.evaluation !== null && (
        <div role="status" className="flex flex-col gap-2">
          <p>{checkedSentence(checked.evaluation.lines, checked.evaluation.adminSources.length)}</p>
          {checked.evaluation.lines.length > 0 && (
            <GuardLines lines={checked.evaluation.lines} label="Lines of this text" />
          )}
        </div>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <Button pendingLabel={draft.isChecking ? "Checking" : undefined} onClick={check}>
          Check
        </Button>
        <Button
          variant="primary"
          disabledReason={draft.notSaveable}
          pendingLabel={draft.isSaving ? "Saving" : undefined}
          onClick={save}
        >
          Save
        </Button>
        {draft.isDirty && <Button onClick={draft.discard}>Discard</Button>}
        {draft.isSaved && (
          <span role="status" className="text-muted">
            Saved.
          </span>
        )}
      </div>
    </div>
  );
}

function checkedSentence(lines: readonly { readonly verdict: string }[], sourceCount: number): string {
  const count = (verdict: string) => lines.filter((line) => line.verdict === verdict).length;
  const sources = sourceCount === 1 ? "1 admin source" : `${sourceCount} admin sources`;
  return `The text has no mistake. ${sources}; ${count("pass")} lines pass, ${count("fail")} fail, ${count("unknown")} unknown.`;
}
