import { type IamCondition, truthOf } from "@/lib/oke/readiness/iam-condition";
import {
  chainTo,
  type IamQuestion,
  isResourceType,
  principalFacts,
  subjectTruth,
} from "@/lib/oke/readiness/iam-grants";
import { type IamLocation, iamStatementFrom, iamVerbs } from "@/lib/oke/readiness/iam-policy";

/** A right that a policy grants, but not on all that was asked for. */
export type NarrowerGrant = { readonly policyName: string; readonly scope: string };

const namespacesIn = (condition: IamCondition): readonly string[] => {
  if (condition.kind !== "compare") return condition.of.flatMap(namespacesIn);
  const isName = condition.variable === "target.security-attribute-namespace.name" && condition.isEqual;
  return isName ? [condition.value] : [];
};

const placeText = (location: IamLocation): string => {
  if (location.kind === "tenancy") return "";
  return location.kind === "compartment-id"
    ? `in the compartment ${location.id}`
    : `in compartment ${location.path.join(":")}`;
};

function scopeOf(text: string, question: IamQuestion): string | null {
  const statement = iamStatementFrom(text);
  if (statement === null || statement.effect === "deny" || statement.condition === "unread") return null;
  const { subject, verb, resourceType, location, condition } = statement;
  const isEnough = iamVerbs.indexOf(verb) >= iamVerbs.indexOf(question.verb) && isResourceType(resourceType);
  if (!isEnough || subjectTruth(subject, question.principal) !== "yes") return null;
  const names = condition === null ? [] : namespacesIn(condition);
  const holds = condition === null ? "yes" : truthOf(condition, principalFacts(question.principal));
  if (holds === "no" || (holds === "unknown" && names.length === 0)) return null;
  const namespaces =
    names.length === 0 ? "" : `for the ${names.length === 1 ? "namespace" : "namespaces"} ${names.join(", ")}`;
  const scope = [namespaces, placeText(location)].filter((part) => part !== "").join(" ");
  return scope === "" ? null : scope;
}

/** Where the right that was asked for is not granted: for what else it is, by the policies that would grant it. */
export function narrowerGrants(question: IamQuestion): readonly NarrowerGrant[] {
  const { target, compartments, policies } = question;
  const readings = target.compartmentId === null ? [] : chainTo(target.compartmentId, compartments);
  return readings
    .map(({ id }) => policies(id))
    .flatMap((reading) => (reading.state === "read" ? reading.value : []))
    .filter(({ lifecycleState }) => lifecycleState === "ACTIVE")
    .flatMap(({ name, statements }) =>
      statements.flatMap((text) => {
        const scope = scopeOf(text, question);
        return scope === null ? [] : [{ policyName: name, scope }];
      }),
    );
}
