import { needFit, type Fit } from "@/lib/oke/required-statements/need-fit";
import type { RequiredStatement } from "@/lib/oke/required-statements/required-statement";
import type { NeedPlace, Party, StatementNeed, VcnAttributes } from "@/lib/oke/required-statements/statement-need";
import { isSameNamed, mayName } from "@/lib/zpr/policy-language/named-attribute";
import { parseStatement } from "@/lib/zpr/policy-language/parse-statement";
import { printStatement } from "@/lib/zpr/policy-language/print-statement";
import type { Endpoint, NamedAttribute, Statement } from "@/lib/zpr/policy-language/statement";
import type { ZprPolicy, ZprPolicyList } from "@/lib/zpr/zpr-policy";

const outOfForce: readonly ZprPolicy["lifecycleState"][] = ["FAILED", "DELETED", "DELETING"];

/** A statement of a policy that is not out of force. */
type HeldStatement = {
  readonly policy: ZprPolicy;
  readonly text: string;
  /** `null` when it cannot be read. */
  readonly statement: Statement | null;
};

const isPlace = (location: NamedAttribute, vcn: VcnAttributes): boolean =>
  vcn?.some((each) => each.unreadable === null && isSameNamed(each, location)) ?? false;

/** Whether a statement applies in a VCN of a place, or in both that it names. */
function appliesIn(statement: Statement, place: NeedPlace): boolean {
  if (statement.form === "same-vcn") {
    const vcns = place.form === "same-vcn" ? [place.vcn] : [place.source, place.target];
    return vcns.some((vcn) => isPlace(statement.location, vcn));
  }
  if (place.form === "same-vcn") return false;
  return isPlace(statement.source.location, place.source) && isPlace(statement.target.location, place.target);
}

/** The statements that may allow something in the VCNs of a place. */
export function heldStatements({ policies }: ZprPolicyList, place: NeedPlace): readonly HeldStatement[] {
  return policies
    .filter(({ lifecycleState }) => !outOfForce.includes(lifecycleState))
    .flatMap((policy) => policy.statements.map((text) => ({ policy, text, statement: parseStatement(text).statement })))
    .filter(({ statement }) => statement === null || appliesIn(statement, place));
}

const attributesOf = (party: Party) => (party.kind === "attribute" ? party.attributes : []);

function fitOf(need: StatementNeed, { text, statement }: HeldStatement, isOwn: (endpoint: Endpoint) => boolean): Fit {
  if (statement !== null) {
    const fit = needFit(need, statement, isOwn);
    // Across VCNs one that names a single VCN speaks for one side at most, by addresses that may be the other's.
    const isOneSided = need.place.form === "two-vcn" && statement.form === "same-vcn" && fit !== "not";
    return isOneSided ? "partly" : fit;
  }
  const named = [...attributesOf(need.source), ...attributesOf(need.target)];
  return named.some((each) => mayName(text, each)) ? "partly" : "not";
}

function doubtOf({ policy, statement }: HeldStatement): string {
  const { name, lifecycleState } = policy;
  if (statement === null) return `Policy ${name} names it in a statement that this console cannot read.`;
  if (lifecycleState !== "ACTIVE") return `Policy ${name} holds such a statement, but its state is ${lifecycleState}.`;
  return `Policy ${name} holds a statement that may allow some of it: ${printStatement(statement)}`;
}

function evidenceOf({ policy, statement }: HeldStatement, need: StatementNeed, isSame: boolean): string {
  if (isSame || statement === null) return `Policy ${policy.name} holds it.`;
  if (need.source.kind !== "clients") return `Policy ${policy.name} allows it: ${printStatement(statement)}`;
  return `Policy ${policy.name} allows some clients (${printStatement(statement)}). Whether they are all of yours, only you know.`;
}

type Presence = Pick<RequiredStatement, "state" | "evidence" | "found">;

/** Whether statements allow what is needed. What could allow it is "cannot tell", never "missing". */
export function needPresence(
  need: StatementNeed,
  held: readonly HeldStatement[],
  { isComplete, isOwn }: { readonly isComplete: boolean; readonly isOwn: (endpoint: Endpoint) => boolean },
): Presence {
  const fits = held.map((each) => ({ each, fit: fitOf(need, each, isOwn) })).filter(({ fit }) => fit !== "not");
  const inForce = fits.filter(({ each }) => each.policy.lifecycleState === "ACTIVE");
  const foundFrom = ({ policy, text }: HeldStatement) => ({
    policyId: policy.id,
    policyName: policy.name,
    statement: text,
  });
  for (const [wanted, state] of [
    ["exactly", "present"],
    ["wholly", "equivalent"],
  ] as const) {
    const hit = inForce.find(({ fit }) => fit === wanted)?.each;
    if (hit) return { state, evidence: evidenceOf(hit, need, state === "present"), found: foundFrom(hit) };
  }
  const doubtful = fits[0]?.each;
  if (doubtful) return { state: "cannot-tell", evidence: doubtOf(doubtful), found: foundFrom(doubtful) };
  return isComplete
    ? { state: "missing", evidence: "No ZPR policy in force allows it.", found: null }
    : {
        state: "cannot-tell",
        evidence: "None of the policies read allows it, but their list could not be read to its end.",
        found: null,
      };
}
