import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { clusterSchema } from "@/lib/oke/cluster";
import { loadBalancerSchema, networkLoadBalancerSchema } from "@/lib/oke/load-balancer";
import { fileSystemSchema, mountTargetSchema } from "@/lib/oke/mount-target";
import { subnetSchema, vcnSchema } from "@/lib/oke/network";
import { nodePoolSchema } from "@/lib/oke/node-pool";

const required = { id: "ocid1.x", compartmentId: "ocid1.compartment.oc1..a", subnetId: "s", vcnId: "v" };

describe("an answer of OCI with nothing optional in it", () => {
  it.each([
    ["cluster", clusterSchema],
    ["node pool", nodePoolSchema],
    ["load balancer", loadBalancerSchema],
    ["network load balancer", networkLoadBalancerSchema],
    ["mount target", mountTargetSchema],
    ["file system", fileSystemSchema],
    ["VCN", vcnSchema],
    ["subnet", subnetSchema],
  ] as const)("gives a %s without a single undefined member", (_, schema) => {
    const output = v.parse(schema, required);
    expect(Object.keys(output).toSorted()).toEqual(Object.keys(schema.entries).toSorted());
    expect(Object.values(output)).not.toContain(undefined);
  });

  it("reads null as it reads absence", () => {
    const names = Object.keys(loadBalancerSchema.entries);
    const nulls = { ...Object.fromEntries(names.map((name) => [name, null])), ...required };
    expect(v.parse(loadBalancerSchema, nulls)).toEqual(v.parse(loadBalancerSchema, required));
  });
});

describe("tags", () => {
  it("survive any namespace and key, and keep values that are not text as their JSON", () => {
    const definedTags = JSON.parse('{"__proto__":{"constructor":"a"},"n":{"__proto__":42}}');
    expect(v.parse(vcnSchema, { ...required, definedTags }).definedTags).toEqual([
      { namespace: "__proto__", key: "constructor", value: "a" },
      { namespace: "n", key: "__proto__", value: "42" },
    ]);
  });
});

describe("an enumeration", () => {
  it("takes a word that we do not know as UNKNOWN_VALUE instead of failing the answer", () => {
    expect(v.parse(vcnSchema, { ...required, lifecycleState: "MELTING" }).lifecycleState).toBe("UNKNOWN_VALUE");
  });
});
