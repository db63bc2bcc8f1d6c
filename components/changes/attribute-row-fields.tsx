"use client";

import { X } from "lucide-react";
import {
  carriedBy,
  withKey,
  withNamespace,
  withValue,
  type AttributeRow,
  type RowProblems,
} from "@/components/changes/attribute-rows";
import { useSettled } from "@/components/changes/use-settled";
import { ValueField } from "@/components/changes/value-field";
import { attributeName } from "@/components/shared/policy-text";
import { Combobox } from "@/components/ui/combobox";
import { IconButton } from "@/components/ui/icon-button";
import { Literal } from "@/components/ui/literal";
import { useAnnounce } from "@/components/ui/live-region";
import { StatusGlyph } from "@/components/ui/status-glyph";
import type { SelectableNamespacesResponse } from "@/lib/contract/security-attributes";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";

type AttributeRowFieldsProps = {
  readonly row: AttributeRow;
  /** From 1, as its name says it. */
  readonly position: number;
  readonly problems: RowProblems;
  readonly current: readonly SecurityAttribute[];
  readonly selectable: SelectableNamespacesResponse | undefined;
  readonly onRowChange: (row: AttributeRow) => void;
  readonly onRemove: () => void;
};

const clearedWords = "Cleared, because the namespace was changed.";

/** One attribute to add: namespace, then one of its attributes, then a value that it allows. */
export function AttributeRowFields({
  row,
  position,
  problems,
  current,
  selectable,
  onRowChange,
  onRemove,
}: AttributeRowFieldsProps) {
  const announce = useAnnounce();
  const namespaces = selectable?.namespaces ?? [];
  const namespace = namespaces.find(({ name }) => name === row.namespace);
  const definition = namespace?.keys.find(({ name }) => name === row.key);
  const old = carriedBy(row, current);
  const name =
    row.namespace !== null && row.key !== null
      ? attributeName({ namespace: row.namespace, key: row.key })
      : `attribute ${position}`;
  const valueError = useQuietWhileTyping(row.value, problems.value);

  const chooseNamespace = (chosen: string | null) => {
    const next = withNamespace(row, chosen);
    if (next.isCleared) announce("Attribute and value cleared, because the namespace was changed");
    onRowChange(next);
  };

  return (
    <div
      role="group"
      aria-label={`Attribute ${position}`}
      data-row={row.id}
      className="rounded-box border-line bg-surface border p-3"
    >
      <div className="flex items-start gap-2">
        <div className="grid min-w-0 flex-1 gap-x-3 gap-y-2 sm:grid-cols-2">
          <div data-field="namespace" className="min-w-0">
            <Combobox
              label="Namespace"
              value={row.namespace}
              onValueChange={chooseNamespace}
              options={options(namespaces, row.namespace)}
              emptyText={emptyWords(selectable)}
              error={problems.namespace}
            />
          </div>
          <div data-field="key" className="min-w-0">
            <Combobox
              label="Attribute"
              value={row.key}
              onValueChange={(key) => onRowChange(withKey(row, key))}
              options={options(namespace?.keys ?? [], row.key)}
              emptyText={row.namespace === null ? "Choose a namespace first." : "None matches in this namespace."}
              error={problems.key}
              help={row.isCleared ? clearedWords : undefined}
            />
          </div>
          <div data-field="value" className="min-w-0 sm:col-span-2">
            <ValueField
              value={row.value}
              onValueChange={(value) => onRowChange(withValue(row, value))}
              allowedValues={definition?.allowedValues ?? null}
              error={valueError}
            />
          </div>
        </div>
        <IconButton
          size="small"
          data-remove-row=""
          label={`Remove row ${position}, ${name}`}
          icon={<X aria-hidden="true" className="size-3.5" />}
          onClick={onRemove}
        />
      </div>
      {old !== undefined && problems.key === undefined && <ReplacedNote old={old} />}
    </div>
  );
}

/** The name is on the resource already: the row gives it another value. */
function ReplacedNote({ old }: { readonly old: SecurityAttribute }) {
  return (
    <p role="status" className="text-note mt-2 flex items-start gap-1.5">
      <StatusGlyph shape="tilde" tone="warning" className="mt-px" />
      <span>
        Change value (was <Literal text={old.value} className="font-mono font-medium" />)
      </span>
    </p>
  );
}

type Choice = {
  readonly name: string;
  readonly description: string;
  readonly isSelectable: boolean;
  readonly reason: string | null;
};

const options = (choices: readonly Choice[], chosen: string | null) => [
  ...choices.map(({ name, description, isSelectable, reason }) => ({
    value: name,
    label: name,
    ...(description !== "" && { description }),
    ...(!isSelectable && { disabledReason: reason ?? "It cannot be chosen." }),
  })),
  // What a row asks for stays in sight even where the lists do not have it.
  ...(chosen === null || choices.some(({ name }) => name === chosen) ? [] : [{ value: chosen, label: chosen }]),
];

function emptyWords(selectable: SelectableNamespacesResponse | undefined): string {
  if (selectable === undefined) return "Reading the namespaces.";
  return selectable.isComplete
    ? "None of the namespaces that you can see matches. OCI hides those you may not use."
    : "None of the namespaces that could be read matches. There may be more.";
}

/** No error while a field is still being filled: the words wait until the typing rests. */
const useQuietWhileTyping = (value: string, error: string | undefined): string | undefined =>
  useSettled(value) === undefined ? undefined : error;
