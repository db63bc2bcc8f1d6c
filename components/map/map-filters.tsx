"use client";

import { groupingWords, groupTitle, markWords } from "@/components/map/map-text";
import { useMapValues } from "@/components/map/use-map";
import { type FilterChip, FilterChips } from "@/components/shared/filter-chips";
import { ChoiceFilter, TextFilter } from "@/components/shared/list-filters";
import { Literal } from "@/components/ui/literal";
import { Select } from "@/components/ui/select";
import type { MapAnswer } from "@/lib/contract/map";
import { mapGroupings, mapMarks, type MapMode } from "@/lib/oke/map/map-words";

const groupingOptions = mapGroupings.map((grouping) => ({ value: grouping, label: groupingWords[grouping] }));

const changeMarks: readonly string[] = ["lost", "perhaps-lost", "gained", "perhaps-gained"];
const marksOf = (mode: MapMode) =>
  mapMarks.filter((mark) => mark === "unknown" || changeMarks.includes(mark) === (mode === "changes"));

/** How the map is put together and what narrows it. Everything goes to the address at once. */
export function MapFilters() {
  const { values, setValues } = useMapValues();
  const markOptions = marksOf(values.draft === null ? "now" : values.mode).map((mark) => ({
    value: mark,
    label: markWords[mark].word,
  }));
  return (
    <>
      <TextFilter
        noun="the map"
        placeholder="Name, OCID, address or attribute"
        value={values.q}
        onChange={(q) => void setValues({ q, page: null })}
      />
      <Select
        look="inline"
        label="Group by"
        value={values.group}
        options={groupingOptions}
        onValueChange={(group) => void setValues({ group, from: null, to: null, toggled: null, page: null })}
      />
      <ChoiceFilter
        label="Flows"
        value={values.mark}
        options={markOptions}
        onChange={(mark) => void setValues({ mark, page: null })}
      />
    </>
  );
}

/** The filters of the address that no control shows: a cluster, and the groups of a cell of the matrix. */
export function LinkedMapFilters({ answer }: { readonly answer: MapAnswer | undefined }) {
  const { values, setValues } = useMapValues();
  const titleOf = (id: string) => {
    const found = answer?.groups.find((group) => group.id === id);
    return found === undefined ? id : groupTitle(found, values.group);
  };
  const clusterName = answer?.nodes.find(({ clusterName: name }) => name !== null)?.clusterName;
  const chip = (name: "from" | "to" | "clusterId", label: string, text: string | null): readonly FilterChip[] =>
    text === null
      ? []
      : [
          {
            label,
            value: <Literal text={text} />,
            valueText: text,
            onRemove: () => void setValues({ [name]: null, page: null }),
          },
        ];
  return (
    <FilterChips
      chips={[
        ...chip("clusterId", "Cluster", values.clusterId && (clusterName ?? values.clusterId)),
        ...chip("from", "From", values.from && titleOf(values.from)),
        ...chip("to", "To", values.to && titleOf(values.to)),
      ]}
    />
  );
}
