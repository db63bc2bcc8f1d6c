import { describe, expect, it } from "vitest";
import { iamConditionFrom, truthOf } from "@/lib/oke/readiness/iam-condition";
import { iamAnswerTo, type IamPrincipal } from "@/lib/oke/readiness/iam-grants";
import { isWritableGroup } from "@/lib/oke/readiness/iam-place";
import { type IamPolicy, iamStatementFrom } from "@/lib/oke/readiness/iam-policy";
import { type IamNeeds, requiredIamStatements } from "@/lib/oke/readiness/iam-statements";
import { notAsked, type Reading } from "@/lib/oke/readiness/reading";
import type { Compartment } from "@/lib/oke/tenancy";

const readAt = "2026-11-01T10:00:00.000Z";
const tenancyId = "ocid1.tenancy.oc1..acme";
const compartment = (name: string, parent: string | null): Compartment => ({
  id: parent === null ? tenancyId : `ocid1.compartment.oc1..${name}`,
  compartmentId: parent === "root" ? tenancyId : parent,
  name,
  description: null,
  lifecycleState: "ACTIVE",
});
const compartments = [
  compartment("acme", null),
  compartment("security", "root"),
  compartment("names", "ocid1.compartment.oc1..security"),
  compartment("other", "root"),
];
const idOf = (name: string) => compartments.find((each) => each.name === name)?.id ?? "";

const policy = (place: string, statement: string, more: Partial<IamPolicy> = {}): IamPolicy => ({
  id: `ocid1.policy.oc1..${place}`,
  compartmentId: idOf(place),
  name: `policy of ${place}`,
  statements: [statement],
  lifecycleState: "ACTIVE",
  ...more,
});

const from =
  (policies: readonly IamPolicy[]) =>
  (compartmentId: string): Reading<readonly IamPolicy[]> => ({
    state: "read",
    value: policies.filter((each) => each.compartmentId === compartmentId),
    readAt,
  });

const cluster: IamPrincipal = { type: "cluster", id: "ocid1.cluster.oc1.iad.c", compartmentId: idOf("other") };
const names = { name: "oke-san", id: "ocid1.securityattributenamespace.oc1..san", compartmentId: idOf("names") };
const question = (policies: readonly IamPolicy[], principal: IamPrincipal = cluster, target = names) => ({
  principal,
  verb: "use" as const,
  target,
  compartments,
  policies: from(policies),
});
const truthWith = (place: string, statement: string, principal = cluster) =>
  iamAnswerTo(question([policy(place, statement)], principal)).truth;

describe("a condition", () => {
  const facts = new Map([
    ["request.principal.type", "cluster"],
    ["target.security-attribute-namespace.name", "oke-san"],
  ]);
  it.each([
    ["request.principal.type = 'cluster'", "yes"],
    ["REQUEST.principal.type='CLUSTER'", "yes"],
    ["request.principal.type != 'cluster'", "no"],
    ["all {request.principal.type = 'cluster', target.security-attribute-namespace.name = 'oke-san'}", "yes"],
    ["all {request.principal.type = 'cluster', request.user.name = 'x'}", "unknown"],
    ["all {request.principal.type = 'nodepool', request.user.name = 'x'}", "no"],
    ["any {request.principal.type = 'nodepool', request.user.name = 'x'}", "unknown"],
    ["ANY { request.user.name = 'x', all { request.principal.type='cluster' } }", "yes"],
  ])("%s holds: %s", (text, truth) => {
    const condition = iamConditionFrom(text);
    expect(condition && truthOf(condition, facts)).toBe(truth);
  });

  it.each([
    "",
    "request.principal.type",
    "request.principal.name = /prod*/",
    "request.utc-timestamp before '2026-01-01'",
    "a = 'b' c",
    "all {}",
    "all {a = 'b'",
    `${"all {".repeat(50)}a = 'b'${"}".repeat(50)}`,
  ])("%j is not read", (text) => expect(iamConditionFrom(text)).toBeNull());
});

