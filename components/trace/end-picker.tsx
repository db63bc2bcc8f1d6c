"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ErrorNote } from "@/components/shared/error-note";
import { useScope } from "@/components/shared/use-scope";
import { Button } from "@/components/ui/button";
import { FilterBox } from "@/components/ui/filter-box";
import { Literal } from "@/components/ui/literal";
import { resourceKindFacts } from "@/lib/oke/resource-kind";
import { resourcesQuery } from "@/lib/queries/resources";
import { ipBlockFrom } from "@/lib/zpr/policy-language/ip-block";

const lookedThrough = "100";
const shownChoices = 8;

const words = [
  { value: "all-endpoints", label: "All endpoints of the VCN" },
  { value: "osn-services-ip-addresses", label: "Oracle’s services" },
] as const;

type EndPickerProps = {
  readonly label: "Source" | "Destination";
  readonly value: string;
  /** The name of the chosen resource, where it is known. */
  readonly name: string | null;
  readonly onChoose: (value: string) => void;
};

/** One end of a flow: a resource that is looked for, an address that is typed, or a word of the language. */
export function EndPicker({ label, value, name, onChoose }: EndPickerProps) {
  const [q, setQ] = useState("");
  const scope = useScope();
  const typed = q.trim();
  const isAddress = ipBlockFrom(typed) !== null;
  const found = useQuery({
    ...resourcesQuery({ q: typed, limit: lookedThrough, ...scope.params }),
    enabled: typed !== "" && !isAddress,
  });
  const isNamed = (displayName: string) => displayName.toLowerCase().includes(typed.toLowerCase());
  // The search finds everything under a cluster of that name; what has the name itself stands first.
  const choices = (found.data?.items ?? [])
    .filter(({ kind }) => kind !== "vcn")
    .toSorted((a, b) => Number(isNamed(b.displayName)) - Number(isNamed(a.displayName)))
    .slice(0, shownChoices);
  const choose = (chosen: string) => {
    setQ("");
    onChoose(chosen);
  };
  if (value !== "") {
    const word = words.find((each) => each.value === value);
    return (
      <div role="group" aria-label={label} className="flex min-w-0 flex-col gap-1">
        <span className="font-medium">{label}</span>
        <p className="flex min-h-8 min-w-0 flex-wrap items-center gap-2">
          <span className="min-w-0 wrap-anywhere">{word?.label ?? <Literal text={name ?? value} />}</span>
          <Button size="small" onClick={() => onChoose("")}>
            Another {label.toLowerCase()}
          </Button>
        </p>
      </div>
    );
  }
  return (
    <div role="group" aria-label={label} className="flex min-w-0 flex-col gap-2">
      <span className="font-medium">{label}</span>
      <FilterBox
        label={`${label}: name, OCID, address or CIDR block`}
        placeholder="Name, OCID, address or CIDR block"
        value={q}
        onValueChange={setQ}
        className="w-full"
      />
      {found.error && typed !== "" && <ErrorNote title="The resources could not be searched" error={found.error} />}
      <ul className="flex flex-wrap gap-2">
        {isAddress && (
          <li>
            <Button size="small" onClick={() => choose(typed)}>
              The address <Literal text={typed} className="font-mono" />
            </Button>
          </li>
        )}
        {typed !== "" &&
          !isAddress &&
          choices.map((choice) => (
            <li key={choice.id}>
              <Button size="small" onClick={() => choose(choice.id)}>
                <Literal text={choice.displayName} />
                <span className="text-muted font-normal">{resourceKindFacts[choice.kind].label}</span>
              </Button>
            </li>
          ))}
        {typed === "" &&
          words.map((word) => (
            <li key={word.value}>
              <Button size="small" onClick={() => choose(word.value)}>
                {word.label}
              </Button>
            </li>
          ))}
      </ul>
      {typed !== "" && !isAddress && found.data && choices.length === 0 && (
        <p role="status" className="text-muted">
          No resource of that name{scope.isNarrowed && " in the scope"}, and no address.
        </p>
      )}
    </div>
  );
}
