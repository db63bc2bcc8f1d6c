import { describe, expect, it } from "vitest";
import type { ReachWorld } from "@/lib/zpr/reach/reach-world";
import { carried, endpoint, trace, vcn, worldOf } from "@/lib/zpr/reach/test-builders";

const network = "net.vcn:prod";
const parts = {
  vcns: [
    vcn("vcn", network, { cidrBlocks: ["10.0.0.0/16"] }),
    vcn("other-vcn", "net.vcn:data", { cidrBlocks: ["10.1.0.0/16"] }),
    vcn("far-vcn", "net.vcn:far", { region: "eu-zurich-1", cidrBlocks: ["10.2.0.0/16"] }),
    vcn("bare-vcn", null, { cidrBlocks: ["10.3.0.0/16"], isZprOnly: true }),
  ],
  endpoints: [
    endpoint("web", ["app.tier:web", "team.name:blue"], { addresses: { kind: "known", addresses: ["10.0.1.5"] } }),
    endpoint("db", ["app.tier:db"], { addresses: { kind: "within", blocks: ["10.0.2.0/24"] } }),
    endpoint("plain", [], { addresses: { kind: "known", addresses: ["10.0.3.7"] } }),
    endpoint("also-plain", []),
    endpoint("store", ["app.tier:store"], {
      vcnId: "other-vcn",
      addresses: { kind: "known", addresses: ["10.1.0.9"] },
    }),
    endpoint("far", ["app.tier:db"], { vcnId: "far-vcn" }),
    endpoint("bare", ["app.tier:db"], { vcnId: "bare-vcn" }),
    endpoint("unread", [], { attributes: null }),
    endpoint("retired", [], { attributes: [carried("app.tier:db", "retired")] }),
    endpoint("deleted", [], { attributes: [carried("app.tier:db", "deleted")] }),
    endpoint("audited", [], { attributes: [carried("app.tier:db", "not-enforced")] }),
    endpoint("lost", ["app.tier:db"], { vcnId: null }),
  ],
};
const webToDb = `in ${network} VCN allow app.tier:web endpoints to connect to app.tier:db endpoints`;

type Row = readonly [
  sentence: string,
  question: string,
  statements: readonly string[],
  verdict: string,
  reason?: string,
];

