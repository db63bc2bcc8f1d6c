import "server-only";
import { refusal } from "@/lib/changes/change-refusal";
import { isAtWork, isNamed, readPolicy, textOf } from "@/lib/changes/zpr-policy/policy-reading";
import type { HeldEdit } from "@/lib/contract/edit-hold";
import type { ApiErrorBody } from "@/lib/contract/page";
import type { CreateZprPolicyChangeDetails, ZprPolicyConflict } from "@/lib/contract/zpr-policy-changes";
import type { OciContext } from "@/lib/oci/clients";
import { listZprPolicies } from "@/lib/oci/zpr";
import type { ZprPolicyText, ZprPolicyWrite } from "@/lib/zpr/zpr-policy-write";

/** A write that may be sent, with what it starts from. */
export type PlannedPolicyChange = {
  readonly ok: true;
  readonly write: ZprPolicyWrite;
  readonly name: string;
  /** `null` for one that is made. */
  readonly policyId: string | null;
  readonly before: ZprPolicyText | null;
  /** `null` for a deletion. */
  readonly after: ZprPolicyText | null;
  /** Of one that is made: the policies that there are already. */
  readonly earlierIds: readonly string[];
};

/** Why a change is not made, with the status and the body of the answer. Nothing was written. */
export type PolicyRefusal = {
  readonly ok: false;
  readonly status: number;
  readonly body: ApiErrorBody | ZprPolicyConflict | HeldEdit;
};

const unknownPolicy = refusal(404, {
  code: "NotAuthorizedOrNotFound",
  message: "There is no such policy: it was deleted, or you may not see it.",
  field: "policyId",
});

type EditDetails = Exclude<CreateZprPolicyChangeDetails, { action: "create" }>;
type CreateDetails = Extract<CreateZprPolicyChangeDetails, { action: "create" }>;

async function planCreate(context: OciContext, region: string, { name, text }: CreateDetails) {
  const policies = await listZprPolicies(context, { region });
  if (policies.some((policy) => isNamed(policy, name))) {
    const message = `There is a policy ${name} already. Names are unique in the tenancy, and cannot be changed later.`;
    return refusal(409, { code: "NameTaken", message, field: "name" });
  }
  const write = { action: "create", name, text } as const;
  const earlierIds = policies.map(({ id }) => id);
  return { ok: true, write, name, policyId: null, before: null, after: text, earlierIds } as const;
}

const isSameWording = (a: ZprPolicyText, b: ZprPolicyText): boolean =>
  a.description === b.description &&
  a.statements.length === b.statements.length &&
  a.statements.every((text, index) => text === b.statements[index]);

function conflictOf(details: EditDetails, current: ZprPolicyText, currentEtag: string): PolicyRefusal | null {
  const { seen } = details;
  const isSame = isSameWording(seen, current);
  if (isSame && details.etag === currentEtag) return null;
  const message = isSame
    ? "The policy was changed after you opened it, though not in its text. Nothing was written."
    : "The text of the policy was changed after you opened it. Nothing was written.";
  return { ok: false, status: 409, body: { code: "ResourceChanged", message, seen, current, currentEtag } };
}

const noDifference = refusal(400, {
  code: "InvalidParameter",
  message: "There is nothing to change: the policy has this text.",
  field: "text",
});

async function planEdit(
  context: OciContext,
  region: string,
  details: EditDetails,
): Promise<PlannedPolicyChange | PolicyRefusal> {
  const { policyId } = details;
  const reading = await readPolicy(context, { region, zprPolicyId: policyId });
  if (reading === null) return unknownPolicy;
  const { policy } = reading;
  if (isAtWork(policy)) {
    const message = `ZPR is at work on the policy: its state is ${policy.lifecycleState}. Wait until it has ended.`;
    return refusal(409, { code: "IncorrectState", message, field: "policyId" });
  }
  const etag = reading.etag ?? "";
  const before = textOf(policy);
  const conflict = conflictOf(details, before, etag);
  if (conflict !== null) return conflict;
  const shared = { ok: true, name: policy.name, policyId, before, earlierIds: [] } as const;
  if (details.action === "delete") return { ...shared, write: { action: "delete", policyId, etag }, after: null };
  const { text } = details;
  if (isSameWording(before, text)) {
    return noDifference;
  }
  return { ...shared, write: { action: "update", policyId, etag, text }, after: text };
}

/**
 * Checks a change against a fresh read of the policies. Refuses with both versions when the policy is not as the person
 * saw it. Throws `OciRequestError` when it cannot be read.
 */
export function planPolicyChange(
  context: OciContext,
  region: string,
  details: CreateZprPolicyChangeDetails,
): Promise<PlannedPolicyChange | PolicyRefusal> {
  return details.action === "create" ? planCreate(context, region, details) : planEdit(context, region, details);
}
