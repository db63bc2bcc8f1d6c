import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { instanceSchema, vnicSchema } from "@/lib/oke/compute";
import { nodeCounts } from "@/lib/oke/node-counts";
import { nodeTruths, type NodeFacts } from "@/lib/oke/node-truth";
import type { AttachedVnic } from "@/lib/oke/node-vnics";
import { attributesOf, nodePoolFrom } from "@/lib/oke/test-builders";
import type { VnicState } from "@/lib/oke/vnic-state";
import { securityAttributesFromWire } from "@/lib/zpr/security-attributes";

type Set = Readonly<Record<string, string>>;
type Wire = Readonly<Record<string, unknown>>;

const present: Set = { "oke.role": "node" };
const old: Set = { "oke.role": "worker" };
const setOf = (set: Set) => securityAttributesFromWire(attributesOf(set));

const poolWith = (secondaryVnics: readonly Wire[] = [], wire: Wire = {}) =>
  nodePoolFrom("pool", "c", { primaryVnic: { securityAttributes: attributesOf(present) }, secondaryVnics, ...wire });

const vnicFrom = (name: string, set: Set | null, wire: Wire = {}): AttachedVnic => ({
  vnicId: `ocid1.vnic.oc1.iad.${name}`,
  subnetId: "nodes",
  vnic:
    set === null
      ? null
      : v.parse(vnicSchema, {
          id: `ocid1.vnic.oc1.iad.${name}`,
          displayName: name,
          subnetId: "nodes",
          isPrimary: true,
          securityAttributes: attributesOf(set),
          ...wire,
        }),
});

const podVnic = (name: string, set: Set, subnetId = "pods") => ({
  ...vnicFrom(name, set, { isPrimary: false, subnetId }),
  subnetId,
});

type Told = { readonly launched?: string; readonly instance?: Wire; readonly state?: string };

const nodeFrom = (name: string, vnics: readonly AttachedVnic[] | null, told: Told = {}): NodeFacts => {
  const pool = nodePoolFrom("pool", "c", { nodes: [{ id: name, name, lifecycleState: told.state ?? "ACTIVE" }] });
  const [node] = pool.nodes ?? [];
  if (node === undefined) throw new Error("The pool has no node.");
  const instance = v.parse(instanceSchema, {
    id: name,
    compartmentId: "c",
    timeCreated: told.launched,
    ...told.instance,
  });
  return { node, instance, vnics };
};

const truthsOf = (
  nodes: readonly NodeFacts[],
  { pool = poolWith(), lastChange = null }: { pool?: ReturnType<typeof poolWith>; lastChange?: string | null } = {},
) =>
  nodeTruths({
    pool,
    present: { primary: setOf(present), secondary: pool.secondaryVnics.map(() => setOf(present)) },
    lastChangeMs: lastChange === null ? null : Date.parse(lastChange),
    nodes,
  });

const primaryStates = (...parameters: Parameters<typeof truthsOf>): readonly VnicState[] =>
  truthsOf(...parameters).map(({ primary }) => primary.state);

