"use client";

import { useState } from "react";
import { nameToType } from "@/components/changes/edit-words";
import { Literal } from "@/components/ui/literal";
import { TextField } from "@/components/ui/text-field";
import { longestReason, type PlannedStep } from "@/lib/contract/change-plan";
import { formatCounted } from "@/lib/format";

type ReadyStep = Extract<PlannedStep, { state: "ready" }>;

/** The clusters whose API endpoint gets its first attribute or loses its last: their names are typed. */
export const namesToType = (steps: readonly ReadyStep[]): readonly string[] => [
  ...new Set(
    steps.flatMap((step) => {
      const { before, after } = step.preview;
      return nameToType({ ...step, ocid: step.script.ocid }, before, after) ?? [];
    }),
  ),
];

type Asked = { readonly count: number; readonly names: readonly string[]; readonly isReasonRequired: boolean };

/** What the person typed so far, and what is missing still. */
export function useConfirmation() {
  const [typed, setTyped] = useState("");
  const [typedNames, setTypedNames] = useState<ReadonlyMap<string, string>>(new Map());
  const [reason, setReason] = useState("");
  return {
    values: { typed, typedNames, reason },
    setTyped,
    setReason,
    typeName: (name: string, text: string) => setTypedNames((names) => new Map([...names, [name, text]])),
    /** Why the deed cannot be done yet. */
    obstacle({ count, names, isReasonRequired }: Asked): string | undefined {
      if (typed.trim() !== `${count}`) return `Type ${count} first`;
      const missing = names.find((name) => typedNames.get(name) !== name);
      if (missing !== undefined) return `Type ${missing} first`;
      return isReasonRequired && reason.trim() === "" ? "Give a reason first" : undefined;
    },
  };
}

type PlanConfirmationProps = Omit<Asked, "isReasonRequired"> & {
  readonly confirmation: ReturnType<typeof useConfirmation>;
  readonly reasonRequiredBecause: string | null;
};

/** The number of resources and, for a heavy plan, the names of clusters and a reason. */
export function PlanConfirmation({ confirmation, count, names, reasonRequiredBecause }: PlanConfirmationProps) {
  const { typed, typedNames, reason } = confirmation.values;
  return (
    <div className="flex max-w-md flex-col gap-4">
      <TextField
        label={reasonRequiredBecause === null ? "Reason (optional)" : "Reason"}
        help={
          reasonRequiredBecause === null
            ? "It is kept with the plan."
            : `${reasonRequiredBecause} It is kept with the plan.`
        }
        autoComplete="off"
        maxLength={longestReason}
        value={reason}
        onValueChange={confirmation.setReason}
      />
      <TextField
        label="Type the number of resources to confirm"
        help={`The plan changes ${formatCounted(count, "resource")}.`}
        inputMode="numeric"
        autoComplete="off"
        value={typed}
        onValueChange={confirmation.setTyped}
      />
      {names.map((name) => (
        <TextField
          key={name}
          label="Type the name of the cluster to confirm"
          help={
            <>
              Its API endpoint gets its first attribute, or loses its last. The name is{" "}
              <Literal text={name} className="text-ink font-mono" />
            </>
          }
          isMono
          autoComplete="off"
          value={typedNames.get(name) ?? ""}
          onValueChange={(text) => confirmation.typeName(name, text)}
        />
      ))}
    </div>
  );
}
