import * as v from "valibot";
import { expect, test } from "vitest";
import { instanceSchema } from "@/lib/oke/compute";
import {
  instanceIdOfNode,
  isUntaggedKarpenter,
  unpooledNodeEvidence,
  unpooledNodeKind,
  type UnpooledNodeFacts,
} from "@/lib/oke/unpooled-node";

const clusterId = "ocid1.cluster.oc1.iad.a";
type Wire = Readonly<Record<string, unknown>>;
const instanceFrom = (wire: Wire) =>
  v.parse(instanceSchema, { id: "i", compartmentId: "c", lifecycleState: "RUNNING", ...wire });
const noFacts: UnpooledNodeFacts = { clusterId, pooled: new Set(), listed: null, alone: new Set() };
const evidenceOf = (wire: Wire, facts: Partial<UnpooledNodeFacts> = {}) =>
  unpooledNodeEvidence(instanceFrom(wire), { ...noFacts, ...facts });
const tags = (more: Readonly<Record<string, string>> = {}) => ({
  systemTags: { "orcl-containerengine": { Cluster: clusterId, ...more } },
});
const karpenter = { freeformTags: { KarpenterNodePool: "batch" } };

test("a node is self-managed, or Karpenter's where its instance or its Node says so", () => {
  expect(unpooledNodeKind(instanceFrom({}), null)).toBe("self-managed");
  expect(unpooledNodeKind(instanceFrom(karpenter), null)).toBe("karpenter");
  expect(unpooledNodeKind(instanceFrom({ freeformTags: { KarpenterNodeClass: "b" } }), null)).toBe("karpenter");
  expect(unpooledNodeKind(null, { isKarpenter: true })).toBe("karpenter");
});

test("the cluster's own list tells, whatever the tags say", () => {
  expect(evidenceOf({}, { listed: new Set(["i"]) })).toBe("node-list");
  expect(evidenceOf(tags(), { listed: new Set(["i"]) })).toBe("node-list");
});

test("a cluster's tag tells where the list cannot be read or does not name the instance", () => {
  expect(evidenceOf(tags())).toBe("cluster-tag");
  expect(evidenceOf(tags(), { listed: new Set() })).toBe("cluster-tag");
  expect(evidenceOf({ definedTags: { "Oracle-Tags": { CreatedBy: clusterId } } })).toBe("cluster-tag");
});

test("Karpenter's instance without a cluster's tag is possibly of the only cluster of its VCN, unless the list is there", () => {
  expect(evidenceOf(karpenter, { alone: new Set(["i"]) })).toBe("sole-cluster-of-vcn");
  expect(evidenceOf(karpenter, { alone: new Set(["i"]), listed: new Set() })).toBeNull();
  expect(evidenceOf(karpenter)).toBeNull();
  expect(isUntaggedKarpenter(instanceFrom(karpenter))).toBe(true);
  expect(isUntaggedKarpenter(instanceFrom({ ...karpenter, ...tags() }))).toBe(false);
  expect(isUntaggedKarpenter(instanceFrom({}))).toBe(false);
});

test("managed nodes, other clusters' nodes and terminated ones are none", () => {
  const listed = new Set(["i"]);
  expect(evidenceOf(tags({ NodePool: "ocid1.nodepool.oc1.iad.p" }), { listed })).toBeNull();
  expect(evidenceOf(tags(), { pooled: new Set(["i"]), listed })).toBeNull();
  expect(evidenceOf({ ...tags(), lifecycleState: "TERMINATED" }, { listed })).toBeNull();
  expect(evidenceOf({ systemTags: { "orcl-containerengine": { Cluster: "ocid1.cluster.oc1.iad.b" } } })).toBeNull();
  expect(evidenceOf({})).toBeNull();
});

test.each([
  ["ocid1.instance.oc1.iad.x", "ocid1.instance.oc1.iad.x"],
  ["oci://ocid1.instance.oc1.iad.x", "ocid1.instance.oc1.iad.x"],
  ["ocid1.virtualnode.oc1.iad.x", null],
  [null, null],
])("the instance of a Node with the provider id %s is %s", (providerId, id) => {
  expect(instanceIdOfNode({ providerId })).toBe(id);
});
