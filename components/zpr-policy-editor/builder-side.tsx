"use client";

import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { AttributePicker } from "@/components/zpr-policy-editor/attribute-picker";
import type { EndpointFields } from "@/components/zpr-policy-editor/builder-fields";
import type { NameChoice } from "@/components/zpr-policy-editor/name-choices";

const kinds = [
  { value: "attribute", label: "Security attribute" },
  { value: "all-endpoints", label: "All endpoints" },
  { value: "osn-services", label: "OCI services of the region" },
  { value: "address", label: "IP address or CIDR block" },
] as const satisfies readonly { readonly value: EndpointFields["kind"]; readonly label: string }[];

type BuilderSideProps = {
  readonly label: "Source" | "Target";
  readonly fields: EndpointFields;
  readonly choices: readonly NameChoice[];
  readonly error: string | undefined;
  readonly onChange: (fields: EndpointFields) => void;
};

/** One side of a statement: what kind of endpoint, and which. */
export function BuilderSide({ label, fields, choices, error, onChange }: BuilderSideProps) {
  const noun = label.toLowerCase();
  const wide = fields.kind === "all-endpoints" || fields.kind === "osn-services";
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="text-note text-muted mb-1 font-medium">{label}</legend>
      <Select
        label={`Kind of ${noun}`}
        value={fields.kind}
        options={kinds}
        onValueChange={(kind) => onChange({ ...fields, kind })}
        {...(wide && error !== undefined && { error })}
      />
      {fields.kind === "attribute" && (
        <AttributePicker
          label={`Attribute of the ${noun}`}
          value={fields.attribute}
          choices={choices}
          error={error}
          onChange={(attribute) => onChange({ ...fields, attribute })}
        />
      )}
      {fields.kind === "address" && (
        <TextField
          label={`Address of the ${noun}`}
          isMono
          placeholder="10.0.0.0/16"
          value={fields.address}
          error={error}
          onValueChange={(address) => onChange({ ...fields, address })}
        />
      )}
    </fieldset>
  );
}
