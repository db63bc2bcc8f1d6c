import type { ZprPolicyDetail } from "@/lib/contract/zpr-policy";
import type { Inventory } from "@/lib/inventory/inventory";
import { completenessOf, concernsOfKinds } from "@/lib/inventory/projections/completeness";
import { lintedPolicies, policyFindingFrom } from "@/lib/inventory/projections/linted-policies";
import { readingState, zprPolicyRow } from "@/lib/inventory/projections/list-zpr-policies";
import { statementView } from "@/lib/inventory/projections/statement-view";
import type { Reading } from "@/lib/oke/readiness/reading";
import { resourceKinds } from "@/lib/oke/resource-kind";
import type { ZprPolicy } from "@/lib/zpr/zpr-policy";
import { isRunningWork, type ZprPolicyWorkRequest } from "@/lib/zpr/zpr-policy-work-request";

const changingStates: readonly ZprPolicy["lifecycleState"][] = ["CREATING", "UPDATING", "DELETING"];

/** Whether the service says that a policy is on its way to another state. */
export const isChangingPolicy = ({ lifecycleState }: Pick<ZprPolicy, "lifecycleState">): boolean =>
  changingStates.includes(lifecycleState);

/** Answers `GET /api/zpr-policies/{id}`; `null` when no such policy is among those read. */
export function zprPolicyDetail(
  inventory: Inventory,
  policyId: string,
  policies: Reading<readonly ZprPolicy[]>,
  workRequests: Reading<readonly ZprPolicyWorkRequest[]>,
): ZprPolicyDetail | null {
  if (policies.state !== "read") return null;
  const all = lintedPolicies(inventory, policies.value);
  const linted = all.policies.find(({ policy }) => policy.id === policyId);
  if (linted === undefined) return null;
  const items = workRequests.state === "read" ? workRequests.value : [];
  return {
    policy: { ...zprPolicyRow(linted), tags: linted.policy.tags },
    statements: linted.statements.map((statement) => statementView(inventory, statement, linted.findings)),
    findings: linted.findings.filter(({ statement }) => statement === null).map(policyFindingFrom),
    unread: all.unread,
    policies: readingState(policies),
    workRequests: { ...readingState(workRequests), items },
    homeRegion: inventory.homeRegion,
    isChanging: isChangingPolicy(linted.policy) || items.some(isRunningWork),
    revision: inventory.revision,
    completeness: completenessOf(inventory, concernsOfKinds(resourceKinds)),
  };
}
