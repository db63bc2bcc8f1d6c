import { describe, expect, it } from "vitest";
import { changeWarnings, type PlannedChange, runningNodeCountOf } from "@/lib/oke/change-warnings";
import { attributesOf, nodePoolFrom } from "@/lib/oke/test-builders";
import { securityAttributesFromWire } from "@/lib/zpr/security-attributes";

const set = (...names: string[]) =>
  securityAttributesFromWire(attributesOf(Object.fromEntries(names.map((name) => [name, "x"]))));

const warn = (
  kind: PlannedChange["resource"]["kind"],
  before: readonly string[],
  after: readonly string[],
  more: Partial<PlannedChange> = {},
) =>
  changeWarnings({
    resource: { kind, displayName: "prod-a", differingVnics: null, owner: { type: "resource" } },
    before: set(...before),
    after: set(...after),
    runningNodeCount: null,
    ...more,
  });
const codes = (...change: Parameters<typeof warn>) => warn(...change).map(({ code }) => code);
const message = (code: string, ...change: Parameters<typeof warn>) =>
  warn(...change).find((warning) => warning.code === code)?.message;

describe("a change is warned about", () => {
  it.each<[string, Parameters<typeof warn>, string[]]>([
    ["as the first attribute of an endpoint", ["cluster-endpoint", [], ["a.b"]], ["first-attribute"]],
    ["as the last attribute of an endpoint", ["cluster-endpoint", ["a.b"], []], ["last-attribute"]],
    ["not at all when others stay", ["cluster-endpoint", ["a.b"], ["a.b", "a.c"]], []],
    [
      "above what the limits page gives",
      ["load-balancer", ["a.b", "a.c", "a.d"], ["a.b", "a.c", "a.d", "a.e"]],
      ["above-recommended"],
    ],
    [
      "not when it comes down towards that",
      ["load-balancer", ["a.b", "a.c", "a.d", "a.e", "a.f"], ["a.b", "a.c", "a.d", "a.e"]],
      [],
    ],
    [
      "not above three on an endpoint, which takes five",
      ["cluster-endpoint", ["a.b", "a.c", "a.d"], ["a.b", "a.c", "a.d", "a.e"]],
      [],
    ],
    [
      "for joining and new nodes on primary VNICs",
      ["node-pool-primary-vnic", ["a.b"], ["a.b", "a.c"]],
      ["node-join-policies", "new-nodes-only"],
    ],
    [
      "for new nodes only when an attribute leaves primary VNICs",
      ["node-pool-primary-vnic", ["a.b", "a.c"], ["a.b"]],
      ["new-nodes-only"],
    ],
    [
      "for new nodes only on secondary VNICs",
      ["node-pool-secondary-vnics", ["a.b"], ["a.b", "a.c"]],
      ["new-nodes-only"],
    ],
    [
      "gravest first, when all comes together",
      ["node-pool-primary-vnic", [], ["a.b"]],
      ["first-attribute", "node-join-policies", "new-nodes-only"],
    ],
  ])("%s", (_, change, expected) => {
    expect(codes(...change)).toEqual(expected);
  });

  it("where secondary VNICs differ, even if the set of the first stays", () => {
    const differingVnics = [1, 2].map((number) => ({ displayName: `vnic ${number}`, securityAttributes: [] }));
    const resource = {
      kind: "node-pool-secondary-vnics",
      owner: { type: "oke-api" },
      displayName: "pool-a",
      differingVnics,
    } as const;
    expect(codes("node-pool-secondary-vnics", ["a.b"], ["a.b"], { resource })).toEqual([
      "differing-vnics",
      "new-nodes-only",
    ]);
  });
});

describe("the words of a warning", () => {
  it("count the nodes that keep the old set", () => {
    const change = (runningNodeCount: number | null) =>
      message("new-nodes-only", "node-pool-primary-vnic", ["a.b"], ["a.c"], { runningNodeCount });
    expect(change(12)).toMatch(/^New nodes only: 12 running nodes keep the old set\./);
    expect(change(1)).toMatch(/1 running node keeps the old set\./);
    expect(change(0)).toMatch(/no running nodes/);
    expect(change(null)).toMatch(/could not be read/);
  });

  it("say of the first attribute that unnamed traffic is dropped, and of the last that ZPR no longer protects", () => {
    expect(message("first-attribute", "cluster-endpoint", [], ["a.b"])).toMatch(
      /first security attribute on the Kubernetes API endpoint of prod-a\. .*drops all traffic/,
    );
    expect(message("last-attribute", "node-pool-primary-vnic", ["a.b"], [])).toMatch(
      /from the node pool primary VNIC of prod-a\. .*no longer protects/,
    );
  });
});

describe("the running nodes of a pool", () => {
  const nodes = (...states: string[]) =>
    nodePoolFrom("pool", null, { nodes: states.map((lifecycleState) => ({ lifecycleState })) });
  it("are those that are neither deleted nor being deleted", () => {
    expect(runningNodeCountOf(nodes("ACTIVE", "UPDATING", "DELETED", "DELETING", "FAILING"))).toBe(3);
  });

  it("are not known when the pool came from a list", () => {
    expect(runningNodeCountOf(nodePoolFrom("pool", null))).toBeNull();
  });
});
