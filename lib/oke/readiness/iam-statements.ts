import {
  type IamAnswer,
  iamAnswerTo,
  type IamPolicyReadings,
  type IamPrincipal,
  type IamTarget,
} from "@/lib/oke/readiness/iam-grants";
import type { IamGroup } from "@/lib/oke/readiness/iam-group";
import { type NarrowerGrant, narrowerGrants } from "@/lib/oke/readiness/iam-narrower";
import { iamPlaceText, isPlainIamName, isWritableGroup } from "@/lib/oke/readiness/iam-place";
import type { IamVerb } from "@/lib/oke/readiness/iam-policy";
import type { Reading } from "@/lib/oke/readiness/reading";
import type { Compartment } from "@/lib/oke/tenancy";

export const iamStatementCodes = ["user-use", "user-inspect", "cluster-use", "node-pool-manage"] as const;
export const iamStatementStates = ["present", "absent", "unknown"] as const;

/** A statement that somebody with the right to write IAM policies pastes, and whether one like it is there. */
export type RequiredIamStatement = {
  readonly code: (typeof iamStatementCodes)[number];
  readonly statement: string;
  readonly state: (typeof iamStatementStates)[number];
  /** One sentence: what was found, or why nobody can tell. */
  readonly evidence: string;
};

export type IamNeeds = {
  /** The group of the person who edits; `null` when none was named. */
  readonly group: string | null;
  /** The groups that the person is in, by Identity: looked at where none was named. */
  readonly memberOf: Reading<readonly IamGroup[]>;
  /** The namespaces that are to be used; empty means all of the tenancy. */
  readonly namespaces: readonly (IamTarget & { readonly name: string })[];
  /** Those to which the person's group is to be restricted, which takes a second statement; empty for no restriction. */
  readonly restrictedTo: readonly (IamTarget & { readonly name: string })[];
  readonly clusterId: string;
  readonly clusterCompartmentId: string;
  /** Of the node pools, where they all have one. */
  readonly nodePoolCompartmentId: string | null;
  readonly tenancyId: string;
  readonly compartments: readonly Compartment[];
  readonly policies: IamPolicyReadings;
};

const groupText = (group: string | null): string => {
  // Of the groups that Identity lists one may have such a name: no statement is better than one for another group.
  if (group === null || !isWritableGroup(group)) return "<group-name>";
  const parts = group.replaceAll("'", "").split("/");
  return parts.every((part) => isPlainIamName(part)) && parts.length === 1
    ? (parts[0] ?? "")
    : parts.map((part) => `'${part}'`).join("/");
};

const namespaceCondition = ({ name, id }: IamTarget): string =>
  name !== null && isPlainIamName(name)
    ? `target.security-attribute-namespace.name = '${name}'`
    : `target.security-attribute-namespace.id = '${id ?? "<namespace-ocid>"}'`;

/** Every namespace of the tenancy: what is asked for while none in particular is. */
const everyNamespace = (tenancyId: string): IamTarget => ({ name: null, id: null, compartmentId: tenancyId });

const list = (names: readonly string[]) => names.join(", ");

function unreadReason({ unread, policyNames }: IamAnswer): string {
  if (policyNames.length > 0) {
    return `It may be granted by ${list(policyNames)}, in a form or on a condition that this console does not judge.`;
  }
  const [first] = unread;
  if (first?.state === "refused")
    return "IAM policies of a compartment on the way up could not be listed: no permission.";
  if (first?.state === "failed") return `IAM policies could not be listed: ${first.message}`;
  if (first?.state === "not-asked") return "Not checked yet.";
  return "Where the namespace lives cannot be seen, so its policies cannot be looked for.";
}

/** A grant for something else is named: that nothing is granted would not be true. */
function absentEvidence(wanted: string, narrower: readonly NarrowerGrant[]): string {
  if (narrower.length === 0) return `No IAM policy grants it${wanted === "" ? "" : ` for ${wanted}`}.`;
  const grants = [...new Set(narrower.map(({ policyName, scope }) => `${scope} (${policyName})`))];
  return `Granted only ${grants.join(" and ")}, not for ${wanted === "" ? "the whole tenancy" : wanted}.`;
}

/** The standing of one right on several namespaces: as good as the worst of them. */
export function standingOf(
  needs: Pick<IamNeeds, "compartments" | "policies">,
  principal: IamPrincipal,
  verb: IamVerb,
  targets: readonly IamTarget[],
): Pick<RequiredIamStatement, "state" | "evidence"> {
  const answers = targets.map((target) => ({
    target,
    answer: iamAnswerTo({ principal, verb, target, compartments: needs.compartments, policies: needs.policies }),
  }));
  const absent = answers.filter(({ answer }) => answer.truth === "no");
  const named = (some: typeof answers) => list(some.flatMap(({ target }) => target.name ?? []));
  if (absent.length > 0) {
    return {
      state: "absent",
      evidence: absentEvidence(
        named(absent),
        absent.flatMap(({ target }) => narrowerGrants({ principal, verb, target, ...needs })),
      ),
    };
  }
  const [unknown] = answers.filter(({ answer }) => answer.truth === "unknown");
  if (unknown) {
    const what = unknown.target.name === null ? "" : `${unknown.target.name}: `;
    return { state: "unknown", evidence: `${what}${unreadReason(unknown.answer)}` };
  }
  const policies = [...new Set(answers.flatMap(({ answer }) => answer.policyNames))];
  return { state: "present", evidence: `Granted by ${list(policies)}.` };
}

