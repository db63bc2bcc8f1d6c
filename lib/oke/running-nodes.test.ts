import { expect, test } from "vitest";
import type { NodeTruth, VnicTruth } from "@/lib/oke/node-truth";
import { runningNodesBySet } from "@/lib/oke/running-nodes";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";

const catalog = { namespaces: [], isNamespaceListComplete: false, gaps: [] };
const tier = (value: string): SecurityAttribute => ({
  namespace: "app",
  key: "tier",
  value,
  mode: "enforce",
  otherMembers: [],
  unreadable: null,
});
const vnic = (carried: readonly SecurityAttribute[] | null, state: VnicTruth["state"] = "in-step"): VnicTruth => ({
  state,
  isInferred: false,
  reason: "",
  name: "VNIC",
  vnicId: null,
  carried,
  isFromInstance: false,
});
const node = (primary: VnicTruth, ...secondary: readonly VnicTruth[]): NodeTruth => ({
  node: { id: "n", name: "n", lifecycleState: "ACTIVE", subnetId: null, availabilityDomain: null } as NodeTruth["node"],
  launchedAt: null,
  primary,
  secondary,
  unmanaged: [],
  isInStep: true,
});
const told = (truths: readonly NodeTruth[], surface: "primary" | "secondary") =>
  runningNodesBySet(truths, surface, catalog).map(({ nodeCount, attributes }) => [
    nodeCount,
    attributes?.map(({ value, doubt }) => `${value}${doubt === null ? "" : ` ${doubt}`}`) ?? null,
  ]);

test("nodes that carry the same stand together, whatever the order of their attributes", () => {
  const two = [vnic([tier("web"), tier("api")]), vnic([tier("api"), tier("web")])];
  expect(told([...two.map((each) => node(each)), node(vnic([tier("web")])), node(vnic([]))], "primary")).toEqual([
    [2, ["web", "api"]],
    [1, ["web"]],
    [1, []],
  ]);
});

test("a VNIC that could not be read leaves what its node carries unknown", () => {
  expect(told([node(vnic(null, "not-readable"))], "primary")).toEqual([[1, null]]);
});

test("a node without such a VNIC, or that is still being made, stands in none", () => {
  expect(told([node(vnic(null, "settling")), node(vnic(null, "vnic-missing"))], "primary")).toEqual([]);
  expect(told([node(vnic([]))], "secondary")).toEqual([]);
});

test("of secondary VNICs that disagree, what not all carry is in doubt", () => {
  const truths = [node(vnic([]), vnic([tier("web"), tier("api")]), vnic([tier("web")]))];
  expect(told(truths, "secondary")).toEqual([[1, ["web", "api some-vnics"]]]);
});
