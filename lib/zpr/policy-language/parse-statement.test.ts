import { describe, expect, it, test } from "vitest";
import { applyFix } from "@/lib/zpr/policy-language/diagnostic";
import { parseStatement } from "@/lib/zpr/policy-language/parse-statement";
import { printStatement } from "@/lib/zpr/policy-language/print-statement";
import { syntaxRules } from "@/lib/zpr/policy-language/syntax-rule";

const web = "app.tier:web";
const db = "app.tier:db endpoints";
const inProd = "in net.vcn:prod VCN";

const canonical = (text: string) => {
  const { statement } = parseStatement(text);
  return statement && printStatement(statement);
};
const rulesOf = (text: string) => parseStatement(text).diagnostics.map(({ rule }) => rule);
/** Fixes the first mistake that can be fixed until none is left; a list of ports ends in several lines. */
const fixed = (text: string): string => {
  const fix = parseStatement(text).diagnostics.find((each) => each.fix !== null)?.fix;
  return fix == null || text.includes("\n") ? text : fixed(applyFix(text, fix));
};

describe("a statement is read", () => {
  test.each([
    ["about one VCN", `${inProd} allow ${web} endpoints to connect to ${db}`, null],
    [
      "without the word endpoints",
      `${inProd} allow ${web} to connect to app.tier:db`,
      `${inProd} allow ${web} endpoints to connect to ${db}`,
    ],
    ["about two VCNs", `allow ${web} endpoints in net.vcn:a VCN to connect to ${db} in net.vcn:b VCN`, null],
    [
      "about two VCNs with filters before both",
      `allow ${web} endpoints with protocol='udp' in net.vcn:a VCN to connect to ${db} with protocol='tcp/1521' in net.vcn:b VCN`,
      null,
    ],
    [
      "in the default namespace",
      "in vcn:a VCN allow all-endpoints to connect to app:b",
      "in oracle-zpr.vcn:a VCN allow all-endpoints to connect to oracle-zpr.app:b endpoints",
    ],
    [
      "in any case and with any blanks",
      `IN net.vcn:prod\tvcn  Allow ${web} ENDPOINTS To Connect TO ${db}`,
      `${inProd} allow ${web} endpoints to connect to ${db}`,
    ],
    [
      "with quoted attributes",
      `in 'net.vcn:v1.2' VCN allow 'app.name:o''brien & co' endpoints to connect to ${db}`,
      null,
    ],
    [
      "with quotes that it could do without",
      `in 'net.vcn:prod' VCN allow 'all-endpoints' to connect to ${db}`,
      `${inProd} allow all-endpoints to connect to ${db}`,
    ],
    ["with an address", `${inProd} allow '10.0.0.9' to connect to ${db}`, null],
    ["with an IPv6 block", `${inProd} allow ${web} endpoints to connect to '2001:db8::/32'`, null],
    [
      "with Oracle's services as target",
      `${inProd} allow ${web} endpoints to connect to 'osn-services-ip-addresses'`,
      null,
    ],
    ["with Oracle's services as source", `${inProd} allow 'osn-services-ip-addresses' to connect to ${db}`, null],
    [
      "with blanks around =",
      `${inProd} allow ${web} endpoints to connect to ${db} with protocol = 'TCP/443'`,
      `${inProd} allow ${web} endpoints to connect to ${db} with protocol='tcp/443'`,
    ],
    [
      "with filters joined by commas and by with",
      `${inProd} allow ${web} endpoints to connect to ${db} with protocol='icmp' with protocol.icmp.type='3' , protocol.icmp.code='4'`,
      `${inProd} allow ${web} endpoints to connect to ${db} with protocol='icmp', protocol.icmp.type='3', protocol.icmp.code='4'`,
    ],
    [
      "with a protocol by its number",
      `${inProd} allow ${web} endpoints to connect to ${db} with protocol='6/22'`,
      null,
    ],
    ["with a range of ports", `${inProd} allow ${web} endpoints to connect to ${db} with protocol='udp/0-65535'`, null],
    [
      "with a filter after the source",
      `${inProd} allow ${web} endpoints with protocol='tcp/1024-65535' to connect to ${db}`,
      null,
    ],
    ["stateless", `${inProd} allow ${web} endpoints to connect to ${db} with connection-state='stateless'`, null],
    [
      "with a value that is a word of the language",
      "in net.vcn:in VCN allow app.to:connect endpoints to connect to app.with:VCN endpoints",
      null,
    ],
    [
      "with a namespace that is a word of the language",
      "in VCN.in:a VCN allow allow.to:b endpoints to connect to connect.with:c endpoints",
      null,
    ],
    ["with an address whose host bits are set", `${inProd} allow '192.168.1.1/16' to connect to ${db}`, null],
    [
      "with a quoted attribute that looks a little like an address",
      "in net.vcn:prod VCN allow 'dead:beef' to connect to all-endpoints",
      "in net.vcn:prod VCN allow oracle-zpr.dead:beef endpoints to connect to all-endpoints",
    ],
  ])("%s", (_, text, printed) => {
    expect(parseStatement(text)).toMatchObject({ isValid: true, diagnostics: [] });
    expect(canonical(text)).toBe(printed ?? text);
  });

  it("with its parts where they stand, in and without quotes", () => {
    const text = `in 'net.vcn:o''x' VCN allow tier:web endpoints to connect to ${db} with protocol = 'tcp/22'`;
    const { tree } = parseStatement(text);
    const at = (span: { from: number; to: number } | null | undefined) => span && text.slice(span.from, span.to);
    const [location, source] = [tree.location?.attribute, tree.source.endpoint?.attribute];
    expect([at(location), at(location?.namespace), at(location?.key), at(location?.value)]).toEqual([
      "'net.vcn:o''x'",
      "net",
      "vcn",
      "o''x",
    ]);
    expect([source?.namespace, at(source?.key), at(source?.value)]).toEqual([null, "tier", "web"]);
    expect([at(tree.target.filters[0]), at(tree.target.filters[0]?.value)]).toEqual(["protocol = 'tcp/22'", "tcp/22"]);
  });
});

