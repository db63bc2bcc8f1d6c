import type { ResourceKind } from "@/lib/oke/resource-kind";

/** What makes a finding, the most consequential first. */
export const findingRules = [
  "not-applied",
  "guard-line",
  "no-admin-access",
  "vcn-without-attribute",
  "deleted-attribute",
  "declared-differs",
  "nodes-on-old-set",
  "secondary-vnics-differ",
  "deleting-attribute",
  "value-not-allowed",
  "retired-attribute",
  "ineligible-cluster",
  "orphan",
  "over-cap",
] as const;
export type FindingRule = (typeof findingRules)[number];

export const findingSeverities = ["high", "medium", "low"] as const;
export type FindingSeverity = (typeof findingSeverities)[number];

/** Where a finding is looked at and cured. */
export type FindingPlace =
  | { readonly type: "resource"; readonly id: string }
  | { readonly type: "cluster"; readonly id: string }
  | { readonly type: "node-pool-nodes"; readonly id: string }
  | { readonly type: "guards" };

/** Something that is wrong with one resource. */
export type Finding = {
  /** The same as long as the same is wrong with the same resource, whatever else is found or read again. */
  readonly id: string;
  readonly rule: FindingRule;
  readonly severity: FindingSeverity;
  readonly resourceId: string;
  readonly kind: ResourceKind;
  /** What was seen, in one or two sentences with real names. */
  readonly evidence: string;
  readonly cure: string;
  readonly place: FindingPlace;
};

/** How many findings there are of each severity. */
export type FindingCounts = { readonly [S in FindingSeverity]: number };

export const noFindings: FindingCounts = { high: 0, medium: 0, low: 0 };

/** How many there are of each severity. */
export function findingCounts(findings: readonly Pick<Finding, "severity">[]): FindingCounts {
  const counts = { high: 0, medium: 0, low: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

/** How many there are of each severity in all. */
export const sumOfFindings = (counts: readonly FindingCounts[]): FindingCounts =>
  counts.reduce(
    (sum, { high, medium, low }) => ({ high: sum.high + high, medium: sum.medium + medium, low: sum.low + low }),
    noFindings,
  );
