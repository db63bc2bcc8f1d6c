import { describe, expect, it } from "vitest";
import { nodeJoinStatements, type NodeJoinInput } from "@/lib/zpr/node-join-statements";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";
import type { ZprPolicy } from "@/lib/zpr/zpr-policy";

const attribute = (namespace: string, key: string, value: string): SecurityAttribute => ({
  namespace,
  key,
  value,
  mode: "enforce",
  otherMembers: [],
  unreadable: null,
});

const policy = (statements: readonly string[], more: Partial<ZprPolicy> = {}): ZprPolicy => ({
  id: "ocid1.zprpolicy.oc1..join",
  name: "join",
  description: "",
  lifecycleState: "ACTIVE",
  lifecycleDetails: null,
  timeUpdated: null,
  tags: [],
  ...more,
  statements,
});

/** Word for word as Oracle's guide prints them. */
const guide = [
  "in zpr-cni.sensitivity:42 VCN allow zpr-cni.sensitivity:42 endpoints to connect to 'all-endpoints'",
  "in zpr-cni.sensitivity:42 VCN allow all-endpoints to connect to zpr-cni.sensitivity:42 endpoints with protocol = 'tcp/443'",
  "in zpr-cni.sensitivity:42 VCN allow zpr-cni.sensitivity:42 endpoints to connect to 'osn-services-ip-addresses'",
];
const [toAll = "", fromAll = "", toServices = ""] = guide;
const fortyTwo = attribute("zpr-cni", "sensitivity", "42");

const input = (policies: readonly ZprPolicy[], more: Partial<NodeJoinInput> = {}): NodeJoinInput => ({
  nodeAttributes: [fortyTwo],
  vcnAttributes: [fortyTwo],
  policies: { policies, isComplete: true },
  ...more,
});

const presencesOf = (given: NodeJoinInput) => nodeJoinStatements(given).statements.map(({ presence }) => presence);

describe("the statements that let nodes join", () => {
  it("are there when policies hold the guide's three, whatever their number and order", () => {
    const found = nodeJoinStatements(input([policy([toServices]), policy([fromAll, toAll], { name: "rest" })]));
    expect(found.state).toBe("present");
    expect(found.statements.map((each) => [each.found?.policyName, each.found?.statement])).toEqual([
      ["rest", toAll],
      ["rest", fromAll],
      ["join", toServices],
    ]);
  });

  it("are not needed where nodes carry nothing", () => {
    expect(nodeJoinStatements(input([], { nodeAttributes: [] }))).toEqual({ state: "not-needed", statements: [] });
  });

  it("are missing as soon as one is, with the text to paste", () => {
    const found = nodeJoinStatements(input([policy([toAll, fromAll])]));
    expect(found.state).toBe("missing");
    expect(found.statements[2]).toMatchObject({ presence: "not-found", statement: toServices, found: null });
  });

  it("to paste quote values that could end a word", () => {
    const nodes = [attribute("app", "name", "o'brien & sons")];
    const { statements } = nodeJoinStatements(input([], { nodeAttributes: nodes }));
    expect(statements[0]?.statement).toBe(
      "in zpr-cni.sensitivity:42 VCN allow 'app.name:o''brien & sons' endpoints to connect to all-endpoints",
    );
  });

  it("may be written for any attribute of the nodes, in other letters and with a default namespace", () => {
    const nodes = [fortyTwo, attribute("oracle-zpr", "Role", "node")];
    const statements = [
      "IN ZPR-CNI.Sensitivity:42 vcn ALLOW role:node to connect to all-endpoints",
      "in zpr-cni.sensitivity:42 VCN allow 'all-endpoints' to connect to 'Oracle-ZPR.role:node' endpoints with protocol='tcp/1-1024'",
      "in zpr-cni.sensitivity:42 VCN allow role:node endpoints to connect to osn-services-ip-addresses",
    ];
    expect(nodeJoinStatements(input([policy(statements)], { nodeAttributes: nodes })).state).toBe("present");
  });

  it.each(["", " with protocol='tcp'", " with protocol='tcp/443'", " with protocol='TCP/400-500'"])(
    "let port 443 in with the filter %j",
    (filter) => {
      const statement = fromAll.replace(" with protocol = 'tcp/443'", filter);
      expect(presencesOf(input([policy([statement])]))[1]).toBe("present");
    },
  );

  it("do not count for another value, in another VCN, or for another port", () => {
    const others = [toAll.replaceAll(" zpr-cni.sensitivity:42 endpoints", " zpr-cni.sensitivity:43 endpoints")];
    expect(presencesOf(input([policy(others)]))[0]).toBe("not-found");
    expect(presencesOf(input([policy(guide)], { vcnAttributes: [attribute("network", "vcn", "prod")] }))).toEqual(
      Array.from({ length: 3 }, () => "not-found"),
    );
    expect(presencesOf(input([policy([fromAll.replace("443", "10250")])]))[1]).toBe("not-found");
  });

  it("do not count from a policy that failed or is being deleted", () => {
    for (const lifecycleState of ["FAILED", "DELETING", "DELETED"] as const) {
      expect(nodeJoinStatements(input([policy(guide, { lifecycleState })])).state).toBe("missing");
    }
  });

  it("cannot be told from a policy that is not settled", () => {
    const found = nodeJoinStatements(input([policy(guide, { lifecycleState: "NEEDS_ATTENTION" })]));
    expect(found.state).toBe("unknown");
    expect(found.statements[0]?.evidence).toBe("Policy join holds such a statement, but its state is NEEDS_ATTENTION.");
  });

  it.each([
    ["narrower", `${toServices} with protocol='tcp/443'`, 2],
    ["from everywhere", toServices.replace("zpr-cni.sensitivity:42 endpoints", "all-endpoints"), 2],
    ["to every address", toAll.replace("'all-endpoints'", "'0.0.0.0/0'"), 0],
    ["from every address", fromAll.replace("all-endpoints", "'0.0.0.0/0'"), 1],
    ["stateless", fromAll.replace("'tcp/443'", "'tcp/443', connection-state='stateless'"), 1],
    ["of a form we cannot read", `${toAll} and something new`, 0],
  ])("cannot be told from a statement that is %s", (_, statement, index) => {
    const found = nodeJoinStatements(input([policy([statement])])).statements[index];
    expect(found).toMatchObject({ presence: "cannot-tell", found: { statement } });
  });

  it("cannot be told from lists that were not read, or not to the end", () => {
    expect(nodeJoinStatements(input([], { policies: null })).state).toBe("unknown");
    expect(nodeJoinStatements(input([], { vcnAttributes: null })).state).toBe("unknown");
    const part = { policies: [policy([toAll])], isComplete: false };
    expect(presencesOf(input([], { policies: part }))).toEqual(["present", "cannot-tell", "cannot-tell"]);
  });

  it("are missing in a VCN without attributes, where there is nothing to paste yet", () => {
    const found = nodeJoinStatements(input([policy(guide)], { vcnAttributes: [] }));
    expect(found.state).toBe("missing");
    expect(found.statements.map(({ statement }) => statement)).toEqual([null, null, null]);
  });

  it("are judged in time that does not run away with a hostile statement", () => {
    const hostile = `in a:b VCN allow ${"with ".repeat(4_000)}${"to connect ".repeat(4_000)}`;
    const startedAt = performance.now();
    nodeJoinStatements(input([policy([hostile, "'".repeat(20_000)])]));
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });
});
