import { refusal, type ChangeRefusal } from "@/lib/changes/change-refusal";
import { definitionProblems } from "@/lib/changes/definition-problems";
import type { CreateChangeDetails } from "@/lib/contract/create-change";
import { isUnread } from "@/lib/inventory/declaration-for-edit";
import type { FreshEditable } from "@/lib/inventory/fresh-editable";
import type { FreshResource, ProtectedResource } from "@/lib/oke/protected-resource";
import { resourceKindFacts } from "@/lib/oke/resource-kind";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";
import type { SecurityAttributeCatalog } from "@/lib/zpr/security-attribute-namespace";
import { applyChangeOperations, isSameSecurityAttributes } from "@/lib/zpr/security-attributes";

/** A change that may be sent: the set before and the whole set to write. */
export type PlannedChange = {
  readonly ok: true;
  readonly before: readonly SecurityAttribute[];
  readonly after: readonly SecurityAttribute[];
};

const withoutVerdicts = ({ securityAttributes }: ProtectedResource): readonly SecurityAttribute[] =>
  securityAttributes.map(({ verdict: _verdict, ...attribute }) => attribute);

const isDeclared = ({ owner: { type } }: ProtectedResource): boolean =>
  type === "service-annotation" || type === "ingress-class-annotation";

/**
 * Nobody could look where the setting lives, so nothing is known of whether it is as the person saw it: what OCI tells
 * of the resource is no other version of the manifest.
 */
function unreadRefusalOf({ declaration }: FreshEditable, { seenIn }: CreateChangeDetails): ChangeRefusal | null {
  const isConcerned =
    declaration?.type === "unreadable" || (declaration?.type === "not-known" && seenIn === "manifest");
  if (!isConcerned) return null;
  const { code, reason } = declaration;
  const isAnswered = declaration.type === "unreadable" && !isUnread(declaration);
  const lead = isAnswered ? "" : "The manifest could not be read just now, so nothing was written. ";
  return refusal(409, { code, message: `${lead}${reason}` });
}

function changedWords({ resource }: FreshResource, { seenIn }: CreateChangeDetails, isSameSet: boolean): string {
  const what = isDeclared(resource) ? "manifest" : "resource";
  if (what === "manifest" && seenIn === "resource") {
    return "Only now could be seen that a manifest owns this setting, and what it declares.";
  }
  return isSameSet
    ? `The ${what} was changed after you opened it, though not in its security attributes.`
    : `The security attributes of the ${what} were changed after you opened it.`;
}

function conflictOf(fresh: FreshResource, details: CreateChangeDetails): ChangeRefusal | null {
  const current = withoutVerdicts(fresh.resource);
  const isSameSet = isSameSecurityAttributes(details.seenSecurityAttributes, current);
  if (isSameSet && fresh.etag === details.etag) return null;
  const message = `${changedWords(fresh, details, isSameSet)} Nothing was written.`;
  const seen = details.seenSecurityAttributes;
  return { ok: false, status: 409, body: { code: "ResourceChanged", message, seen, current, currentEtag: fresh.etag } };
}

function offerRefusalOf({ edit }: ProtectedResource, { operations }: CreateChangeDetails): ChangeRefusal | null {
  // Without a step the set to start from is written as it is.
  if (operations.length === 0 && !edit.add.offered) {
    return refusal(409, { code: "IncorrectState", message: edit.add.reason });
  }
  const offers = operations.map(({ op }) => (op === "remove" ? edit.remove : edit.add));
  const index = offers.findIndex(({ offered }) => !offered);
  const offer = offers[index];
  if (offer === undefined || offer.offered) return null;
  return refusal(409, { code: "IncorrectState", message: offer.reason, field: `operations[${index}].op` });
}

type StepProblem = { readonly index: number; readonly field: string; readonly message: string };

/** Tells every problem and points at the first. */
const stepRefusal = (problems: readonly StepProblem[]): ChangeRefusal => {
  const field = problems.slice(0, 1).map((problem) => `operations[${problem.index}].${problem.field}`)[0];
  const message = problems.map((problem) => problem.message).join(" ");
  return refusal(400, { code: "InvalidParameter", message, ...(field !== undefined && { field }) });
};

/**
 * Judges a change against a fresh read of its resource, in this order: could be read what it is made to; is that as the
 * person saw it; is such an edit offered; can the steps be done, within the cap of its kind; do the definitions allow what is added.
 */
export function planChange(
  read: FreshEditable,
  details: CreateChangeDetails,
  catalog: SecurityAttributeCatalog,
): PlannedChange | ChangeRefusal {
  const { editable: fresh } = read;
  const refused =
    unreadRefusalOf(read, details) ?? conflictOf(fresh, details) ?? offerRefusalOf(fresh.resource, details);
  if (refused !== null) return refused;
  const before = withoutVerdicts(fresh.resource);
  const { cap } = resourceKindFacts[fresh.resource.kind];
  const applied = applyChangeOperations(before, details.operations, cap);
  if (!applied.ok) return stepRefusal(applied.problems);
  const problems = definitionProblems(details.operations, catalog);
  return problems.length > 0 ? stepRefusal(problems) : { ok: true, before, after: applied.after };
}
