"use client";

import { useId } from "react";
import { AnnotationTrialNote, triedOutcome } from "@/components/changes/annotation-trial-note";
import { CodeBlock } from "@/components/changes/as-code";
import { DeclaredObject } from "@/components/shared/declared-object";
import { Banner } from "@/components/ui/banner";
import type { AnnotationPreview } from "@/lib/contract/change-preview";
import type { EmptyChoice } from "@/lib/oke/empty-choice";

type AnnotationReviewProps = {
  readonly annotation: AnnotationPreview;
  /** What is written; `null` while there is still a choice. */
  readonly outcome: AnnotationPreview["outcomes"][number] | null;
  readonly choice: EmptyChoice | null;
  readonly onChoose: (choice: EmptyChoice) => void;
  readonly onTryAgain: () => void;
  readonly isTrying: boolean;
};

/** The annotation before and after, who will apply it, and what to write when nothing is left of the set. */
export function AnnotationReview({
  annotation,
  outcome,
  choice,
  onChoose,
  onTryAgain,
  isTrying,
}: AnnotationReviewProps) {
  const { object, name, controller, before, outcomes, isReplaced } = annotation;
  const tried = triedOutcome(annotation, outcome);
  return (
    <section aria-label="The annotation" className="flex flex-col gap-3">
      <p>
        Written to the <DeclaredObject object={object} />, <code className="font-mono wrap-anywhere">{name}</code>. The{" "}
        {controller} applies it to the load balancer; the console waits for that up to two minutes. ZPR can take up to
        five minutes to follow.
      </p>
      {isReplaced && (
        <Banner tone="warning" title="What stands there is no set and is replaced as a whole">
          Nothing of it is kept. Above is what changes on the load balancer, from what OCI stores now.
        </Banner>
      )}
      {outcomes.length > 1 && <EmptyChoices controller={controller} choice={choice} onChoose={onChoose} />}
      <div className="flex flex-col gap-3">
        <AnnotationText label="Annotation before" text={before} />
        {outcome !== null && <AnnotationText label="Annotation after" text={outcome.text} />}
      </div>
      {tried !== null && <AnnotationTrialNote outcome={tried} isTrying={isTrying} onTryAgain={onTryAgain} />}
    </section>
  );
}

function AnnotationText({ label, text }: { readonly label: string; readonly text: string | null }) {
  if (text !== null) {
    return (
      <div className="min-w-0">
        <CodeBlock label={label} what="annotation" text={text} isWrapped />
      </div>
    );
  }
  return (
    <section aria-label={label} className="rounded-box border-line bg-sunken border px-3 py-1.5">
      <h4 className="text-note text-muted font-medium">{label}</h4>
      <p className="text-note py-1">Not there</p>
    </section>
  );
}

const choices = [
  {
    value: "annotation-removed",
    label: "Remove the annotation",
    help: "The manifest then says nothing of security attributes. Whether the load balancer loses those that it carries or keeps them is not documented.",
  },
  {
    value: "empty-map",
    label: "Write {} into the annotation",
    help: "The manifest then declares that there are none. That the controller takes {} for that is not documented either; it may keep the old ones or report a failure.",
  },
] as const;

type EmptyChoicesProps = Pick<AnnotationReviewProps, "choice" | "onChoose"> & { readonly controller: string };

/** Nothing is left: two ways to write that, of neither of which it is known what comes of it. */
function EmptyChoices({ controller, choice, onChoose }: EmptyChoicesProps) {
  const name = useId();
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 font-medium">Nothing is left of the set. What should be written?</legend>
      {choices.map(({ value, label, help }) => (
        <label key={value} className="rounded-box border-line bg-surface flex items-start gap-2 border px-3 py-2">
          <input
            type="radio"
            name={name}
            value={value}
            checked={choice === value}
            aria-labelledby={`${name}-${value}-label`}
            aria-describedby={`${name}-${value}`}
            onChange={() => onChoose(value)}
            className="mt-0.5 size-4 shrink-0"
          />
          <span className="min-w-0">
            <span id={`${name}-${value}-label`} className="font-medium">
              {label}
            </span>
            <span id={`${name}-${value}`} className="text-note text-muted block">
              {help}
            </span>
          </span>
        </label>
      ))}
      <Banner tone="neutral" title={`What the ${controller} makes of it is seen on the load balancer`}>
        The console reads the load balancer afterwards and says whether it still carries the attributes.
      </Banner>
    </fieldset>
  );
}
