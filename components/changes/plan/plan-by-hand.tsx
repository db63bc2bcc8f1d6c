import { CodeBlock } from "@/components/changes/as-code";
import { PlanSubject } from "@/components/changes/plan/plan-subject";
import { Section } from "@/components/shared/section";
import { Literal } from "@/components/ui/literal";
import type { PlannedStep } from "@/lib/contract/change-plan";

type HandStep = Extract<PlannedStep, { state: "by-hand" }>;

/** What a plan cannot do: the manifests that a person edits, each with the text to put there. */
export function PlanByHand({ steps }: { readonly steps: readonly HandStep[] }) {
  return (
    <Section title="What is done by hand">
      <ul className="divide-line rounded-box border-line bg-surface flex flex-col divide-y border">
        {steps.map(({ resourceId, reason, step: { ways, find, note }, ...subject }) => (
          <li key={resourceId} className="flex flex-col gap-1 px-3 py-2">
            <PlanSubject subject={{ resourceId, ...subject }} />
            <p>
              <Literal text={reason} />
            </p>
            <details>
              <summary className="w-fit rounded-[2px]">What to put into the manifest</summary>
              <div className="mt-2 flex flex-col gap-3">
                {ways.map(({ label, yaml, command }) => (
                  <div key={label} className="flex flex-col gap-2">
                    <CodeBlock label={label} what="manifest" text={yaml} />
                    {command !== null && <CodeBlock label="kubectl command" what="command" text={command} />}
                  </div>
                ))}
                {find !== null && <CodeBlock label="Finds the Service" what="command" text={find} />}
                <p className="text-muted max-w-[88ch]">
                  <Literal text={note} />
                </p>
              </div>
            </details>
          </li>
        ))}
      </ul>
    </Section>
  );
}
