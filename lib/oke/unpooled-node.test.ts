import * as v from "valibot";
import { expect, test } from "vitest";
import { instanceSchema } from "@/lib/oke/compute";
import { unpooledNodeKind } from "@/lib/oke/unpooled-node";

const clusterId = "ocid1.cluster.oc1.iad.a";
const kindOf = (wire: Readonly<Record<string, unknown>>, pooled: ReadonlySet<string> = new Set()) =>
  unpooledNodeKind(
    v.parse(instanceSchema, { id: "i", compartmentId: "c", lifecycleState: "RUNNING", ...wire }),
    clusterId,
    pooled,
  );
const tags = (more: Readonly<Record<string, string>> = {}) => ({
  systemTags: { "orcl-containerengine": { Cluster: clusterId, ...more } },
});

test("an instance with its cluster's tag and no pool's is self-managed, or Karpenter's where that says so", () => {
  expect(kindOf(tags())).toBe("self-managed");
  expect(kindOf({ ...tags(), freeformTags: { KarpenterNodePool: "batch" } })).toBe("karpenter");
  expect(kindOf({ definedTags: { "Oracle-Tags": { CreatedBy: clusterId } } })).toBe("self-managed");
});

test("managed nodes, other clusters' nodes and terminated ones are none", () => {
  expect(kindOf(tags({ NodePool: "ocid1.nodepool.oc1.iad.p" }))).toBeNull();
  expect(kindOf(tags(), new Set(["i"]))).toBeNull();
  expect(kindOf({ ...tags(), lifecycleState: "TERMINATED" })).toBeNull();
  expect(kindOf({ systemTags: { "orcl-containerengine": { Cluster: "ocid1.cluster.oc1.iad.b" } } })).toBeNull();
  expect(kindOf({})).toBeNull();
});
