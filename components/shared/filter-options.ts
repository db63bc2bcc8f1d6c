import { useQuery } from "@tanstack/react-query";
import { resourceKindFacts, resourceKinds } from "@/lib/oke/resource-kind";
import { inventoryQuery } from "@/lib/queries/inventory";

type FilterOption = { readonly value: string; readonly label: string };

/** The choice of a filter that narrows nothing. */
export const anyOption = { value: "", label: "Any" } as const;

export const kindOptions = [
  anyOption,
  ...resourceKinds.map((kind) => ({ value: kind, label: resourceKindFacts[kind].label })),
];

/** One choice a name; the chosen one is among them even where nothing else knows of it, as from a copied address. */
export function optionsOfNames(names: readonly string[], chosen: string | null): readonly FilterOption[] {
  const all = new Set([...names, ...(chosen ? [chosen] : [])]);
  return [anyOption, ...[...all].map((name) => ({ value: name, label: name }))];
}

/** The regions of the tenancy. */
export function useRegionOptions(chosen: string | null): readonly FilterOption[] {
  const regions = useQuery(inventoryQuery()).data?.regions ?? [];
  return optionsOfNames(
    regions.map(({ regionName }) => regionName),
    chosen,
  );
}
