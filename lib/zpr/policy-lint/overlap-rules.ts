import type { LintPolicy } from "@/lib/zpr/policy-lint/lint-facts";
import { findingAt, type LintFinding, type PlacedStatement } from "@/lib/zpr/policy-lint/lint-finding";
import {
  type ComparableFilters,
  comparableFrom,
  coverKey,
  isFilterWithin,
  widerCoverKeys,
} from "@/lib/zpr/policy-lint/statement-cover";

type Compared = {
  readonly placed: PlacedStatement;
  readonly source: ComparableFilters;
  readonly target: ComparableFilters;
};
/** Statements about the same sides, by what their filters say. */
type Group = Map<string, Compared>;

/** Statements that say the same as another, or less, across all policies. */
export function overlapFindings(
  statements: readonly PlacedStatement[],
  policies: readonly LintPolicy[],
): readonly LintFinding[] {
  const groups = new Map<string, Group>();
  const findings: LintFinding[] = [];
  for (const placed of statements) {
    if (!placed.isInForce) continue;
    const { source, target } = placed.meaning;
    const compared = { placed, source: comparableFrom(source.filters), target: comparableFrom(target.filters) };
    const key = coverKey(placed.meaning);
    const group: Group = groups.get(key) ?? new Map();
    groups.set(key, group);
    const filters = `${compared.source.key} ${compared.target.key}`;
    const same = group.get(filters);
    if (same === undefined) {
      group.set(filters, compared);
    } else {
      const message = `${whereOf(same.placed, placed, policies)} says the same.`;
      findings.push(findingAt(placed, "duplicate-statement", wholeOf(placed), message));
    }
  }
  for (const group of groups.values()) {
    for (const compared of group.values()) {
      const wider = widerThan(compared, groups)?.placed;
      if (wider === undefined) continue;
      const { placed } = compared;
      const message = `${whereOf(wider, placed, policies)} allows all of this: ${wider.parsed.text.trim().slice(0, 200)}`;
      findings.push(findingAt(placed, "shadowed-statement", wholeOf(placed), message));
    }
  }
  return findings;
}

const wholeOf = ({ parsed: { text } }: PlacedStatement) => ({
  from: text.length - text.trimStart().length,
  to: text.trimEnd().length,
});

function widerThan(compared: Compared, groups: ReadonlyMap<string, Group>): Compared | null {
  for (const key of widerCoverKeys(compared.placed.meaning)) {
    for (const other of groups.get(key)?.values() ?? []) {
      // Filters after the source have no documented meaning, so only the same ones can be compared.
      if (other === compared || other.source.key !== compared.source.key) continue;
      if (isFilterWithin(compared.target, other.target)) return other;
    }
  }
  return null;
}

function whereOf(
  { policy, statement }: PlacedStatement,
  from: PlacedStatement,
  policies: readonly LintPolicy[],
): string {
  const name = policies[policy]?.name;
  return policy === from.policy || name == null
    ? `Statement ${statement + 1}`
    : `Statement ${statement + 1} of policy ${name}`;
}
