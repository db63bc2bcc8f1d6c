"use client";

import { useQuery } from "@tanstack/react-query";
import { ErrorNote } from "@/components/shared/error-note";
import { Banner } from "@/components/ui/banner";
import { Skeleton } from "@/components/ui/skeleton";
import { TextField } from "@/components/ui/text-field";
import { StatementBuilder } from "@/components/zpr-policy-editor/statement-builder";
import { StatementEditor } from "@/components/zpr-policy-editor/statement-editor";
import { withText } from "@/components/zpr-policy-editor/statement-lines";
import type { PolicyDraft } from "@/components/zpr-policy-editor/use-policy-draft";
import { zprPolicyNamesQuery } from "@/lib/queries/zpr-policy-changes";

type PolicyFormProps = {
  readonly draft: PolicyDraft;
  /** Whether the name may still be chosen: it is fixed once the policy is made. */
  readonly isNew: boolean;
  /** What is wrong with a field, by its name in the API. */
  readonly problem: { readonly field: string | null; readonly message: string } | null;
};

/** Name, description, statements as text, and beside them the one being edited as pickers. */
export function PolicyForm({ draft, isNew, problem }: PolicyFormProps) {
  const names = useQuery(zprPolicyNamesQuery());
  const errorOf = (field: string) => (problem?.field === field ? { error: problem.message } : {});
  const index = draft.lines.findIndex(({ key }) => key === draft.activeKey);
  const active = draft.lines[index];
  return (
    <div className="flex flex-col gap-5">
      <div className="grid max-w-3xl gap-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
        {isNew && (
          <TextField
            label="Name"
            help="Unique in the tenancy. It cannot be changed later."
            value={draft.name}
            onValueChange={draft.setName}
            {...errorOf("name")}
          />
        )}
        <div className={isNew ? undefined : "sm:col-span-2"}>
          <TextField
            label="Description"
            help="ZPR asks for one. It can be changed."
            value={draft.description}
            onValueChange={draft.setDescription}
            {...errorOf("text.description")}
          />
        </div>
      </div>
      {names.error && !names.data && (
        <ErrorNote
          title="Names could not be read, so none is completed or held against what exists"
          error={names.error}
          onRetry={() => void names.refetch()}
        />
      )}
      {names.data && names.data.gaps.length > 0 && (
        <Banner tone="warning" title="Completions are not all there are">
          {names.data.gaps.join(" ")}
        </Banner>
      )}
      <div className="grid gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <StatementEditor draft={draft} names={names.data} />
        {active !== undefined && names.data !== undefined ? (
          <StatementBuilder
            key={active.key}
            number={index + 1}
            text={active.text}
            names={names.data}
            onText={(text) => draft.apply(withText(draft.lines, active.key, text))}
          />
        ) : (
          !names.error && <Skeleton className="h-64 w-full" />
        )}
      </div>
    </div>
  );
}
