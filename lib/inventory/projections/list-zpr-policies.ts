import type { ListZprPoliciesRequest } from "@/lib/contract/list-zpr-policies-request";
import type { ReadingState } from "@/lib/contract/reading-state";
import type { LintCounts, ListZprPoliciesResponse, ZprPolicyListItem } from "@/lib/contract/zpr-policies";
import type { Inventory } from "@/lib/inventory/inventory";
import { unreadFacts, lintFactsOf } from "@/lib/inventory/projections/lint-facts";
import { cureOf, type LintedPolicy, lintedPolicies } from "@/lib/inventory/projections/linted-policies";
import { listPage, type ListRows } from "@/lib/inventory/projections/list-page";
import type { SortValue } from "@/lib/inventory/projections/ordered-rows";
import { lintWordsOf, zprPolicyKeys } from "@/lib/inventory/projections/zpr-policy-filter-keys";
import { zprEnabledCheck } from "@/lib/oke/readiness/checks/zpr-checks";
import type { Reading } from "@/lib/oke/readiness/reading";
import type { ZprConfiguration } from "@/lib/zpr/zpr-configuration";
import type { ZprPolicy } from "@/lib/zpr/zpr-policy";

/** What is read of ZPR beside the inventory. */
export type ZprReadings = {
  readonly policies: Reading<readonly ZprPolicy[]>;
  readonly configuration: Reading<ZprConfiguration>;
};

export const readingState = (reading: Reading<unknown>): ReadingState => ({
  state: reading.state,
  message: "message" in reading ? reading.message : null,
  code: "code" in reading ? reading.code : null,
  opcRequestId: "opcRequestId" in reading ? reading.opcRequestId : null,
  readAt: "readAt" in reading ? reading.readAt : null,
});

/** A policy as lists show it. */
export const zprPolicyRow = ({ policy, counts }: LintedPolicy): ZprPolicyListItem => {
  const { id, name, description, lifecycleState, lifecycleDetails, timeUpdated, statements } = policy;
  const statementCount = statements.length;
  return { id, name, description, lifecycleState, lifecycleDetails, timeUpdated, statementCount, lint: counts };
};

/** Ascending, the worst stands first: by errors, then by warnings, then by notes. */
const gravity = ({ error, warning, info }: LintCounts): number => -(error * 1e8 + warning * 1e4 + info);

type Row = { readonly item: ZprPolicyListItem; readonly texts: readonly string[] };

const sortValues: Record<NonNullable<ListZprPoliciesRequest["sortBy"]>, (row: Row) => SortValue> = {
  name: ({ item }) => item.name,
  lifecycleState: ({ item }) => item.lifecycleState,
  statementCount: ({ item }) => item.statementCount,
  lint: ({ item }) => gravity(item.lint),
  timeUpdated: ({ item }) => item.timeUpdated,
};

const listRows: ListRows<Row, keyof typeof sortValues> = {
  idOf: ({ item }) => item.id,
  textsOf: ({ texts }) => texts,
  sortValues,
  filterKeys: zprPolicyKeys,
};

const rowsOf = new WeakMap<readonly LintedPolicy[], readonly Row[]>();

function rowsFrom(policies: readonly LintedPolicy[]): readonly Row[] {
  const known = rowsOf.get(policies);
  if (known) return known;
  const rows = policies.map((linted) => {
    const { id, name, description, lifecycleDetails, statements } = linted.policy;
    // A statement is found by a name that is only understood in it, too.
    const understood = linted.statements.flatMap(({ resolved: { locations, endpoints } }) =>
      [...locations, ...endpoints].map(({ fullName }) => fullName),
    );
    const texts = [name, id, description, lifecycleDetails ?? "", ...statements, ...new Set(understood)];
    return { item: zprPolicyRow(linted), texts };
  });
  rowsOf.set(policies, rows);
  return rows;
}

function matches({ item }: Row, { lifecycleState, severity }: ListZprPoliciesRequest): boolean {
  const words = lintWordsOf(item);
  return (
    (lifecycleState?.includes(item.lifecycleState) ?? true) &&
    (severity === undefined || severity.some((each) => words.includes(each)))
  );
}

/**
 * Answers `GET /api/zpr-policies`; `null` when the page token does not fit the query. Without policies read there are
 * none in it, and `policies` says why.
 */
export function listZprPolicies(
  inventory: Inventory,
  { policies, configuration }: ZprReadings,
  request: ListZprPoliciesRequest,
): ListZprPoliciesResponse | null {
  const isRead = policies.state === "read";
  const linted = isRead ? lintedPolicies(inventory, policies.value) : null;
  const rows = linted === null ? [] : rowsFrom(linted.policies);
  const { q, sortBy = "name", sortOrder, limit, page, offset, facet, facetText, ...filters } = request;
  const question = { q, sortBy, sortOrder, limit, page, offset, facet, facetText, filters };
  const shown = listPage(rows, listRows, { ...question, narrows: (row) => matches(row, request) });
  if (shown === null) return null;
  const { matching, ...answer } = shown;
  const enabled = zprEnabledCheck({
    zprConfiguration: configuration,
    zprPolicies: policies,
    tenancyId: inventory.tenancy.id,
  });
  return {
    ...answer,
    items: answer.items.map(({ item }) => item),
    total: matching.length,
    totalUnfiltered: rows.length,
    revision: inventory.revision,
    completeness: { isComplete: isRead, gaps: [], gapCount: 0 },
    policies: readingState(policies),
    enabled: { state: enabled.state, evidence: enabled.evidence },
    tenancyFindings: (linted?.tenancyFindings ?? []).map(({ rule, severity, message, clusterId = null }) => ({
      rule,
      severity,
      message,
      cure: cureOf(rule),
      clusterId,
    })),
    unread: linted?.unread ?? unreadFacts(lintFactsOf(inventory, false)),
  };
}
