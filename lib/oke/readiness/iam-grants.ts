import { truthOf, type Truth } from "@/lib/oke/readiness/iam-condition";
import type { IamGroup } from "@/lib/oke/readiness/iam-group";
import {
  type IamLocation,
  type IamPolicy,
  type IamStatement,
  type IamSubject,
  iamStatementFrom,
  type IamVerb,
  iamVerbs,
} from "@/lib/oke/readiness/iam-policy";
import type { Reading } from "@/lib/oke/readiness/reading";
import type { Compartment } from "@/lib/oke/tenancy";

/** Whom a statement must speak of. */
export type IamPrincipal =
  | {
      readonly type: "user";
      /** The group that the person named; `null` when none was. */
      readonly group: string | null;
      /** The groups that Identity says the person is in, to look at where none was named. */
      readonly memberOf?: readonly IamGroup[];
    }
  | {
      readonly type: "cluster" | "nodepool";
      readonly compartmentId: string | null;
      /** The OCID, where one principal is meant. */
      readonly id: string | null;
    };

/** One namespace that is to be used; without a name, every namespace of the compartment. */
export type IamTarget = {
  readonly name: string | null;
  readonly id: string | null;
  /** `null` when it is not known where the namespace lives. */
  readonly compartmentId: string | null;
};

export type IamPolicyReadings = (compartmentId: string) => Reading<readonly IamPolicy[]>;

export type IamQuestion = {
  readonly principal: IamPrincipal;
  readonly verb: IamVerb;
  readonly target: IamTarget;
  readonly compartments: readonly Compartment[];
  readonly policies: IamPolicyReadings;
};

export type IamAnswer = {
  readonly truth: Truth;
  /** The policies that grant it, or that could. */
  readonly policyNames: readonly string[];
  /** Set when the answer is `unknown` because lists of policies could not be read. */
  readonly unread: readonly Reading<unknown>[];
};

/** From the root down to a compartment; shorter when a parent cannot be seen. */
export function chainTo(compartmentId: string, compartments: readonly Compartment[]): readonly Compartment[] {
  const chain: Compartment[] = [];
  for (let id: string | null = compartmentId; id !== null;) {
    const found: Compartment | undefined = compartments.find((each) => each.id === id);
    if (found === undefined || chain.includes(found)) break;
    chain.unshift(found);
    id = found.compartmentId;
  }
  return chain;
}

const isSamePath = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((name, index) => name.toLowerCase() === b[index]?.toLowerCase());

/** A path is read from the compartment that the policy is attached to, whose own name may stand in front of it. */
function isPlaceOf(location: IamLocation, policy: IamPolicy, chain: readonly Compartment[]): boolean {
  const from = chain.findIndex(({ id }) => id === policy.compartmentId);
  if (from === -1) return false;
  if (location.kind === "tenancy") return from === 0;
  const below = chain.slice(from);
  if (location.kind === "compartment-id") return below.some(({ id }) => id === location.id);
  return below.some((_, index) => {
    const names = below.slice(0, index + 1).map(({ name }) => name);
    return isSamePath(location.path, names) || (index > 0 && isSamePath(location.path, names.slice(1)));
  });
}

const resourceTypes = [
  "security-attribute-namespace",
  "security-attribute-namespaces",
  "security-attribute-family",
  "all-resources",
];

export const isResourceType = (written: string): boolean => resourceTypes.includes(written);

/** Domains are compared only where both name one. */
function isGroup(written: string, wanted: string): boolean {
  const [a, b] = [written.toLowerCase().split("/"), unquotedGroup(wanted).toLowerCase().split("/")];
  if (a.at(-1) !== b.at(-1)) return false;
  return a.length === 1 || b.length === 1 || a[0] === b[0];
}

const unquotedGroup = (name: string) => name.replaceAll("'", "");

/** Identity lists the groups of the default domain; whether somebody is in one of another domain it does not say. */
const defaultDomain = "default";

function memberTruth(names: readonly string[], memberOf: readonly IamGroup[] | undefined): Truth {
  if (memberOf === undefined) return "unknown";
  const isOwn = (written: string) =>
    memberOf.some(({ id, name }) => written === id || (name !== "" && isGroup(written, `${defaultDomain}/${name}`)));
  if (names.some(isOwn)) return "yes";
  const isElsewhere = (written: string) => {
    const [domain, ...rest] = written.split("/");
    return rest.length > 0 && domain?.toLowerCase() !== defaultDomain;
  };
  return names.some(isElsewhere) || memberOf.some(({ name }) => name === "") ? "unknown" : "no";
}

