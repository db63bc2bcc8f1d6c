import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { applyFix } from "@/lib/zpr/policy-language/diagnostic";
import { parseStatement } from "@/lib/zpr/policy-language/parse-statement";
import { printStatement } from "@/lib/zpr/policy-language/print-statement";
import { brokenText, statement as anyStatement } from "@/lib/zpr/policy-language/test-arbitraries";
import { testCatalog } from "@/lib/zpr/policy-language/test-names";
import { documentedLimits, type LintFacts, type LintPolicy, noFacts } from "@/lib/zpr/policy-lint/lint-facts";
import { lintPolicies } from "@/lib/zpr/policy-lint/lint-policies";
import { lintRules } from "@/lib/zpr/policy-lint/lint-rule";
import { securityAttributesFromWire } from "@/lib/zpr/security-attributes";

const start = "in net.vcn:prod VCN allow";
const tcp = "with protocol='tcp/1521'";
const plain = `${start} app.tier:web endpoints to connect to app.tier:db endpoints ${tcp}`;

const policy = (statements: readonly string[], more: Partial<LintPolicy> = {}): LintPolicy => ({
  id: "ocid1.zprpolicy.oc1..a",
  name: "web",
  lifecycleState: "ACTIVE",
  ...more,
  statements,
});
const findingsOf = (statements: readonly string[], facts: Partial<LintFacts> = {}) =>
  lintPolicies([policy(statements)], { ...noFacts, ...facts }).findings;
const rulesOf = (statements: readonly string[], facts: Partial<LintFacts> = {}) =>
  findingsOf(statements, facts).map(({ rule }) => rule);
const carried = (key: string, value: string) =>
  securityAttributesFromWire({ [key.split(".")[0] ?? ""]: { [key.split(".")[1] ?? ""]: { value, mode: "enforce" } } });
const vcn = (id: string, value: string, region = "us-ashburn-1") => ({
  id,
  displayName: id,
  region,
  securityAttributes: carried("net.vcn", value),
});

/** The text with the fix of a rule, which must be there. */
const fixedBy = (rule: string, text: string, facts: Partial<LintFacts> = {}) => {
  const fix = findingsOf([text], facts).find((each) => each.rule === rule)?.fix;
  return fix == null ? null : applyFix(text, fix);
};

describe("a rule that text alone can break", () => {
  const withExample = Object.entries(lintRules).filter(([, { example }]) => example.length > 0);

  test.each(withExample)("%s is broken by its example", (rule, { example, severity }) => {
    const found = findingsOf(example).filter((each) => each.rule === rule);
    expect(found).toHaveLength(1);
    expect(found[0]?.severity).toBe(severity);
  });

  test.each(withExample)(
    "%s needs no facts, and the others keep silent about its example",
    (rule, { example, needs }) => {
      expect(needs).toEqual([]);
      expect(new Set(rulesOf(example))).toEqual(new Set([rule]));
    },
  );

  it.each([
    [
      "unqualified-attribute",
      plain.replace("app.tier:web", "tier:web"),
      plain.replace("app.tier:web", "oracle-zpr.tier:web"),
    ],
    ["colon-in-value", plain.replace("app.tier:web", "app:tier:web"), plain],
    ["colon-in-value", plain.replace("app.tier:web", "app.tier:a:b"), plain.replace("app.tier:web", "'app.tier:a:b'")],
    ["needless-quotes", plain.replace("app.tier:web", "'app.tier:web'"), plain],
    [
      "host-bits",
      plain.replace("app.tier:web endpoints", "'192.168.1.1/16'"),
      plain.replace("app.tier:web endpoints", "'192.168.0.0/16'"),
    ],
    ["blank-at-the-edge", plain.replace("app.tier:web", "'app.tier: web'"), plain],
    ["hidden-character", plain.replace("app.tier:web", "'app.tier:w\u200Beb'"), plain],
    ["port-without-meaning", plain.replace("tcp/1521", "icmp/8"), plain.replace("tcp/1521", "icmp")],
  ])("%s has a fix for %j", (rule, text, fixed) => {
    expect(fixedBy(rule, text)).toBe(fixed);
  });

  it("says nothing of a statement that is as it should be", () => {
    expect(findingsOf([plain])).toEqual([]);
  });

  it("leaves quotes that are needed, and values that read as addresses without them", () => {
    for (const attribute of ["'app.tier:a b'", "'app.tier:v1.2'", "'app.tier:a:b'", "'app.tier:o''x'"]) {
      expect(rulesOf([plain.replace("app.tier:web", attribute)])).toEqual([]);
    }
  });

  it("is not looked for in a statement whose meaning is open; one with forgotten quotes is clear", () => {
    expect(rulesOf([plain.replace("allow", "deny").replace("app.", "")])).toEqual(["only-allow"]);
    const unquoted = plain.replace("app.tier:web endpoints", "0.0.0.0/0");
    expect(rulesOf([unquoted])).toEqual(["address-not-quoted", "every-address"]);
  });
});

