import type { KeyValue, ListFilter } from "@/lib/contract/list-filter";
import type { FilterKey } from "@/lib/inventory/projections/filter-key";

/** A menu holds no more; typing narrows it. */
const valuesAtMost = 100;

const numbersInText = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/**
 * The values that rows have of a key with how many have each, the most frequent first; only those that hold `text`
 * where one is given.
 */
export function keyValues<T>(
  name: string,
  { valuesOf, labelOf }: FilterKey<T>,
  rows: readonly T[],
  text: string,
): NonNullable<ListFilter["values"]> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const values = new Set(valuesOf(row).map((value) => (value === null ? "" : String(value))));
    for (const value of values.size === 0 ? [""] : values) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const wanted = text.toLowerCase();
  const all = [...counts]
    .map(([value, count]): KeyValue => ({
      value,
      label: value === "" ? "None" : (labelOf?.(value) ?? value),
      count,
    }))
    .filter(({ value, label }) => value.toLowerCase().includes(wanted) || label.toLowerCase().includes(wanted))
    .toSorted((a, b) => b.count - a.count || numbersInText.compare(a.label, b.label));
  return { key: name, items: all.slice(0, valuesAtMost), moreCount: Math.max(0, all.length - valuesAtMost) };
}