const rows: readonly Row[] = [
  ["a statement allows what it names", "web -> db tcp/443", [webToDb], "allowed", "statement-allows"],
  ["it does not allow the way back", "db -> web tcp/443", [webToDb], "blocked", "no-statement"],
  [
    "names are compared without regard to case",
    "web -> db",
    [webToDb.replace("app.tier:web", "App.Tier:web")],
    "allowed",
  ],
  ["values are compared exactly", "web -> db", [webToDb.replace("tier:web", "tier:Web")], "blocked"],
  [
    "without a namespace oracle-zpr is meant, and nothing else",
    "web -> db",
    [webToDb.replace("app.tier:web", "tier:web")],
    "blocked",
  ],
  ["any of several attributes is enough", "web -> db", [webToDb.replace("app.tier:web", "team.name:blue")], "allowed"],
  ["nothing is allowed without a statement", "web -> db", [], "blocked", "no-statement"],
  [
    "two resources without attributes are not governed",
    "plain -> also-plain",
    [],
    "not-governed",
    "no-attribute-on-either-side",
  ],
  ["an attribute on one side is enough to be governed", "plain -> db", [], "blocked"],
  ["a statement for another VCN does not apply", "web -> db", [webToDb.replace("vcn:prod", "vcn:data")], "blocked"],
  ["in a VCN without attributes no statement applies", "bare -> bare", [webToDb], "blocked"],
  ["the same attribute on both sides allows nothing by itself", "db -> db", [webToDb], "blocked"],
  ["a port in the filter is allowed", "web -> db tcp/443", [`${webToDb} with protocol='tcp/443'`], "allowed"],
  ["another port is not", "web -> db tcp/22", [`${webToDb} with protocol='tcp/443'`], "blocked"],
  ["a port in a range is allowed", "web -> db tcp/8050", [`${webToDb} with protocol='tcp/8000-8100'`], "allowed"],
  ["a protocol is the same by name and number", "web -> db 6/443", [`${webToDb} with protocol='tcp/443'`], "allowed"],
  ["another protocol is not allowed", "web -> db udp/443", [`${webToDb} with protocol='tcp/443'`], "blocked"],
  [
    "of every protocol a filter allows a part",
    "web -> db",
    [`${webToDb} with protocol='tcp/443'`],
    "partly",
    "statement-allows-a-part",
  ],
  [
    "an ICMP type is a part of ICMP",
    "web -> db icmp",
    [`${webToDb} with protocol='icmp', protocol.icmp.type='8'`],
    "partly",
  ],
  ["an ICMP type by itself is no TCP", "web -> db tcp/1", [`${webToDb} with protocol.icmp.type='8'`], "blocked"],
  ["what ports of ICMP mean nobody says", "web -> db icmp", [`${webToDb} with protocol='icmp/8'`], "unknown"],
  [
    "a stateless statement leaves the answers open",
    "web -> db tcp/443",
    [`${webToDb} with protocol='tcp/443', connection-state='stateless'`],
    "unknown",
    "stateless",
  ],
  [
    "what a filter of the source means is not documented",
    "web -> db tcp/443",
    [`in ${network} VCN allow app.tier:web endpoints with protocol='tcp/443' to connect to app.tier:db endpoints`],
    "unknown",
    "source-filter",
  ],
  [
    "a resource without attributes is named by its address",
    "web -> plain tcp/1",
    [`in ${network} VCN allow app.tier:web to connect to '10.0.3.0/24'`],
    "allowed",
  ],
  [
    "a known address outside the block is not meant",
    "web -> plain tcp/1",
    [`in ${network} VCN allow app.tier:web to connect to '10.0.4.0/24'`],
    "blocked",
  ],
  [
    "an unknown address may be in a block",
    "web -> also-plain tcp/1",
    [`in ${network} VCN allow app.tier:web to connect to '10.0.3.0/24'`],
    "unknown",
    "address-unknown",
  ],
  [
    "of a subnet that is wider than the block it may be",
    "web -> db",
    [`in ${network} VCN allow app.tier:web to connect to '10.0.2.0/25'`],
    "unknown",
    "address-partly-in-block",
  ],
  [
    "of a subnet inside the block it surely is",
    "web -> db",
    [`in ${network} VCN allow app.tier:web to connect to '10.0.2.0/23'`],
    "allowed",
  ],
  [
    "an address outside may be asked about",
    "192.168.4.4 -> web tcp/6443",
    [`in ${network} VCN allow '192.168.0.0/16' to connect to app.tier:web`],
    "allowed",
  ],
  [
    "a block is allowed by a wider one",
    "192.168.4.0/24 -> web",
    [`in ${network} VCN allow '192.168.0.0/16' to connect to app.tier:web`],
    "allowed",
  ],
  [
    "a block of which a part is allowed is allowed in part",
    "192.168.0.0/16 -> web",
    [`in ${network} VCN allow '192.168.4.0/24' to connect to app.tier:web`],
    "partly",
    "statement-allows-a-part",
  ],
  [
    "two halves of a block are all of it",
    "192.168.0.0/16 -> web",
    ["192.168.0.0/17", "192.168.128.0/17"].map(
      (half) => `in ${network} VCN allow '${half}' to connect to app.tier:web`,
    ),
    "allowed",
    "statements-allow-together",
  ],
  [
    "ports of two filters are allowed together",
    "web -> db tcp/1-10",
    ["1-4", "5-10"].map((ports) => `${webToDb} with protocol='tcp/${ports}'`),
    "allowed",
    "statements-allow-together",
  ],
  [
    "a part that nobody can tell keeps the whole unknown",
    "web -> db tcp/1-10",
    [`${webToDb} with protocol='tcp/1-4'`, `${webToDb} with protocol='tcp/5-6', connection-state='stateless'`],
    "unknown",
    "stateless",
  ],
  ["the address of a resource is that resource", "10.0.1.5 -> db", [webToDb], "allowed"],
  [
    "an address that a resource may have is not certainly blocked",
    "web -> 10.0.2.9",
    [webToDb],
    "unknown",
    "address-may-carry",
  ],
  [
    "IPv6 addresses are compared too",
    "2001:db8::5 -> web",
    [`in ${network} VCN allow '2001:db8::/32' to connect to app.tier:web`],
    "allowed",
  ],
  [
    "all-endpoints means every resource of the VCN",
    "plain -> db",
    [`in ${network} VCN allow all-endpoints to connect to app.tier:db`],
    "allowed",
  ],
  [
    "all-endpoints does not mean Oracle's services",
    "web -> @osn",
    [`in ${network} VCN allow app.tier:web to connect to all-endpoints`],
    "blocked",
  ],
  [
    "whether all-endpoints leads outside is not documented",
    "web -> 192.168.1.1",
    [`in ${network} VCN allow app.tier:web to connect to all-endpoints`],
    "unknown",
    "all-endpoints-outside",
  ],
  [
    "Oracle's services have a word of their own",
    "web -> @osn tcp/443",
    [`in ${network} VCN allow app.tier:web to connect to 'osn-services-ip-addresses'`],
    "allowed",
  ],
  [
    "a public block may hold Oracle's services",
    "web -> @osn tcp/443",
    [`in ${network} VCN allow app.tier:web to connect to '0.0.0.0/0'`],
    "unknown",
    "osn-addresses-unknown",
  ],
  [
    "a private block does not",
    "web -> @osn tcp/443",
    [`in ${network} VCN allow app.tier:web to connect to '10.0.0.0/8'`],
    "blocked",
  ],
  [
    "all endpoints can be asked about",
    "@all -> db tcp/443",
    [`in ${network} VCN allow all-endpoints to connect to app.tier:db with protocol='tcp/443'`],
    "allowed",
  ],
  ["of all endpoints one attribute is a part", "@all -> db", [webToDb], "unknown", "some-endpoints"],
  [
    "attributes in another VCN are not meant by a same-VCN statement",
    "web -> store",
    [`in ${network} VCN allow app.tier:web to connect to app.tier:store`],
    "blocked",
  ],
  [
    "a two-VCN statement joins two VCNs of a region",
    "web -> store",
    [`allow app.tier:web in ${network} VCN to connect to app.tier:store in net.vcn:data VCN`],
    "allowed",
  ],
  [
    "it does not join two regions",
    "web -> far",
    [`allow app.tier:web in ${network} VCN to connect to app.tier:db in net.vcn:far VCN`],
    "blocked",
  ],
  [
    "with the same VCN on both sides it is not documented",
    "web -> db",
    [`allow app.tier:web in ${network} VCN to connect to app.tier:db in ${network} VCN`],
    "unknown",
    "one-vcn-for-both",
  ],
  [
    "across VCNs by address the other end needs a statement too",
    "web -> store",
    [`in ${network} VCN allow app.tier:web to connect to '10.1.0.0/16'`],
    "blocked",
    "no-statement-for-destination",
  ],
  [
    "with one at each end it is allowed",
    "web -> store",
    [
      `in ${network} VCN allow app.tier:web to connect to '10.1.0.0/16'`,
      "in net.vcn:data VCN allow '10.0.1.0/24' to connect to app.tier:store",
    ],
    "allowed",
  ],
  ["a resource whose attributes were not read is unknown", "web -> unread", [webToDb], "unknown", "attributes-unread"],
  ["without any statement for it, it is so for the governing", "plain -> unread", [], "unknown", "perhaps-governed"],
  ["by a retired attribute nothing is sure", "web -> retired", [webToDb], "unknown", "attribute-doubtful"],
  ["by a deleted attribute nothing is sure", "web -> deleted", [webToDb], "unknown", "attribute-doubtful"],
  ["by one that is not enforced nothing is sure", "web -> audited", [webToDb], "unknown", "attribute-doubtful"],
  ["a resource of an unknown VCN is unknown", "web -> lost", [webToDb], "unknown", "endpoint-vcn-unknown"],
  ["a resource that was not read is unknown", "web -> nobody", [webToDb], "unknown", "endpoint-unread"],
  ["without a resource there is no VCN to look at", "192.168.1.1 -> @osn", [webToDb], "unknown", "no-endpoint"],
  [
    "a statement that cannot be read may allow what it names",
    "web -> db",
    [`in ${network} VCN allow app.tier:web and app.tier:db`],
    "unknown",
    "statement-unreadable",
  ],
  [
    "one that names something else does not",
    "web -> db",
    [`in ${network} VCN allow app.tier:cache and app.tier:queue`],
    "blocked",
  ],
  [
    "one with mistakes may be refused",
    "web -> plain",
    [`in ${network} VCN allow app.tier:web to connect to 10.0.3.0/24`],
    "unknown",
    "has-mistakes",
  ],
];