describe("the primary VNIC of a node", () => {
  test("is in step when it carries the pool's set, whatever else the service added to it", () => {
    const vnic = vnicFrom("a", present);
    const other = vnicFrom("b", null, {});
    const typed = {
      ...other,
      vnic: v.parse(vnicSchema, {
        id: "b",
        isPrimary: true,
        securityAttributes: { oke: { role: { value: "node", mode: "enforce", usagetype: "zpr" } } },
      }),
    };
    expect(primaryStates([nodeFrom("a", [vnic]), nodeFrom("b", [typed])])).toEqual(["in-step", "in-step"]);
  });

  test("is not in step when only the mode differs", () => {
    const vnic = vnicFrom("a", {}, { securityAttributes: { oke: { role: { value: "node", mode: "audit" } } } });
    expect(primaryStates([nodeFrom("a", [vnic])])).toEqual(["differs"]);
  });

  test("that differs, with nothing to tell why, is called neither old nor edited", () => {
    const [truth] = truthsOf([nodeFrom("a", [vnicFrom("a", old)], { launched: "2026-05-01T00:00:00Z" })]);
    expect(truth?.primary).toMatchObject({ state: "differs", isInferred: false, carried: setOf(old) });
  });

  test("was edited directly when its node was launched after the pool's last change", () => {
    const node = nodeFrom("a", [vnicFrom("a", old)], { launched: "2026-05-02T00:00:00Z" });
    const [truth] = truthsOf([node], { lastChange: "2026-05-01T00:00:00Z" });
    expect(truth?.primary).toMatchObject({ state: "edited-directly", isInferred: true });
  });

  test("was edited directly when a node that was launched earlier carries the present set", () => {
    const nodes = [
      nodeFrom("a", [vnicFrom("a", present)], { launched: "2026-05-01T00:00:00Z" }),
      nodeFrom("b", [vnicFrom("b", old)], { launched: "2026-05-02T00:00:00Z" }),
    ];
    expect(primaryStates(nodes)).toEqual(["in-step", "edited-directly"]);
    // The earlier node speaks against it even where the pool was changed, in whatever way, later.
    expect(primaryStates(nodes, { lastChange: "2026-06-01T00:00:00Z" })).toEqual(["in-step", "edited-directly"]);
  });

  test("is older than the change when its node was launched before it, or before all that carry the set", () => {
    const nodes = [
      nodeFrom("a", [vnicFrom("a", present)], { launched: "2026-05-03T00:00:00Z" }),
      nodeFrom("b", [vnicFrom("b", old)], { launched: "2026-05-02T00:00:00Z" }),
    ];
    expect(primaryStates(nodes)).toEqual(["in-step", "older-than-change"]);
    expect(primaryStates(nodes.slice(1), { lastChange: "2026-05-03T00:00:00Z" })).toEqual(["older-than-change"]);
  });

  test("is taken for older when other nodes carry the same set and no time is known", () => {
    const nodes = [nodeFrom("a", [vnicFrom("a", old)]), nodeFrom("b", [vnicFrom("b", old)])];
    expect(primaryStates(nodes)).toEqual(["older-than-change", "older-than-change"]);
  });

  test("counts what stands on the instance, where the VNIC has none of its own", () => {
    const instance = { securityAttributes: attributesOf(present) };
    const [truth] = truthsOf([nodeFrom("a", [vnicFrom("a", {})], { instance })]);
    expect(truth?.primary).toMatchObject({ state: "in-step", isFromInstance: true });
    const [own] = truthsOf([nodeFrom("b", [vnicFrom("b", old)], { instance })]);
    expect(own?.primary).toMatchObject({ state: "differs", isFromInstance: false });
  });

  test("is not judged while Compute applies attributes, or the node comes or goes", () => {
    const updating = nodeFrom("a", [vnicFrom("a", old)], { instance: { securityAttributesState: "UPDATING" } });
    const coming = nodeFrom("b", [], { state: "CREATING" });
    const going = nodeFrom("c", [vnicFrom("c", old)], { state: "DELETING" });
    expect(primaryStates([updating, coming, going])).toEqual(["settling", "settling", "settling"]);
  });

  test("is not called missing on a node that fails to come up", () => {
    const [truth] = truthsOf([nodeFrom("a", [], { state: "FAILING" })]);
    expect(truth?.primary).toMatchObject({ state: "settling", reason: "The node fails to come up." });
  });

  test("is not readable, and not missing, when its read failed", () => {
    expect(primaryStates([nodeFrom("a", null), nodeFrom("b", [vnicFrom("b", null)])])).toEqual([
      "not-readable",
      "not-readable",
    ]);
  });

  test("of a deleted node is not listed", () => {
    expect(truthsOf([nodeFrom("a", [], { state: "DELETED" })])).toEqual([]);
  });
});