type Grant = { readonly place: string; readonly targets: readonly IamTarget[] };

/** The namespaces by the compartment they live in: a statement names one place. */
function byPlace(needs: IamNeeds): readonly Grant[] {
  const targets = targetsOf(needs);
  const grants = new Map<string, IamTarget[]>();
  for (const target of targets) {
    const place = iamPlaceText(target.compartmentId, needs);
    grants.set(place, [...(grants.get(place) ?? []), target]);
  }
  return [...grants].map(([place, each]) => ({ place, targets: each }));
}

/** Whose statements are looked for: the group that was named, or those that the person is in. */
type Whose = {
  readonly name: string | null;
  readonly standing: (verb: IamVerb, targets: readonly IamTarget[]) => Standing;
};
type Standing = Pick<RequiredIamStatement, "state" | "evidence">;

const nobody = (memberOf: IamNeeds["memberOf"]): Standing => ({
  state: "unknown",
  evidence:
    memberOf.state === "refused" || memberOf.state === "failed"
      ? "Which groups you are in could not be read. Name your group to look for it."
      : "Name your group to look for it.",
});

/** Of several groups that one is named for which the statement is there, otherwise the first. */
function whoseOf(needs: IamNeeds): Whose {
  const { group, memberOf } = needs;
  const of = (principal: IamPrincipal) => (verb: IamVerb, targets: readonly IamTarget[]) =>
    standingOf(needs, principal, verb, targets);
  if (group !== null) return { name: group, standing: of({ type: "user", group }) };
  if (memberOf.state !== "read") return { name: null, standing: () => nobody(memberOf) };
  if (memberOf.value.length === 0) {
    const evidence = "Identity says that you are in no group of the default domain. Name your group to look for it.";
    return { name: null, standing: () => ({ state: "unknown", evidence }) };
  }
  const named = memberOf.value.filter(({ name }) => name !== "").toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const targets = needs.restrictedTo.length > 0 ? needs.restrictedTo : targetsOf(needs);
  const granted = named.find(
    (each) => standingOf(needs, { type: "user", group: null, memberOf: [each] }, "use", targets).state === "present",
  );
  const standing = of({ type: "user", group: null, memberOf: memberOf.value });
  const yours = named.length === 0 ? "" : ` You are in ${list(named.map(({ name }) => name))}.`;
  return {
    name: (granted ?? named[0])?.name ?? null,
    standing: (verb, wanted) => {
      const found = standing(verb, wanted);
      return { ...found, evidence: `${found.evidence}${yours}` };
    },
  };
}

/** The namespaces in use, or every one of the tenancy. */
const targetsOf = ({ namespaces, tenancyId }: IamNeeds): readonly IamTarget[] =>
  namespaces.length > 0 ? namespaces : [everyNamespace(tenancyId)];

function userStatements(needs: IamNeeds): readonly RequiredIamStatement[] {
  const { restrictedTo, tenancyId } = needs;
  const { name, standing } = whoseOf(needs);
  const all = everyNamespace(tenancyId);
  const grantOf = (where: string, targets: readonly IamTarget[]): RequiredIamStatement => ({
    code: "user-use",
    statement: `Allow group ${groupText(name)} to use security-attribute-namespace in tenancy${where}`,
    ...standing("use", targets),
  });
  if (restrictedTo.length === 0) return [grantOf("", targetsOf(needs))];
  return [
    ...restrictedTo.map((namespace) => grantOf(` where ${namespaceCondition(namespace)}`, [namespace])),
    {
      code: "user-inspect",
      statement: `Allow group ${groupText(name)} to inspect security-attribute-namespace in tenancy`,
      ...standing("inspect", [all]),
    },
  ];
}

function machineStatements(needs: IamNeeds, code: "cluster-use" | "node-pool-manage"): readonly RequiredIamStatement[] {
  const principal: IamPrincipal =
    code === "cluster-use"
      ? { type: "cluster", id: needs.clusterId, compartmentId: needs.clusterCompartmentId }
      : { type: "nodepool", id: null, compartmentId: needs.nodePoolCompartmentId };
  const verb = code === "cluster-use" ? "use" : "manage";
  return byPlace(needs).map(({ place, targets }) => ({
    code,
    statement: `Allow any-user to ${verb} security-attribute-namespace in ${place} where request.principal.type = '${principal.type}'`,
    ...standingOf(needs, principal, verb, targets),
  }));
}

/**
 * The IAM statements that a person's group, a cluster and its node pools need to put security attributes on the
 * cluster's resources, in Oracle's wording with real names, to be attached to the root compartment.
 * https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengusingzpr.htm
 */
export function requiredIamStatements(needs: IamNeeds): readonly RequiredIamStatement[] {
  return [
    ...userStatements(needs),
    ...machineStatements(needs, "cluster-use"),
    ...machineStatements(needs, "node-pool-manage"),
  ];
}