export function subjectTruth(subject: IamSubject, principal: IamPrincipal): Truth {
  if (subject.kind === "any-user") return "yes";
  if (principal.type === "user") {
    if (subject.kind !== "group") return "no";
    if (principal.group === null) return memberTruth(subject.names, principal.memberOf);
    const { group } = principal;
    if (subject.names.some((name) => isGroup(name, group))) return "yes";
    // A group that is named by its OCID may be the one.
    return subject.names.some((name) => name.startsWith("ocid1.")) ? "unknown" : "no";
  }
  // Which clusters a dynamic group holds, its rules say.
  return subject.kind === "dynamic-group" ? "unknown" : "no";
}

const known = (facts: readonly (readonly [string, string | null])[]): ReadonlyMap<string, string> =>
  new Map(facts.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const])));

/** What is known of who asks, whatever is asked for. */
export const principalFacts = (principal: IamPrincipal): ReadonlyMap<string, string> =>
  known([
    ["request.principal.type", principal.type],
    ["request.principal.id", principal.type === "user" ? null : principal.id],
    ["request.principal.compartment.id", principal.type === "user" ? null : principal.compartmentId],
  ]);

const factsOf = ({ principal, target }: IamQuestion): ReadonlyMap<string, string> =>
  new Map([
    ...principalFacts(principal),
    ...known([
      ["target.security-attribute-namespace.name", target.name],
      ["target.security-attribute-namespace.id", target.id],
      ["target.compartment.id", target.compartmentId],
    ]),
  ]);

const both = (a: Truth, b: Truth): Truth =>
  a === "no" || b === "no" ? "no" : a === "unknown" || b === "unknown" ? "unknown" : "yes";

/** Statements of another form that speak of what we ask about are "unknown", not "no". */
const mayConcern = (text: string) => /security.attribute|all-resources/i.test(text);

function statementTruth(
  policy: IamPolicy,
  text: string,
  question: IamQuestion,
  chain: readonly Compartment[],
): { readonly effect: IamStatement["effect"]; readonly truth: Truth } {
  const statement = iamStatementFrom(text);
  if (statement === null) return { effect: "allow", truth: mayConcern(text) ? "unknown" : "no" };
  const { effect, subject, verb, resourceType, location, condition } = statement;
  // A refusal of a lesser right takes the greater ones with it.
  const isVerb =
    effect === "deny"
      ? iamVerbs.indexOf(verb) <= iamVerbs.indexOf(question.verb)
      : iamVerbs.indexOf(verb) >= iamVerbs.indexOf(question.verb);
  if (!isVerb || !isResourceType(resourceType) || !isPlaceOf(location, policy, chain)) {
    return { effect, truth: "no" };
  }
  const holds = condition === null ? "yes" : condition === "unread" ? "unknown" : truthOf(condition, factsOf(question));
  return { effect, truth: both(subjectTruth(subject, question.principal), holds) };
}

/**
 * Whether IAM lets a principal use a namespace, from the policies attached to the namespace's compartment and to those
 * above it. Only statements of the plain form are read: another one that could decide makes the answer `unknown`.
 */
export function iamAnswerTo(question: IamQuestion): IamAnswer {
  const { target, compartments, policies } = question;
  const chain = target.compartmentId === null ? [] : chainTo(target.compartmentId, compartments);
  const isWhole = chain[0]?.compartmentId === null;
  const readings = chain.map(({ id }) => policies(id));
  const unread = readings.filter(({ state }) => state !== "read");
  const judged = readings
    .flatMap((reading) => (reading.state === "read" ? reading.value : []))
    .filter(({ lifecycleState }) => lifecycleState === "ACTIVE")
    .flatMap((policy) =>
      policy.statements.map((text) => ({ policy, ...statementTruth(policy, text, question, chain) })),
    )
    .filter(({ truth }) => truth !== "no");
  const namesOf = (found: readonly { readonly policy: IamPolicy }[]) => [
    ...new Set(found.map(({ policy }) => policy.name)),
  ];
  const denying = judged.filter(({ effect }) => effect === "deny");
  const granting = judged.filter(({ effect, truth }) => effect === "allow" && truth === "yes");
  if (granting.length > 0 && denying.length === 0) return { truth: "yes", policyNames: namesOf(granting), unread: [] };
  if (judged.length > 0) return { truth: "unknown", policyNames: namesOf(judged), unread };
  return { truth: isWhole && unread.length === 0 ? "no" : "unknown", policyNames: [], unread };
}
