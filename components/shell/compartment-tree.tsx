"use client";

import { useId, useState } from "react";
import { Literal } from "@/components/ui/literal";
import { TextField } from "@/components/ui/text-field";
import { cn } from "@/lib/cn";
import type { InventoryStatus } from "@/lib/contract/inventory";

type Compartments = InventoryStatus["compartments"];

type CompartmentTreeProps = {
  readonly compartments: Compartments;
  readonly tenancyId: string | null;
  readonly value: string | null;
  readonly onChange: (compartmentId: string | null) => void;
};

/** So many are drawn; more are found by their names. */
const mostShown = 200;
/** From so many on there is a box to look for one. */
const searchedFrom = 8;
const indents = ["", "pl-4", "pl-8", "pl-12", "pl-16", "pl-20"] as const;

const depthOf = ({ path }: Compartments[number]) => path.split(" / ").length - 1;

/** One compartment with everything below it, or the whole tenancy: radio buttons in the order of the tree. */
export function CompartmentTree({ compartments, tenancyId, value, onChange }: CompartmentTreeProps) {
  const [text, setText] = useState("");
  const name = useId();
  const below = compartments
    .filter(({ id }) => id !== tenancyId)
    .toSorted((a, b) => a.path.localeCompare(b.path, "en", { numeric: true }));
  const least = Math.min(...below.map(depthOf));
  const found = below.filter(({ path }) => path.toLowerCase().includes(text.trim().toLowerCase()));
  const shown = found.filter(({ id }, index) => index < mostShown || id === value);
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-medium">Compartment</legend>
      {below.length >= searchedFrom && (
        <div className="mb-2">
          <TextField
            label="Find a compartment"
            isLabelHidden
            value={text}
            onValueChange={setText}
            placeholder="Find a compartment"
          />
        </div>
      )}
      <div className="border-line rounded-box max-h-60 overflow-y-auto border py-1">
        <Choice name={name} isChosen={value === null} onChoose={() => onChange(null)}>
          All compartments
        </Choice>
        {shown.map((compartment) => (
          <Choice
            key={compartment.id}
            name={name}
            isChosen={compartment.id === value}
            onChoose={() => onChange(compartment.id)}
            className={
              text.trim() === "" ? indents[Math.min(depthOf(compartment) - least, indents.length - 1)] : undefined
            }
          >
            <Literal text={text.trim() === "" ? compartment.name : compartment.path} />
          </Choice>
        ))}
      </div>
      <p role="status" className="text-note text-muted mt-1">
        {found.length === 0
          ? "No compartment of that name"
          : shown.length < found.length
            ? `${shown.length} of ${found.length} are shown: find others by name`
            : "With everything below it"}
      </p>
    </fieldset>
  );
}

type ChoiceProps = {
  readonly name: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly className?: string | undefined;
  readonly children: React.ReactNode;
};

function Choice({ name, isChosen, onChoose, className, children }: ChoiceProps) {
  return (
    <div className={className}>
      <label className={cn("flex min-h-7 items-center gap-2 px-2.5", isChosen ? "bg-selected" : "hover:bg-hover")}>
        <input
          type="radio"
          name={name}
          checked={isChosen}
          onChange={onChoose}
          className="accent-accent size-4 shrink-0"
        />
        <span className="min-w-0 wrap-anywhere">{children}</span>
      </label>
    </div>
  );
}