describe("names", () => {
  const catalog = testCatalog({
    "oracle-zpr": { sensitivity: null },
    net: { vcn: null },
    app: { tier: ["web", "db"], old: "INACTIVE", gone: "DELETED", going: "DELETING" },
    "oke-cluster": { name: null },
    busy: { a: null, b: null },
  });
  const source = (attribute: string) => plain.replace("app.tier:web", attribute);
  const ofNames = (text: string, facts: Partial<LintFacts> = { catalog }) =>
    rulesOf([text], facts).filter((rule) => rule !== "unqualified-attribute");

  test.each([
    ["app.old:x", "retired-attribute"],
    ["app.gone:x", "deleted-attribute"],
    ["app.going:x", "deleting-attribute"],
    ["app.tier:cache", "value-not-allowed"],
    ["app.tire:web", "undefined-attribute"],
    ["apq.tier:web", "unresolved-attribute"],
    ["APP.tier:web", "other-spelling"],
    ["oke-cluster:a", "key-named-like-namespace"],
    ["busy:a", "key-named-like-namespace"],
    ["unheard:a", "undefined-attribute"],
  ])("%s breaks %s, and nothing without the catalog", (attribute, rule) => {
    expect(ofNames(source(attribute))).toEqual([rule]);
    expect(ofNames(source(attribute), {})).toEqual([]);
  });

  it("are fixed where one answer is likely", () => {
    expect(fixedBy("undefined-attribute", source("app.tire:web"), { catalog })).toBe(plain);
    expect(fixedBy("value-not-allowed", source("app.tier:Web"), { catalog })).toBe(plain);
    expect(fixedBy("other-spelling", source("App.TIER:web"), { catalog })).toBe(plain);
    expect(fixedBy("key-named-like-namespace", source("oke-cluster:a"), { catalog })).toBe(
      source("oke-cluster.name:a"),
    );
    expect(fixedBy("key-named-like-namespace", source("busy:a"), { catalog })).toBeNull();
  });

  it("of the default namespace are found there", () => {
    expect(ofNames(source("sensitivity:42"))).toEqual([]);
    expect(ofNames(source("SENSITIVITY:42"))).toEqual(["other-spelling"]);
  });

  it("that are absent from lists that were not read to their end are no finding", () => {
    const partial = {
      ...catalog,
      isNamespaceListComplete: false,
      namespaces: catalog.namespaces.map((each) => ({ ...each, isDefinitionListComplete: false })),
    };
    for (const attribute of ["app.tire:web", "apq.tier:web", "oke-cluster:a", "unheard:a", "app.gone:x"]) {
      expect(ofNames(source(attribute), { catalog: partial })).toEqual([]);
    }
    expect(ofNames(source("app.old:x"), { catalog: partial })).toEqual(["retired-attribute"]);
  });

  it("whose allowed values could not be read are no finding", () => {
    const unread = {
      ...catalog,
      namespaces: catalog.namespaces.map((each) => ({
        ...each,
        definitions: each.definitions.map((definition) => ({ ...definition, allowedValues: "unread" as const })),
      })),
    };
    expect(ofNames(source("app.tier:cache"), { catalog: unread })).toEqual([]);
  });
});