describe("a statement", () => {
  it("is read in any case, with its group's domain and its place", () => {
    expect(
      iamStatementFrom(
        "ALLOW GROUP 'Default'/'zpr admins', ops to USE security-attribute-namespaces in compartment A:B",
      ),
    ).toMatchObject({
      effect: "allow",
      subject: { kind: "group", names: ["Default/zpr admins", "ops"] },
      verb: "use",
      location: { kind: "compartment", path: ["A", "B"] },
      condition: null,
    });
  });

  it.each([
    "Define tenancy Partner as ocid1.tenancy.oc1..p",
    "Allow any-user to {SECURITY_ATTRIBUTE_NAMESPACE_USE} in tenancy",
    "nonsense",
    "",
  ])("%j is not", (text) => expect(iamStatementFrom(text)).toBeNull());

  it("of any length is read or refused in no time", () => {
    const startedAt = performance.now();
    iamStatementFrom(`Allow ${"group to use ".repeat(20_000)}`);
    iamStatementFrom(`Allow any-user to use x in tenancy where ${"where ".repeat(20_000)}`);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });
});

describe("whether IAM lets a cluster use a namespace", () => {
  const oracles = "Allow any-user to use security-attribute-namespace in";
  const where = "where request.principal.type = 'cluster'";
  it.each([
    ["in the tenancy, from the root", "acme", `${oracles} tenancy ${where}`, "yes"],
    ["by path from the root", "acme", `${oracles} compartment security:names ${where}`, "yes"],
    ["in the compartment above", "acme", `${oracles} compartment security ${where}`, "yes"],
    ["by the compartment's own name, attached to it", "security", `${oracles} compartment security ${where}`, "yes"],
    ["by the compartment's OCID", "acme", `${oracles} compartment id ocid1.compartment.oc1..names ${where}`, "yes"],
    ["with a greater right", "acme", `Allow any-user to manage all-resources in tenancy ${where}`, "yes"],
    [
      "not with a lesser right",
      "acme",
      `Allow any-user to read security-attribute-namespace in tenancy ${where}`,
      "no",
    ],
    ["not on another resource", "acme", `Allow any-user to use vcns in tenancy ${where}`, "no"],
    ["not in another compartment", "acme", `${oracles} compartment other ${where}`, "no"],
    ["not by a policy that is attached elsewhere", "other", `${oracles} tenancy ${where}`, "no"],
    ["not for node pools", "acme", `${oracles} tenancy where request.principal.type = 'nodepool'`, "no"],
    ["not for a group", "acme", "Allow group ops to manage all-resources in tenancy", "no"],
    ["unknown for a dynamic group", "acme", "Allow dynamic-group d to manage all-resources in tenancy", "unknown"],
    ["unknown on a condition we cannot judge", "acme", `${oracles} tenancy where request.region = 'iad'`, "unknown"],
    [
      "unknown with a list of permissions",
      "acme",
      "Allow any-user to {SECURITY_ATTRIBUTE_NAMESPACE_READ} in tenancy",
      "unknown",
    ],
  ])("is granted %s", (_, place, statement, truth) => {
    expect(truthWith(place, statement)).toBe(truth);
  });

  it("is unknown as soon as something denies it", () => {
    const grant = policy("acme", `${oracles} tenancy ${where}`);
    const deny = policy("security", "Deny any-user to inspect security-attribute-family in compartment security");
    expect(iamAnswerTo(question([grant, deny])).truth).toBe("unknown");
  });

  it("does not come from an inactive policy", () => {
    const inactive = policy("acme", `${oracles} tenancy ${where}`, { lifecycleState: "INACTIVE" });
    expect(iamAnswerTo(question([inactive])).truth).toBe("no");
  });

  it("is unknown, not absent, where policies on the way up could not be listed", () => {
    const refused: Reading<readonly IamPolicy[]> = {
      state: "refused",
      message: "no",
      code: null,
      opcRequestId: null,
      readAt,
    };
    const policies = (id: string) => (id === idOf("security") ? refused : from([])(id));
    expect(iamAnswerTo({ ...question([]), policies }).truth).toBe("unknown");
    const grant = from([policy("acme", `${oracles} tenancy ${where}`)]);
    const partly = (id: string) => (id === idOf("security") ? refused : grant(id));
    expect(iamAnswerTo({ ...question([]), policies: partly }).truth).toBe("yes");
  });

  it("is unknown where the namespace or a parent cannot be seen", () => {
    expect(iamAnswerTo(question([], cluster, { ...names, compartmentId: "ocid1.compartment.oc1..hidden" })).truth).toBe(
      "unknown",
    );
  });
});