describe("the secondary VNICs of a node", () => {
  const entry = (name: string | null, subnetId = "pods"): Wire => ({
    displayName: name,
    createVnicDetails: { subnetId, securityAttributes: attributesOf(present) },
  });
  const primary = vnicFrom("p", present);
  const states = (entries: readonly Wire[], vnics: readonly AttachedVnic[], wire: Wire = {}) => {
    const [truth] = truthsOf([nodeFrom("a", [primary, ...vnics])], { pool: poolWith(entries, wire) });
    return {
      states: truth?.secondary.map(({ name, state }) => [name, state]),
      unmanaged: truth?.unmanaged.map(({ name }) => name),
    };
  };

  test("are matched by subnet and name, not by their order", () => {
    expect(states([entry("a"), entry("b")], [podVnic("b", old), podVnic("a", present)])).toEqual({
      states: [
        ["a", "in-step"],
        ["b", "differs"],
      ],
      unmanaged: [],
    });
  });

  test("are matched by their subnet alone where that leaves no choice", () => {
    expect(states([entry("a")], [podVnic("oke-1", present)]).states).toEqual([["a", "in-step"]]);
    expect(states([entry("a")], [podVnic("one", present), podVnic("two", present)])).toEqual({
      states: [["a", "vnic-missing"]],
      unmanaged: ["one", "two"],
    });
    expect(states([entry(null), entry(null)], [podVnic("one", present), podVnic("two", present)])).toEqual({
      states: [
        ["Secondary VNIC 1", "in-step"],
        ["Secondary VNIC 2", "in-step"],
      ],
      unmanaged: [],
    });
  });

  test("that the pool gives and the node does not have are missing", () => {
    expect(states([entry("a")], []).states).toEqual([["a", "vnic-missing"]]);
  });

  test("that could not be read are not called missing", () => {
    const unread = { vnicId: "x", subnetId: "pods", vnic: null };
    expect(states([entry("a"), entry("s", "storage")], [unread]).states).toEqual([
      ["a", "not-readable"],
      ["s", "vnic-missing"],
    ]);
  });

  test("that no entry of the pool stands for are unmanaged", () => {
    expect(states([entry("a")], [podVnic("a", present), podVnic("capture", old, "edge")])).toEqual({
      states: [["a", "in-step"]],
      unmanaged: ["capture"],
    });
  });

  test("of pods on a pool with the older fields are OKE's own, and no finding", () => {
    const wire = { nodeConfigDetails: { nodePoolPodNetworkOptionDetails: { podSubnetIds: ["pods"] } } };
    expect(states([], [podVnic("pods-1", {})], wire)).toEqual({ states: [], unmanaged: [] });
  });
});

test("a pool's nodes are counted as a whole and for each VNIC, those alone that run", () => {
  const pool = poolWith([{ displayName: "pods", createVnicDetails: { subnetId: "pods" } }]);
  const truths = truthsOf(
    [
      nodeFrom("a", [vnicFrom("a", present), podVnic("pods", present)]),
      nodeFrom("b", [vnicFrom("b", present), podVnic("pods", old)]),
      nodeFrom("c", null),
      nodeFrom("d", [], { state: "CREATING" }),
      nodeFrom("e", [], { state: "DELETING" }),
      nodeFrom("f", [], { state: "FAILING" }),
      nodeFrom("g", [vnicFrom("g", old), podVnic("pods", old)], {
        instance: { securityAttributesState: "UPDATING" },
      }),
    ],
    { pool },
  );
  expect(nodeCounts(truths, ["pods"])).toEqual({
    nodes: 4,
    inStep: 1,
    notReadable: 1,
    settling: 1,
    withUnmanagedVnics: 0,
    primary: { name: "Primary VNIC", inStep: 2, notReadable: 1 },
    secondary: [{ name: "pods", inStep: 1, notReadable: 1 }],
  });
});
