"use client";

import { FilterChips } from "@/components/shared/filter-chips";
import { useListScope } from "@/components/shared/list-scope";
import { Literal } from "@/components/ui/literal";
import { withoutTerm } from "@/lib/filter-text/edit-filter-text";
import { filterTermText } from "@/lib/filter-text/filter-term";
import { parseFilterText } from "@/lib/filter-text/parse-filter-text";

/** The terms of the filter's text that name a key or leave something out, each with a button that takes it away. */
export function TermChips() {
  const list = useListScope();
  if (list === null) return null;
  const { q } = list.address;
  const chips = parseFilterText(q)
    .filter(({ key, values, isNegated }) => values.length > 0 && (key !== null || isNegated))
    .map((term) => {
      const text = term.values.map((value) => (value === "" ? "none" : value)).join(" or ");
      return {
        label: `${term.isNegated ? "not " : ""}${term.key ?? "text"}`,
        value: <Literal text={text} className="text-note font-mono" />,
        valueText: text,
        id: filterTermText(term),
        onRemove: () => list.onAddress({ q: withoutTerm(q, term) || null, page: null }),
      };
    });
  return <FilterChips chips={chips} />;
}
