import { resourceKindFacts, resourceKinds } from "@/lib/oke/resource-kind";

type FilterOption = { readonly value: string; readonly label: string };

export const kindOptions = resourceKinds.map((kind) => ({ value: kind, label: resourceKindFacts[kind].label }));

/** One choice a name; the chosen one is among them even where nothing else knows of it, as from a copied address. */
export function optionsOfNames(names: readonly string[], chosen: string | null): readonly FilterOption[] {
  const all = new Set([...names, ...(chosen ? [chosen] : [])]);
  return [...all].map((name) => ({ value: name, label: name }));
}