describe("the network", () => {
  const twoVcns = `allow app.tier:web endpoints in net.vcn:a VCN to connect to app.tier:db endpoints ${tcp} in net.vcn:b VCN`;

  it("has a VCN for every location, or the statement applies nowhere", () => {
    expect(rulesOf([plain], { vcns: [vcn("a", "prod")] })).toEqual([]);
    expect(rulesOf([plain], { vcns: [vcn("a", "test")] })).toEqual(["location-without-vcn"]);
    expect(rulesOf([plain], { vcns: [vcn("a", "PROD")] })).toEqual(["location-without-vcn"]);
    expect(rulesOf([twoVcns], { vcns: [] })).toEqual(["location-without-vcn", "location-without-vcn"]);
    expect(rulesOf([plain], { vcns: null })).toEqual([]);
  });

  it("joins the VCNs of a statement about two, or is said not to, if peerings were read", () => {
    const vcns = [vcn("1", "a"), vcn("2", "b"), vcn("3", "b")];
    expect(rulesOf([twoVcns], { vcns, peerings: [["3", "1"]] })).toEqual([]);
    expect(rulesOf([twoVcns], { vcns, peerings: [["2", "3"]] })).toEqual(["vcns-not-peered"]);
    expect(rulesOf([twoVcns], { vcns, peerings: null })).toEqual([]);
    expect(rulesOf([twoVcns], { vcns: null, peerings: [] })).toEqual([]);
    const itself = twoVcns.replace("net.vcn:b", "net.vcn:a");
    expect(rulesOf([itself], { vcns, peerings: [] })).toEqual([]);
    expect(rulesOf([plain], { vcns: [vcn("1", "prod")], peerings: [] })).toEqual([]);
  });

  it("joins all VCNs of a group, and none to those of another", () => {
    const vcns = [vcn("1", "a"), vcn("2", "b")];
    expect(rulesOf([twoVcns], { vcns, peerings: [["1", "other", "2"]] })).toEqual([]);
    expect(
      findingsOf([twoVcns], {
        vcns,
        peerings: [
          ["1", "other"],
          ["other", "2"],
        ],
      }),
    ).toMatchObject([
      {
        rule: "vcns-not-peered",
        message:
          "Neither local peering nor a common DRG is seen between 1 and 2; the statement alone connects nothing.",
      },
    ]);
  });

  it("has VCNs of both sides of a statement about two in one region, or the statement connects none", () => {
    const here = vcn("1", "a");
    const there = vcn("2", "b", "eu-frankfurt-1");
    expect(findingsOf([twoVcns], { vcns: [here, there], peerings: [] })).toMatchObject([
      {
        rule: "vcns-in-different-regions",
        message: "No region has VCNs of both sides: 1 (us-ashburn-1) to 2 (eu-frankfurt-1).",
      },
    ]);
    expect(rulesOf([twoVcns], { vcns: [here, there, vcn("3", "b")], peerings: [["1", "3"]] })).toEqual([]);
    expect(rulesOf([twoVcns], { vcns: null })).toEqual([]);
    expect(rulesOf([twoVcns], { vcns: [here] })).toEqual(["location-without-vcn"]);
  });

  it("has resources that carry what endpoints name, or it is said of how many kinds were looked at", () => {
    const resources = { carried: [carried("APP.tier", "web"), carried("app.tier", "DB")], kinds: ["load balancers"] };
    const [found, ...others] = findingsOf([plain], { resources });
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      rule: "endpoint-without-resource",
      message: "No resource of the one kind that was read carries app.tier:db.",
    });
    const kinds = ["Load balancers", "Node pool secondary VNICs"];
    expect(findingsOf([plain], { resources: { ...resources, kinds } })[0]?.message).toBe(
      "No resource of the 2 kinds that were read carries app.tier:db.",
    );
    expect(rulesOf([plain], { resources: null })).toEqual([]);
  });
});