describe("traceFlow", () => {
  for (const [sentence, question, statements, verdict, reason] of rows) {
    it(`${sentence} (${question})`, () => {
      const answer = trace(worldOf(parts, statements), question);
      expect([answer.verdict, reason && answer.reason]).toEqual([verdict, reason]);
    });
  }

  const withState = (lifecycleState: ReachWorld["policies"][number]["lifecycleState"]) =>
    worldOf(parts, [], { policies: [{ id: "p", name: "p", lifecycleState, statements: [webToDb] }] });

  it.each([
    ["ACTIVE", "allowed"],
    ["CREATING", "unknown"],
    ["UPDATING", "unknown"],
    ["NEEDS_ATTENTION", "unknown"],
    ["FAILED", "blocked"],
    ["DELETED", "blocked"],
  ] as const)("a statement of a policy that is %s leaves a flow %s", (state, verdict) => {
    expect(trace(withState(state), "web -> db").verdict).toBe(verdict);
  });

  it("nothing is certainly blocked while policies are missing", () => {
    const world = worldOf(parts, [], { isPolicyListComplete: false });
    expect(trace(world, "web -> db")).toMatchObject({ verdict: "unknown", reason: "policies-unread" });
    expect(trace({ ...world, policies: withState("ACTIVE").policies }, "web -> db").verdict).toBe("allowed");
  });

  it("gives every statement that allows, with its places", () => {
    const wide = `in ${network} VCN allow all-endpoints to connect to app.tier:db`;
    const world = worldOf(parts, [], {
      policies: [
        { id: "a", name: "first", lifecycleState: "ACTIVE", statements: [webToDb, wide] },
        { id: "b", name: "second", lifecycleState: "ACTIVE", statements: [webToDb] },
      ],
    });
    const { allowing } = trace(world, "web -> db");
    expect(
      allowing.map(({ statement }) => statement.places.map(({ policyName, index }) => [policyName, index])),
    ).toEqual([
      [["first", 1]],
      [
        ["first", 0],
        ["second", 0],
      ],
    ]);
  });

  it("tells of the nearest misses which part fails", () => {
    const misses = [
      [webToDb.replace("vcn:prod", "vcn:data"), ["location"]],
      [webToDb.replace("tier:web", "tier:cache"), ["source"]],
      [webToDb.replace("tier:db", "tier:queue"), ["destination"]],
      [`${webToDb} with protocol='udp/53'`, ["protocol"]],
    ] as const;
    const world = worldOf(parts, [...misses.map(([text]) => text), webToDb.replaceAll("app.", "none.")]);
    const { nearMisses } = trace(world, "web -> db tcp/443");
    const found = nearMisses.map(({ statement, failed }) => [statement.text, failed]);
    expect(found).toHaveLength(4);
    expect(found).toEqual(expect.arrayContaining(misses.map(([text, failed]) => [text, [...failed]])));
  });

  it("says what it takes for granted", () => {
    expect(trace(worldOf(parts, [webToDb]), "web -> db").notes).toEqual(["any-attribute-matches"]);
    expect(trace(worldOf(parts, [webToDb]), "10.0.1.5 -> db").notes).toContain("address-of-endpoint");
    expect(trace(worldOf(parts, []), "bare -> @osn").notes).toContain("vcn-zpr-only");
    const byAddress = worldOf(parts, [`in ${network} VCN allow app.tier:web to connect to '10.0.2.0/24'`]);
    expect(trace(byAddress, "web -> db").notes).toContain("address-means-resource");
    const partly = worldOf(parts, [], { isEndpointListComplete: false });
    expect(trace(partly, "web -> 192.168.1.1").notes).toEqual(["endpoints-incomplete"]);
  });
});
