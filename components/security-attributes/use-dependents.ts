import { useQuery } from "@tanstack/react-query";
import { parseAsJson, useQueryState } from "nuqs";
import * as v from "valibot";
import { type StaleRow, valueOf } from "@/components/security-attributes/stale-table";
import type { SecurityAttributeListItem } from "@/lib/contract/security-attributes";
import { statementCountsQuery } from "@/lib/queries/statement-counts";
import type { NamedAttribute } from "@/lib/zpr/policy-language/statement";

/** Both the rows and the counts spell it as resources do. */
const wordOf = ({ namespace, key, value }: NamedAttribute): string => JSON.stringify([namespace, key, value]);

/** Namespace, key and value, as the address holds them. */
const openSchema = v.tuple([v.string(), v.string(), v.string()]);

/** The stale value whose dependents are shown, as state of the address; and rows that can be opened. */
export function useDependents() {
  const [open, setOpen] = useQueryState(
    "dependents",
    parseAsJson(openSchema).withOptions({ history: "push", scroll: false }),
  );
  const counts = useQuery(statementCountsQuery());
  const { items = [], policies } = counts.data ?? {};
  const known = new Map(items.map((item) => [wordOf(item), item.count]));
  const isReading = counts.isPending || policies?.state === "not-asked";
  const rowOf = (row: SecurityAttributeListItem, isComplete: boolean): StaleRow => {
    const attribute = { namespace: row.namespace, key: row.key, value: valueOf(row) };
    const count = policies?.state === "read" ? (known.get(wordOf(attribute)) ?? "unknown") : "unknown";
    return {
      ...row,
      isComplete,
      namedBy: isReading ? "reading" : count,
      onOpen: () => void setOpen([attribute.namespace, attribute.key, attribute.value]),
    };
  };
  const [namespace, key, value] = open ?? [];
  const shown: NamedAttribute | null =
    namespace === undefined || key === undefined || value === undefined ? null : { namespace, key, value };
  return { rowOf, shown, close: () => void setOpen(null, { history: "replace" }) };
}
