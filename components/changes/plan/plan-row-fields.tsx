"use client";

import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import type { PlanRow, planRowProblem } from "@/components/changes/plan/plan-steps";
import { ValueField } from "@/components/changes/value-field";
import { attributeName } from "@/components/shared/policy-text";
import { Combobox, type ComboboxOption } from "@/components/ui/combobox";
import { IconButton } from "@/components/ui/icon-button";
import { Select } from "@/components/ui/select";
import { formatCounted } from "@/lib/format";
import { securityAttributesQuery, selectableNamespacesQuery } from "@/lib/queries/security-attributes";

const opOptions = [
  { value: "add", label: "Add" },
  { value: "replace", label: "Change" },
  { value: "remove", label: "Remove" },
] as const;

const opHelp = {
  add: "Only where the attribute is not there.",
  replace: "Only where it is there with another value.",
  remove: "Only where it is there.",
} as const;

type Attribute = NonNullable<PlanRow["attribute"]>;

/** An attribute as one word that no other has, whatever its name holds. */
const wordOf = ({ namespace, key }: Attribute) => JSON.stringify([namespace, key]);

type PlanRowFieldsProps = {
  readonly row: PlanRow;
  /** From 1, as its name says it. */
  readonly position: number;
  readonly problem: ReturnType<typeof planRowProblem>;
  readonly onRowChange: (row: PlanRow) => void;
  /** Absent for the only row. */
  readonly onRemove: (() => void) | undefined;
};

/** One step of the edit: what to do, with which attribute, and its value. */
export function PlanRowFields({ row, position, problem, onRowChange, onRemove }: PlanRowFieldsProps) {
  const { choices, emptyText } = useAttributeChoices(row.op);
  const known = new Map(choices.map((choice) => [choice.option.value, choice]));
  const chosen = row.attribute === null ? null : wordOf(row.attribute);
  const options = choices.map(({ option }) => option);
  const choose = (word: string | null) =>
    onRowChange({ ...row, attribute: known.get(word ?? "")?.attribute ?? row.attribute, value: "" });
  return (
    <div
      role="group"
      aria-label={`Step ${position}`}
      data-row={row.id}
      className="rounded-box border-line bg-surface flex items-start gap-2 border p-3"
    >
      <div className="grid min-w-0 flex-1 gap-x-3 gap-y-2 sm:grid-cols-[9rem_minmax(0,1fr)_minmax(0,1fr)]">
        <Select
          label="What to do"
          value={row.op}
          options={opOptions}
          onValueChange={(op) => onRowChange({ ...row, op })}
        />
        <Combobox
          label="Security attribute"
          value={chosen}
          onValueChange={choose}
          options={
            row.attribute === null || known.has(chosen ?? "")
              ? options
              : [...options, { value: wordOf(row.attribute), label: attributeName(row.attribute) }]
          }
          emptyText={emptyText}
          help={opHelp[row.op]}
          error={problem.attribute}
        />
        {row.op !== "remove" && (
          <ValueField
            value={row.value}
            onValueChange={(value) => onRowChange({ ...row, value })}
            allowedValues={known.get(chosen ?? "")?.allowedValues ?? null}
            error={problem.value}
          />
        )}
      </div>
      {onRemove !== undefined && (
        <IconButton
          size="small"
          label={`Remove step ${position}`}
          icon={<X aria-hidden="true" className="size-3.5" />}
          onClick={onRemove}
        />
      )}
    </div>
  );
}

type AttributeChoice = {
  readonly option: ComboboxOption;
  readonly attribute: Attribute;
  readonly allowedValues: readonly string[] | "unread" | null;
};

/** What can be added or changed is what is defined; what can be removed is what resources carry. */
function useAttributeChoices(op: PlanRow["op"]): {
  readonly choices: readonly AttributeChoice[];
  readonly emptyText: string;
} {
  const isRemoval = op === "remove";
  const defined = useQuery({ ...selectableNamespacesQuery(), enabled: !isRemoval });
  const carried = useQuery({
    ...securityAttributesQuery({ sortBy: "resourceCount", sortOrder: "DESC", limit: "100" }),
    enabled: isRemoval,
  });
  if (isRemoval) {
    const items = (carried.data?.items ?? []).filter(({ resourceCount }) => resourceCount > 0);
    const seen = new Map(items.map((item) => [wordOf(item), item]));
    return {
      choices: [...seen.values()].map(({ namespace, key, resourceCount }) => {
        const attribute = { namespace, key };
        const description = `Carried by ${formatCounted(resourceCount, "resource")}`;
        const option = { value: wordOf(attribute), label: attributeName(attribute), description };
        return { option, attribute, allowedValues: null };
      }),
      emptyText:
        carried.data === undefined ? "Reading what resources carry." : "No resource carries such an attribute.",
    };
  }
  return {
    choices: (defined.data?.namespaces ?? []).flatMap(({ name: namespace, keys }) =>
      keys.map(({ name: key, description, isSelectable, reason, allowedValues }) => {
        const attribute = { namespace, key };
        const option: ComboboxOption = {
          value: wordOf(attribute),
          label: attributeName(attribute),
          ...(description !== "" && { description }),
          ...(!isSelectable && { disabledReason: reason ?? "It cannot be chosen." }),
        };
        return { option, attribute, allowedValues };
      }),
    ),
    emptyText:
      defined.data === undefined
        ? "Reading the namespaces."
        : "None of the attributes that you can see matches. OCI hides those you may not use.",
  };
}
