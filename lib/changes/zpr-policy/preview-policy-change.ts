import "server-only";
import { troubleFrom } from "@/lib/changes/oci-trouble";
import { lintDraft } from "@/lib/changes/zpr-policy/lint-draft";
import { planPolicyChange, type PolicyRefusal } from "@/lib/changes/zpr-policy/plan-policy-change";
import type { CreateZprPolicyChangeDetails, ZprPolicyChangePreview } from "@/lib/contract/zpr-policy-changes";
import type { Inventory } from "@/lib/inventory/inventory";
import type { OciContext } from "@/lib/oci/clients";
import { OciRequestError } from "@/lib/oci/errors";
import { dryRunZprPolicy } from "@/lib/oci/write-zpr-policy";
import { policyAsCode } from "@/lib/oke/policy-as-code";
import type { Reading } from "@/lib/oke/readiness/reading";
import { statementsDifference } from "@/lib/zpr/policy-difference";
import type { ZprPolicy } from "@/lib/zpr/zpr-policy";
import type { ZprPolicyWrite } from "@/lib/zpr/zpr-policy-write";

/** Has the service say what it would make of the write. */
async function dryRun(
  context: OciContext,
  region: string,
  write: ZprPolicyWrite,
): Promise<ZprPolicyChangePreview["dryRun"]> {
  try {
    await dryRunZprPolicy(context, { region, write });
    return { verdict: "accepted" };
  } catch (thrown) {
    const error = troubleFrom(thrown);
    const isAnswer =
      thrown instanceof OciRequestError && thrown.status !== null && thrown.status >= 400 && thrown.status < 500;
    const isRefused = isAnswer && !thrown.isTransient;
    return { verdict: isRefused ? "refused" : "unanswered", error };
  }
}

/**
 * What `startPolicyChange` would do with the same details, without doing it: the difference, what the linter and the
 * service say of it, and the write as code. Refuses what `startPolicyChange` refuses. Throws `OciRequestError` when the
 * policies cannot be read.
 */
export async function previewPolicyChange(
  context: OciContext,
  inventory: Inventory,
  policies: Reading<readonly ZprPolicy[]>,
  details: CreateZprPolicyChangeDetails,
): Promise<{ readonly ok: true; readonly preview: ZprPolicyChangePreview } | PolicyRefusal> {
  const { homeRegion } = inventory;
  const plan = await planPolicyChange(context, homeRegion, details);
  if (!plan.ok) return plan;
  const { write, name, policyId, before, after } = plan;
  const preview: ZprPolicyChangePreview = {
    name,
    region: homeRegion,
    before,
    after,
    difference: statementsDifference(before?.statements ?? [], after?.statements ?? []),
    ...lintDraft(inventory, policies, { policyId, name, statements: after?.statements ?? null }),
    dryRun: await dryRun(context, homeRegion, write),
    asCode: policyAsCode(write, { homeRegion, tenancyId: context.principal.tenancyId }),
  };
  return { ok: true, preview };
}