describe("statements beside one another", () => {
  const overlaps = (policies: readonly LintPolicy[]) =>
    lintPolicies(policies, noFacts)
      .findings.filter(({ rule }) => rule === "duplicate-statement" || rule === "shadowed-statement")
      .map(({ rule, policy: index, statement, message }) => [
        rule,
        index,
        statement,
        message.split(/ says| allows/u)[0],
      ]);
  const addresses = (block: string, filter: string) =>
    `${start} '${block}' to connect to app.tier:db endpoints ${filter}`;

  it("say the same in whatever words, in one policy or in several", () => {
    const other = "IN net.vcn:prod vcn allow 'APP.tier:web' to connect to app.TIER:db with protocol = '6/1521-1521'";
    expect(overlaps([policy([plain, other])])).toEqual([["duplicate-statement", 0, 1, "Statement 1"]]);
    expect(overlaps([policy([plain]), policy([other], { name: "b" })])).toEqual([
      ["duplicate-statement", 1, 0, "Statement 1 of policy web"],
    ]);
    expect(overlaps([policy([addresses("10.0.0.1", tcp), addresses("10.0.0.1/32", tcp)])])).toHaveLength(1);
  });

  it.each([
    ["a protocol", [plain.replace(` ${tcp}`, ""), plain]],
    ["all ports of it", [plain.replace("/1521", ""), plain]],
    ["a wider range", [plain, plain.replace("1521", "1000-2000")]],
    ["a wider block", [addresses("10.0.0.0/8", tcp), addresses("10.9.0.0/16", tcp)]],
    ["a wider IPv6 block", [addresses("2001:db8::/32", tcp), addresses("2001:db8:1::1", tcp)]],
    ["all-endpoints", [plain.replace("app.tier:web endpoints", "all-endpoints"), plain]],
  ])("say less than one with %s", (_, statements) => {
    expect(overlaps([policy(statements)]).map(([rule]) => rule)).toEqual(["shadowed-statement"]);
  });

  it.each([
    ["of another VCN", plain.replace("net.vcn:prod", "net.vcn:test")],
    ["with another value", plain.replace(":web", ":Web")],
    ["of another protocol", plain.replace("tcp", "udp")],
    ["that is stateless", plain.replace(tcp, "with connection-state='stateless'")],
    [
      "with a filter after the source",
      plain.replace("web endpoints", "web endpoints with protocol='tcp'").replace("/1521", ""),
    ],
    ["about a range that it overlaps", plain.replace("1521", "1522-1600")],
    ["the other way round", `${start} app.tier:db endpoints to connect to app.tier:web endpoints`],
    ["from addresses, which is not from attributes", addresses("0.0.0.0/0", tcp)],
    ["to the services of Oracle", `${start} app.tier:web endpoints to connect to 'osn-services-ip-addresses'`],
  ])("say another thing than one %s", (_, other) => {
    expect(overlaps([policy([plain, other])])).toEqual([]);
  });

  it("do not count from a policy that failed or is being deleted", () => {
    for (const lifecycleState of ["FAILED", "DELETING", "DELETED"] as const) {
      expect(overlaps([policy([plain], { lifecycleState }), policy([plain])])).toEqual([]);
    }
  });

  it("do not count as long as they do not parse", () => {
    expect(
      overlaps([
        policy([
          plain,
          addresses("10.0.0.0/8", tcp),
          addresses("10.1.0.0/16", tcp).replaceAll("'10.1.0.0/16'", "10.1.0.0/16"),
        ]),
      ]),
    ).toEqual([]);
  });

  it("never cover each other, so that of two at least one is left", () => {
    fc.assert(
      fc.property(fc.array(anyStatement, { maxLength: 6 }), fc.nat(5), (meanings, repeated) => {
        const texts = [...meanings, ...meanings.slice(repeated)].map(printStatement);
        const superfluous = new Set(overlaps([policy(texts)]).map(([, , index]) => index));
        expect(superfluous.size).toBeLessThan(Math.max(1, texts.length));
      }),
    );
  });
});