describe("every rule of the syntax", () => {
  test.each(Object.entries(syntaxRules))("%s is what its example breaks, and nothing else", (rule, facts) => {
    const parsed = parseStatement(facts.example);
    expect(parsed.diagnostics.map((each) => each.rule)).toEqual([rule]);
    expect(parsed.isValid).toBe(facts.severity !== "error");
    expect(parsed.statement !== null).toBe(facts.keepsMeaning);
  });

  test.each(Object.entries(syntaxRules))("%s has a fix that leaves nothing to complain about, or none", (_, facts) => {
    const fix = parseStatement(facts.example).diagnostics[0]?.fix;
    if (fix == null) return expect(facts.example).not.toMatch(/alow|10\.0\.0\.0\/16 to/);
    for (const line of applyFix(facts.example, fix).split("\n")) expect(rulesOf(line)).toEqual([]);
  });
});

describe("all mistakes of a statement are found at once", () => {
  test.each([
    [
      `in net.vcn:prod alow 10.0.0.0/8 to conect to app.tier:db endpoint with proto=tcp/22`,
      [
        "expected-location",
        "misspelled-keyword",
        "address-not-quoted",
        "expected-to-connect-to",
        "misspelled-keyword",
        "filter-name",
        "filter-value-not-quoted",
      ],
      `in net.vcn:prod VCN allow '10.0.0.0/8' to connect to app.tier:db endpoints with protocol='tcp/22'`,
    ],
    [
      `allow "app.tier:web" endpoints in VCN net.vcn:a to connect to app.tier:v1.2 in net.vcn:b VCN with protocol:'443/tcp'`,
      ["wrong-quotes", "expected-location", "attribute-not-quoted", "filter-after-location", "filter-form", "protocol"],
      null,
    ],
    [
      `${inProd} allow ${web} endpoints to connect ${db} with protocol='tcp:22' and connection-state='Stateful'`,
      ["expected-to-connect-to", "protocol", "filter-form", "connection-state"],
      `${inProd} allow ${web} endpoints to connect to ${db} with protocol='tcp/22'`,
    ],
    [
      `${inProd} allow osn-services-ip-address to connect to all endpoints with , protocol = = 'tcp / 22',`,
      ["misspelled-keyword", "misspelled-keyword", "filter-form", "filter-form", "protocol", "filter-form"],
      `${inProd} allow 'osn-services-ip-addresses' to connect to all-endpoints with protocol='tcp/22'`,
    ],
    [
      `${inProd} ${web} endpoints ${db}; # later`,
      ["expected-allow", "expected-to-connect-to", "unexpected-text"],
      null,
    ],
    [
      `${inProd} allow net.vcn:a.b endpoints to connect to 'app.name:d'Arc endpoints with protocol='tcp/22`,
      ["attribute-not-quoted", "expected-endpoint", "quote-not-closed"],
      null,
    ],
    [
      `in net.vcn:a VCN allow ${web} endpoints to connect to ${db} in net.vcn:b VCN`,
      ["location-misplaced"],
      `allow ${web} endpoints in net.vcn:a VCN to connect to ${db} in net.vcn:b VCN`,
    ],
    [`${inProd} allow ${web} and app.tier:ops endpoints to connect to ${db}`, ["one-attribute"], null],
    [`${inProd} allow ${web}, app.tier:ops endpoints to connect to ${db}`, ["one-attribute"], null],
    [`# ${inProd} allow ${web} endpoints to connect to ${db}`, ["unexpected-text"], null],
    [`${inProd} allow ${web} endpoints to not connect to ${db}`, ["unexpected-text", "expected-to-connect-to"], null],
    [
      `${inProd} allow ${web} endpoints to connect to 'all-endpoints'${inProd} allow ${web} to connect to ${db}`,
      ["unexpected-text"],
      null,
    ],
    [
      `${inProd} allow ${web} endpoints to connect to ${db} with connection-state='stateful', protocol='tcp/22'`,
      ["connection-state"],
      `${inProd} allow ${web} endpoints to connect to ${db} with protocol='tcp/22'`,
    ],
    [
      "in <vcn> VCN allow <ns>.key:web endpoints to connect to ${var.db}",
      ["placeholder", "placeholder", "placeholder"],
      null,
    ],
    [
      `in net.vcn:a.b.c:d VCN allow ns.app.web endpoints to connect to :x`,
      ["attribute-not-quoted", "attribute-without-value", "attribute-name"],
      null,
    ],
  ])("%s", (text, rules, cured) => {
    expect(rulesOf(text)).toEqual(rules);
    if (cured !== null) expect(fixed(text)).toBe(cured);
  });

  it("and a placeholder is one in quotes too, and says what it stands for", () => {
    const expectedOf = (text: string) =>
      parseStatement(text).diagnostics.map(({ rule, expected }) => [rule, ...expected]);
    const ofClients = `${inProd} allow '<CIDR block of your Kubernetes clients>' to connect to ${db}`;
    expect(expectedOf(ofClients)).toEqual([["placeholder", "'10.0.0.0/16'"]]);
    expect(expectedOf(ofClients.replaceAll("'", ""))).toEqual([["placeholder", "'10.0.0.0/16'"]]);
    expect(expectedOf(`${inProd} allow '<source>' endpoints to connect to ${db}`)).toEqual([
      ["placeholder", "namespace.key:value"],
    ]);
    expect(rulesOf(`${inProd} allow 'app.note:<none>' endpoints to connect to ${db}`)).toEqual([]);
  });

  it.each(["443", "8000-8099"])("and ports without a protocol are taken for those of TCP: %s", (ports) => {
    const text = `${inProd} allow ${web} endpoints to connect to ${db} with protocol='${ports}'`;
    expect(rulesOf(text)).toEqual(["protocol"]);
    expect(fixed(text)).toBe(text.replace(ports, `tcp/${ports}`));
  });

  it("and quotes around the whole of a statement are one mistake, however they look", () => {
    const whole = `${inProd} allow '10.0.0.0/8' to connect to ${db}`;
    const doubled = whole.replaceAll("'", "''");
    for (const wrapped of [`"${whole}"`, `  "${whole}",`, `“${whole}”`, `'${doubled}'`, `'${whole}'`]) {
      expect(rulesOf(wrapped)).toEqual(["wrapped-statement"]);
      expect(fixed(wrapped).trim()).toBe(whole);
    }
  });

  it.each([
    `${inProd} allow 'app.tier:web'' endpoints to connect to ${db}`,
    `${inProd} allow 'app.tier:web'' endpoints to connect to 'app.name:a b' endpoints with protocol='tcp/22'`,
    `${inProd} allow ${web} endpoints to connect to 'app.tier:db''`,
    `${inProd} allow ${web} endpoints to connect to ${db} with protocol='tcp/22''`,
  ])("and a quote that is closed twice is closed once: %s", (text) => {
    expect(rulesOf(text)).toEqual(["quote-not-closed"]);
    expect(fixed(text)).toBe(text.replace("''", "'"));
    expect(rulesOf(fixed(text))).toEqual([]);
  });

  it("and a filter that stands again with another value becomes a statement for each, the same one goes", () => {
    const withFilters = (filters: string) => `${inProd} allow ${web} endpoints to connect to ${db} with ${filters}`;
    expect(fixed(withFilters("protocol='tcp/22', protocol='tcp/443' with connection-state='stateless'"))).toBe(
      ["tcp/22", "tcp/443"]
        .map((each) => withFilters(`protocol='${each}' with connection-state='stateless'`))
        .join("\n"),
    );
    const three = withFilters("protocol='tcp/1' with protocol='tcp/2', protocol='tcp/1', protocol='tcp/3'");
    expect(fixed(three)).toBe(["1", "2", "3"].map((each) => withFilters(`protocol='tcp/${each}'`)).join("\n"));
    expect(parseStatement(three).diagnostics.map(({ fix }) => fix?.title)).toEqual([
      "Write 3 statements, one on each line",
      undefined,
      undefined,
    ]);
    expect(fixed(withFilters("protocol='tcp/1', protocol='tcp/1', protocol='tcp/1'"))).toBe(
      withFilters("protocol='tcp/1'"),
    );
  });

  it.each([
    [`${inProd} allow ${web}, app.tier:api endpoints to connect to ${db}`, 2],
    [`${inProd} allow ${web} endpoints or 'app.name:a b' endpoints, app.tier:api to connect to ${db}`, 3],
    [`${inProd} allow ${web} app.tier:api to connect to app.tier:db`, 2],
    [`${inProd} allow '10.0.0.0/16', '10.1.0.0/16' to connect to ${db} with protocol='tcp/22'`, 2],
    [`in net.vcn:prod, net.vcn:test VCN allow ${web} endpoints to connect to ${db}`, 2],
  ])("and several where one stands become a statement for each: %s", (text, count) => {
    const lines = fixed(text).split("\n");
    expect(lines).toHaveLength(count);
    expect(lines.flatMap(rulesOf)).toEqual([]);
    expect(new Set(lines.map(canonical)).size).toBe(count);
  });

  it("and nothing is offered where `and` may mean both at once", () => {
    const [mistake] = parseStatement(
      `${inProd} allow ${web} and app.tier:ops endpoints to connect to ${db}`,
    ).diagnostics;
    expect(mistake).toMatchObject({ rule: "one-attribute", fix: null });
  });

  it("and each says where it is", () => {
    const text = `${inProd} allow 10.0.0.0/8 to connect to app.tier:db with protocol='tcp/70000'`;
    const found = parseStatement(text).diagnostics.map(({ rule, from, to }) => [rule, text.slice(from, to)]);
    expect(found).toEqual([
      ["address-not-quoted", "10.0.0.0/8"],
      ["port-range", "tcp/70000"],
    ]);
  });

  it("and a denial is never turned into its opposite", () => {
    for (const command of ["deny", "block", "never", "Reject", "never allow", "do not allow"]) {
      const [mistake] = parseStatement(`${inProd} ${command} ${web} endpoints to connect to ${db}`).diagnostics;
      expect(mistake).toMatchObject({ rule: "only-allow", fix: null });
    }
  });
});

describe("text of any size", () => {
  const pieces = [
    "in ",
    "'",
    "''",
    "a:b ",
    "with ",
    "x=",
    "protocol='tcp/22' ",
    ", ",
    "allow ",
    "to connect to ",
    "<",
    "“",
    "a ",
    "::",
    "in a:b VCN ",
    "and ",
    "1.1.1.1, ",
    " ",
    "with p='1' ; ",
    "'x'' to ",
    "'x'' to 'a",
  ];

  test.each(pieces)("made of %j takes time in proportion to its length", (piece) => {
    const start = `${inProd} allow ${web} `;
    const timeOf = (repeats: number) => {
      const text = start + piece.repeat(repeats);
      const before = process.cpuUsage();
      parseStatement(text);
      return process.cpuUsage(before).user / 1_000;
    };
    timeOf(2_000);
    const small = Math.min(timeOf(4_000), timeOf(4_000), timeOf(4_000));
    const large = Math.min(timeOf(64_000), timeOf(64_000));
    // Sixteen times the text; square growth would be 256 times the time.
    expect(large).toBeLessThan(60 * small + 400);
  });
});
