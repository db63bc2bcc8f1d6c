import type { StatementCounts } from "@/lib/contract/statement-counts";
import type { Inventory } from "@/lib/inventory/inventory";
import { lintedPolicies } from "@/lib/inventory/projections/linted-policies";
import { readingState } from "@/lib/inventory/projections/list-zpr-policies";
import { namesIn } from "@/lib/inventory/projections/naming-statements";
import { carriedValueRows } from "@/lib/inventory/projections/security-attribute-rows";
import type { Reading } from "@/lib/oke/readiness/reading";
import { mayName, namedAttributeKey } from "@/lib/zpr/policy-language/named-attribute";
import { isStale } from "@/lib/zpr/verdict-state";
import type { ZprPolicy } from "@/lib/zpr/zpr-policy";

type Policies = Reading<readonly ZprPolicy[]>;

/** How many statements name each attribute, and the texts that cannot be read and may. */
function namedIn(inventory: Inventory, policies: readonly ZprPolicy[]) {
  const named = new Map<string, number>();
  const unreadable: string[] = [];
  for (const { statements } of lintedPolicies(inventory, policies).policies) {
    for (const { text, statement } of statements.map(({ parsed }) => parsed)) {
      if (statement === null) unreadable.push(text);
      for (const key of statement === null
        ? []
        : new Set(namesIn(statement).map(({ attribute }) => namedAttributeKey(attribute)))) {
        named.set(key, (named.get(key) ?? 0) + 1);
      }
    }
  }
  return { named, unreadable };
}

/** Answers `GET /api/security-attributes/statement-counts`: for every stale value, as `namingStatements` counts them. */
export function statementCounts(inventory: Inventory, policies: Policies): StatementCounts {
  if (policies.state !== "read") return { items: [], policies: readingState(policies) };
  const { named, unreadable } = namedIn(inventory, policies.value);
  const stale = carriedValueRows(inventory).filter(({ state }) => isStale(state));
  const items = stale.map(({ namespace, key, usedValues }) => {
    const attribute = { namespace, key, value: usedValues[0]?.value ?? "" };
    const doubtful = unreadable.filter((text) => mayName(text, attribute)).length;
    return { ...attribute, count: (named.get(namedAttributeKey(attribute)) ?? 0) + doubtful };
  });
  return { items, policies: readingState(policies) };
}
