"use client";

import { useId } from "react";
import { late } from "@/components/shared/late";
import { useListScope } from "@/components/shared/list-scope";
import { FilterBox } from "@/components/ui/filter-box";
import { Literal } from "@/components/ui/literal";
import { Select, type SelectOption } from "@/components/ui/select";

const FilterCompletion = late(() =>
  import("@/components/shared/filter-completion").then((module) => module.FilterCompletion),
);

/** The choice that narrows nothing. */
const anyOption = { value: "", label: "Any" } as const;

type TextFilterProps = {
  /** Plural: "clusters". */
  readonly noun: string;
  readonly placeholder?: string;
  readonly value: string;
  /** Takes `null` for no filter, as the address does. */
  readonly onChange: (text: string | null) => void;
};

/**
 * What narrows a list, as a person writes it: words, and inside of a `ListScope` keys with values. What of it is not
 * understood stands below it, and narrows nothing.
 */
export function TextFilter({ noun, placeholder = "Name, OCID or attribute", value, onChange }: TextFilterProps) {
  const list = useListScope();
  const problemId = useId();
  const problems = list?.answer?.filter.problems ?? [];
  return (
    <>
      <FilterBox
        label={`Filter ${noun}`}
        placeholder={list === null ? placeholder : `${placeholder}, or key:value`}
        value={value}
        onValueChange={(text) => onChange(text || null)}
        completion={list === null ? undefined : FilterCompletion}
        problemId={problems.length > 0 ? problemId : undefined}
        className={list === null ? "w-full sm:w-64" : "w-full sm:w-80"}
      />
      {problems.length > 0 && (
        <div id={problemId} role="alert" className="text-blocked order-last basis-full">
          <ul aria-label="Not understood">
            {problems.map((problem) => (
              <li key={problem} className="max-w-[100ch] wrap-anywhere">
                <Literal text={problem} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

type ChoiceFilterProps<V extends string> = {
  readonly label: string;
  readonly value: V | null;
  /** The choices that narrow; "Any" stands before them. */
  readonly options: readonly SelectOption<V>[];
  readonly onChange: (value: V | null) => void;
};

/** One of a few by which a list is narrowed, or any. */
export function ChoiceFilter<V extends string>({ label, value, options, onChange }: ChoiceFilterProps<V>) {
  return (
    <Select<V | "">
      look="inline"
      label={label}
      value={value ?? ""}
      options={[anyOption, ...options]}
      onValueChange={(chosen) => onChange(chosen === "" ? null : chosen)}
    />
  );
}
