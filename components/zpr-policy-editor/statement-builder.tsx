"use client";

import { useState } from "react";
import { Segmented } from "@/components/ui/segmented";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { AttributePicker } from "@/components/zpr-policy-editor/attribute-picker";
import {
  emptyFields,
  fieldsFrom,
  keptWords,
  statementFromFields,
  takesPorts,
  type BuilderFields,
  type BuilderProblem,
} from "@/components/zpr-policy-editor/builder-fields";
import { BuilderSide } from "@/components/zpr-policy-editor/builder-side";
import { endpointChoices, locationChoices } from "@/components/zpr-policy-editor/name-choices";
import type { ZprPolicyNames } from "@/lib/contract/zpr-policy-edit";
import { parseStatement } from "@/lib/zpr/policy-language/parse-statement";
import { printStatement } from "@/lib/zpr/policy-language/print-statement";

type StatementBuilderProps = {
  readonly number: number;
  readonly text: string;
  readonly names: ZprPolicyNames;
  readonly onText: (text: string) => void;
};

const forms = [
  { value: "same-vcn", label: "In one VCN" },
  { value: "two-vcn", label: "Between two" },
] as const;
const commonProtocols = ["tcp", "udp", "icmp"];

/** The statement that is edited, as pickers. They write the same text; what has no picker stays in it. */
export function StatementBuilder({ number, text, names, onText }: StatementBuilderProps) {
  const parsed = text.trim() === "" ? null : parseStatement(text);
  const [pending, setPending] = useState<{ readonly text: string; readonly fields: BuilderFields } | null>(null);
  const read = parsed?.statement ? fieldsFrom(parsed.statement) : emptyFields;
  // Choices that do not make a statement yet are kept as long as the text is the one that they began from.
  const fields = pending?.text === text ? pending.fields : read;
  const change = (step: Partial<BuilderFields>) => {
    const next = { ...fields, ...step };
    const made = statementFromFields(next);
    if ("statement" in made) {
      setPending(null);
      onText(printStatement(made.statement));
    } else {
      setPending({ text, fields: next });
    }
  };
  const made = statementFromFields(fields);
  const problem = pending?.text === text && !("statement" in made) ? made : null;
  return (
    <section
      aria-label="Builder"
      className="rounded-box border-line bg-surface flex min-w-0 flex-col gap-3.5 self-start border p-3.5"
    >
      <h2 className="font-medium">Build statement {number}</h2>
      {parsed !== null && parsed.statement === null ? (
        <p className="text-muted">
          This statement stays as text: its mistakes leave open what it says, so there is nothing that pickers could
          show. Correct the text, and they come back.
        </p>
      ) : (
        <Pickers fields={fields} problem={problem} names={names} onChange={change} />
      )}
    </section>
  );
}

type PickersProps = {
  readonly fields: BuilderFields;
  readonly problem: BuilderProblem | null;
  readonly names: ZprPolicyNames;
  readonly onChange: (step: Partial<BuilderFields>) => void;
};

function Pickers({ fields, problem, names, onChange }: PickersProps) {
  const errorOf = (field: BuilderProblem["field"]) => (problem?.field === field ? problem.message : undefined);
  const [locations, endpoints] = [locationChoices(names), endpointChoices(names)];
  const isTwo = fields.form === "two-vcn";
  const kept = keptWords(fields);
  return (
    <>
      <Segmented label="Where" value={fields.form} options={forms} onValueChange={(form) => onChange({ form })} />
      <AttributePicker
        label={isTwo ? "VCN of the source" : "VCN, by its attribute"}
        value={fields.location}
        choices={locations}
        error={errorOf("location")}
        onChange={(location) => onChange({ location })}
      />
      <BuilderSide
        label="Source"
        fields={fields.source}
        choices={endpoints}
        error={errorOf("source")}
        onChange={(source) => onChange({ source })}
      />
      <BuilderSide
        label="Target"
        fields={fields.target}
        choices={endpoints}
        error={errorOf("target")}
        onChange={(target) => onChange({ target })}
      />
      {isTwo && (
        <AttributePicker
          label="VCN of the target"
          value={fields.targetLocation}
          choices={locations}
          error={errorOf("targetLocation")}
          onChange={(targetLocation) => onChange({ targetLocation })}
        />
      )}
      <ProtocolFields fields={fields} error={errorOf("ports")} onChange={onChange} />
      {kept.length > 0 && <p className="text-muted">Kept as written, without a picker: {kept.join(", ")}.</p>}
    </>
  );
}

function ProtocolFields({
  fields: { protocol, ports },
  error,
  onChange,
}: Pick<PickersProps, "fields" | "onChange"> & { readonly error: string | undefined }) {
  const protocols = [...new Set([...commonProtocols, ...(protocol === "" ? [] : [protocol])])];
  return (
    <div className="grid grid-cols-2 gap-2">
      <Select
        label="Protocol"
        value={protocol}
        options={[{ value: "", label: "Every protocol" }, ...protocols.map((value) => ({ value, label: value }))]}
        onValueChange={(value) => onChange({ protocol: value, ...(!takesPorts(value) && { ports: "" }) })}
      />
      {(takesPorts(protocol) || ports !== "") && (
        <TextField
          label="Ports"
          isMono
          placeholder="every port"
          value={ports}
          error={error}
          onValueChange={(value) => onChange({ ports: value })}
        />
      )}
    </div>
  );
}
