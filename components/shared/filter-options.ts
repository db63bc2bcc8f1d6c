import { useQuery } from "@tanstack/react-query";
import { resourceKindFacts, resourceKinds } from "@/lib/oke/resource-kind";
import { inventoryQuery } from "@/lib/queries/inventory";

type FilterOption = { readonly value: string; readonly label: string };

export const kindOptions = resourceKinds.map((kind) => ({ value: kind, label: resourceKindFacts[kind].label }));

/** One choice a name; the chosen one is among them even where nothing else knows of it, as from a copied address. */
export function optionsOfNames(names: readonly string[], chosen: string | null): readonly FilterOption[] {
  const all = new Set([...names, ...(chosen ? [chosen] : [])]);
  return [...all].map((name) => ({ value: name, label: name }));
}

/** The regions of the tenancy. */
export function useRegionOptions(chosen: string | null): readonly FilterOption[] {
  const regions = useQuery(inventoryQuery()).data?.regions ?? [];
  return optionsOfNames(
    regions.map(({ regionName }) => regionName),
    chosen,
  );
}

/** The compartments that can be seen, by their paths. */
export function useCompartmentOptions(chosen: string | null): readonly FilterOption[] {
  const compartments = (useQuery(inventoryQuery()).data?.compartments ?? []).map(({ id, path }) => ({
    value: id,
    label: path,
  }));
  const isUnlisted = chosen !== null && compartments.every(({ value }) => value !== chosen);
  return [...compartments, ...(isUnlisted ? [{ value: chosen, label: chosen }] : [])];
}
