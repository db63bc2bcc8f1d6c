import type { SecurityAttribute } from "@/lib/zpr/security-attribute";

export const attributeVerdictStates = ["ok", "retired", "deleting", "deleted", "value-not-allowed", "unknown"] as const;

/** What the definition of an attribute says about an entry on a resource. */
export type AttributeVerdictState = (typeof attributeVerdictStates)[number];

export type AttributeVerdict = {
  readonly state: AttributeVerdictState;
  /** One sentence for a person: why the entry has this state. */
  readonly reason: string;
};

/** A security attribute on a resource together with what its definition says of it. */
export type AssessedSecurityAttribute = SecurityAttribute & { readonly verdict: AttributeVerdict };

/** How many security attributes have each verdict; shown on every level above the attribute itself. */
export type VerdictCounts = { readonly [S in AttributeVerdictState]: number };

const severity: Record<AttributeVerdictState, number> = {
  ok: 0,
  unknown: 1,
  retired: 2,
  "value-not-allowed": 3,
  deleting: 4,
  deleted: 5,
};

/** Whether an entry with this verdict wants cleaning up. `unknown` is no finding: nobody could look. */
export function isStale(state: AttributeVerdictState): boolean {
  return state !== "ok" && state !== "unknown";
}

/** How much a verdict weighs beside others, from 0 for `ok`; of two stale ones the heavier is the more consequential. */
export const severityOf = (state: AttributeVerdictState): number => severity[state];

/** The verdict that a group shows: its worst, `unknown` above `ok`. `null` for none at all. */
export function worstVerdict(states: readonly AttributeVerdictState[]): AttributeVerdictState | null {
  return states.reduce<AttributeVerdictState | null>(
    (worst, state) => (worst === null || severity[state] > severity[worst] ? state : worst),
    null,
  );
}

/** How many of the entries have each verdict. */
export function verdictCounts(attributes: readonly AssessedSecurityAttribute[]): VerdictCounts {
  const counts = { ok: 0, retired: 0, deleting: 0, deleted: 0, "value-not-allowed": 0, unknown: 0 };
  for (const { verdict } of attributes) counts[verdict.state] += 1;
  return counts;
}