describe("the statements to paste", () => {
  const needs = (more: Partial<IamNeeds> = {}, policies: readonly IamPolicy[] = []): IamNeeds => ({
    group: "zpr-admins",
    memberOf: notAsked,
    namespaces: [names],
    restrictedTo: [],
    clusterId: "ocid1.cluster.oc1.iad.c",
    clusterCompartmentId: idOf("other"),
    nodePoolCompartmentId: idOf("other"),
    tenancyId,
    compartments,
    policies: from(policies),
    ...more,
  });
  const textsOf = (given: IamNeeds) => requiredIamStatements(given).map(({ statement }) => statement);

  it("are Oracle's, with real names", () => {
    expect(textsOf(needs())).toEqual([
      "Allow group zpr-admins to use security-attribute-namespace in tenancy",
      "Allow any-user to use security-attribute-namespace in compartment security:names where request.principal.type = 'cluster'",
      "Allow any-user to manage security-attribute-namespace in compartment security:names where request.principal.type = 'nodepool'",
    ]);
  });

  it("restricted to a namespace come with the second one that a restriction needs", () => {
    expect(textsOf(needs({ restrictedTo: [names] })).slice(0, 2)).toEqual([
      "Allow group zpr-admins to use security-attribute-namespace in tenancy where target.security-attribute-namespace.name = 'oke-san'",
      "Allow group zpr-admins to inspect security-attribute-namespace in tenancy",
    ]);
  });

  it("name by OCID what cannot be named in a statement", () => {
    const hostile = { ...names, name: "it's" };
    expect(textsOf(needs({ restrictedTo: [hostile], namespaces: [hostile] }))[0]).toMatch(
      /where target\.security-attribute-namespace\.id = 'ocid1\.securityattributenamespace\.oc1\.\.san'$/,
    );
    expect(textsOf(needs({ group: "Default/a b" }))[0]).toMatch(/^Allow group 'Default'\/'a b' to use/);
    expect(textsOf(needs({ group: null }))[0]).toMatch(/^Allow group <group-name> to use/);
  });

  it("never name another group than was meant: an apostrophe inside a name is refused, not dropped", () => {
    const refused = ["net'adm ins", "it's", "'a'b'", "'Default'/'o'neil'"];
    expect(refused.map((group) => [isWritableGroup(group), textsOf(needs({ group }))[0]])).toEqual(
      refused.map(() => [false, "Allow group <group-name> to use security-attribute-namespace in tenancy"]),
    );
    expect(["zpr-admins", "a b", "Default/a b", "'Default'/'a b'"].every(isWritableGroup)).toBe(true);
  });

  describe("where no group was named", () => {
    const member = (...groupNames: readonly string[]): Partial<IamNeeds> => ({
      group: null,
      memberOf: {
        state: "read",
        value: groupNames.map((name, index) => ({ id: `ocid1.group.oc1..g${index}`, name })),
        readAt,
      },
    });
    const first = (given: IamNeeds) => requiredIamStatements(given)[0];
    const grantTo = (group: string) => policy("acme", `Allow group ${group} to manage all-resources in tenancy`);

    it("are for the one of the person's groups that is granted them", () => {
      expect(first(needs(member("auditors", "zpr-admins"), [grantTo("zpr-admins")]))).toMatchObject({
        statement: "Allow group zpr-admins to use security-attribute-namespace in tenancy",
        state: "present",
        evidence: "Granted by policy of acme. You are in auditors, zpr-admins.",
      });
    });

    it("are absent where none of them is, and name the first", () => {
      expect(first(needs(member("operators", "auditors"), [grantTo("zpr-admins")]))).toMatchObject({
        statement: "Allow group auditors to use security-attribute-namespace in tenancy",
        state: "absent",
      });
    });

    it("are present by the OCID of a group, and unknown where a group of another domain may be meant", () => {
      expect(first(needs(member("auditors"), [grantTo("id ocid1.group.oc1..g0")]))?.state).toBe("present");
      expect(first(needs(member("auditors"), [grantTo("id ocid1.group.oc1..other")]))?.state).toBe("absent");
      expect(first(needs(member("auditors"), [grantTo("'Partners'/'auditors'")]))?.state).toBe("unknown");
      expect(first(needs(member("auditors"), [grantTo("'Default'/'auditors'")]))?.state).toBe("present");
    });

    it("are unknown where the groups could not be read, or there are none", () => {
      const refused: Reading<never> = {
        state: "refused",
        message: "not there, or not for you",
        code: "NotAuthorizedOrNotFound",
        opcRequestId: null,
        readAt,
      };
      expect(first(needs({ group: null, memberOf: refused }))).toMatchObject({
        state: "unknown",
        evidence: expect.stringContaining("could not be read"),
      });
      expect(first(needs(member()))).toMatchObject({ state: "unknown" });
    });
  });

  it("are present when a policy grants them, in whatever words", () => {
    const grant = policy("acme", "allow group 'Default'/'ZPR-Admins' to manage all-resources in tenancy");
    expect(requiredIamStatements(needs({ restrictedTo: [names] }, [grant])).map(({ state }) => state)).toEqual([
      "present",
      "present",
      "absent",
      "absent",
    ]);
  });

  it("that are granted for something else say for what, and what is missing", () => {
    const use = "Allow any-user to use security-attribute-namespace in";
    const evidenceOf = (statement: string, namespaces: IamNeeds["namespaces"]) =>
      requiredIamStatements(needs({ namespaces }, [policy("acme", statement)])).find(
        ({ code }) => code === "cluster-use",
      );
    expect(evidenceOf(`${use} compartment security where request.principal.type = 'cluster'`, [])).toMatchObject({
      state: "absent",
      evidence: "Granted only in compartment security (policy of acme), not for the whole tenancy.",
    });
    const other =
      "tenancy where all {request.principal.type = 'cluster', target.security-attribute-namespace.name = 'app'}";
    expect(evidenceOf(`${use} ${other}`, [names])).toMatchObject({
      state: "absent",
      evidence: "Granted only for the namespace app (policy of acme), not for oke-san.",
    });
    const nobodys = `${use} compartment security where request.principal.type = 'nodepool'`;
    expect(evidenceOf(nobodys, [])?.evidence).toBe("No IAM policy grants it.");
  });

  it("of a restricted group lack the second one where it was forgotten", () => {
    const grant = policy(
      "acme",
      "Allow group zpr-admins to use security-attribute-namespaces in tenancy where target.security-attribute-namespace.name = 'OKE-SAN'",
    );
    const [use, inspect] = requiredIamStatements(needs({ restrictedTo: [names] }, [grant]));
    expect([use?.state, inspect?.state]).toEqual(["present", "unknown"]);
    expect(inspect?.evidence).toContain("on a condition");
  });

  it("are for the whole tenancy while no namespace is in use", () => {
    expect(textsOf(needs({ namespaces: [] }))[1]).toBe(
      "Allow any-user to use security-attribute-namespace in tenancy where request.principal.type = 'cluster'",
    );
  });
});