describe("policies", () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => plain.replace("tcp/1521", `tcp/${index}`));

  it("have up to 25 statements, more with a warning, and not more than 50", () => {
    expect(rulesOf(many(25))).toEqual([]);
    expect(rulesOf(many(26))).toEqual(["many-statements"]);
    expect(rulesOf(many(50))).toEqual(["many-statements"]);
    expect(findingsOf(many(51))).toMatchObject([
      { rule: "too-many-statements", severity: "error", policy: 0, statement: null },
    ]);
  });

  it("are not more than the tenancy's limits", () => {
    const limits = { ...documentedLimits, policies: 2, twoVcnStatements: 1, statementsOfAttribute: 2 };
    const across =
      "allow a.b:c endpoints in net.vcn:x VCN to connect to d.e:f endpoints with protocol='tcp/1' in net.vcn:y VCN";
    const policies = [
      policy([plain]),
      policy([plain.replace("1521", "1")]),
      policy([across, plain.replace("1521", "2")]),
    ];
    const messages = (facts: Partial<LintFacts>) =>
      lintPolicies(policies, { ...noFacts, ...facts }).findings.map(({ message }) => message);
    expect(messages({ limits })).toEqual([
      "There are 3 ZPR policies; 2 is the most.",
      "net.vcn:prod is named in 3 statements; 2 is the most.",
      "app.tier:web is named in 3 statements; 2 is the most.",
      "app.tier:db is named in 3 statements; 2 is the most.",
    ]);
    expect(messages({})).toEqual([]);
  });

  it("can be over each of the limits that Oracle documents, by the statements that they hold", () => {
    const across = (port: number) =>
      `allow a.b:c endpoints in net.vcn:x VCN to connect to d.e:f endpoints with protocol='tcp/${port}' in net.vcn:y VCN`;
    const policies = (count: number, textOf: (index: number) => string) =>
      Array.from({ length: Math.ceil(count / 25) }, (_, index) =>
        policy(Array.from({ length: Math.min(25, count - 25 * index) }, (_each, place) => textOf(25 * index + place))),
      );
    const messages = (given: readonly LintPolicy[]) =>
      lintPolicies(given, noFacts).findings.flatMap(({ rule, message }) =>
        rule === "over-policy-limit" ? message : [],
      );
    expect(messages(policies(200, across))).toEqual([]);
    expect(messages(policies(201, across))).toEqual(["There are 201 statements about two VCNs; 200 is the most."]);
    const named = (index: number) =>
      `${start} app.tier:x${index} endpoints to connect to app.tier:db endpoints with protocol='tcp/22'`;
    expect(messages(policies(1_601, named))).toEqual([
      "net.vcn:prod is named in 1601 statements; 1600 is the most.",
      "app.tier:db is named in 1601 statements; 1600 is the most.",
    ]);
  });

  it("let nodes join their cluster, if pools, their VCN and all policies are known", () => {
    const nodes = carried("app.tier", "node");
    const pool = { name: "blue", primaryVnicAttributes: nodes, vcnAttributes: carried("net.vcn", "prod") };
    const facts = { nodePools: [pool], isEveryPolicy: true };
    expect(findingsOf([plain], facts)).toMatchObject([{ rule: "nodes-cannot-join", policy: null, statement: null }]);
    expect(findingsOf([plain], facts)[0]?.message).toContain("pool blue cannot join their cluster, 3 of 3 statements");
    const named = { ...facts, nodePools: [{ ...pool, cluster: { id: "ocid1.cluster.a", name: "prod" } }] };
    expect(findingsOf([`${start} app.tier:node endpoints to connect to all-endpoints`], named)).toContainEqual(
      expect.objectContaining({
        rule: "nodes-cannot-join",
        clusterId: "ocid1.cluster.a",
        message: `Nodes of pool blue of cluster prod cannot join their cluster, 2 of 3 statements are missing: ${start} all-endpoints to connect to app.tier:node endpoints with protocol='tcp/443'; ${start} app.tier:node endpoints to connect to 'osn-services-ip-addresses'`,
      }),
    );
    expect(rulesOf([plain], { ...facts, isEveryPolicy: false })).toEqual([]);
    expect(rulesOf([plain], { ...facts, nodePools: [{ ...pool, vcnAttributes: null }] })).toEqual([]);
    expect(rulesOf([plain], { ...facts, nodePools: [{ ...pool, primaryVnicAttributes: [] }] })).toEqual([]);
    const trio = [
      `${start} app.tier:node endpoints to connect to all-endpoints`,
      `${start} all-endpoints to connect to app.tier:node endpoints with protocol='tcp/443'`,
      `${start} app.tier:node endpoints to connect to 'osn-services-ip-addresses'`,
    ];
    expect(rulesOf(trio, facts)).not.toContain("nodes-cannot-join");
  });
});

test("whatever the statements are, findings lie inside of them and their fixes can be applied", () => {
  const catalog = testCatalog({ "oracle-zpr": { VCN: ["a"] }, in: { allow: null } });
  fc.assert(
    fc.property(fc.array(fc.oneof(brokenText, anyStatement.map(printStatement)), { maxLength: 5 }), (texts) => {
      const facts = { ...noFacts, catalog, vcns: [], peerings: [], resources: { carried: [], kinds: [] } };
      for (const { policy: index, statement, from, to, fix } of lintPolicies([policy(texts)], facts).findings) {
        const text = index === null || statement === null ? "" : (texts[statement] ?? "");
        expect(from >= 0 && from <= to && to <= text.length).toBe(true);
        if (fix !== null) expect(applyFix(text, fix)).not.toBe(text);
      }
    }),
    { numRuns: 500 },
  );
});

test("fixes of a statement that parses leave it one that parses", () => {
  fc.assert(
    fc.property(anyStatement.map(printStatement), (text) => {
      for (const { fix } of findingsOf([text])) {
        if (fix !== null) expect(parseStatement(applyFix(text, fix)).isValid).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

test("a tenancy's worth of statements that all resemble each other is looked at in good time", () => {
  const alike = Array.from({ length: 2_500 }, (_, index) => plain.replace("1521", `${index}-${index + 1}`));
  const before = process.cpuUsage();
  lintPolicies([policy(alike)], noFacts);
  expect(process.cpuUsage(before).user / 1_000).toBeLessThan(4_000);
});
