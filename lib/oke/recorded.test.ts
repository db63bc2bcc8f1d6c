import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { runningNodeCountOf } from "@/lib/oke/change-warnings";
import { clusterSchema } from "@/lib/oke/cluster";
import { clusterEligibility } from "@/lib/oke/eligibility";
import { loadBalancerSchema, networkLoadBalancerSchema } from "@/lib/oke/load-balancer";
import { subnetSchema } from "@/lib/oke/network";
import { nodePoolSchema } from "@/lib/oke/node-pool";
import { type ProtectedResourceParts, protectedResourcesFrom } from "@/lib/oke/protected-resources";
import { noParts } from "@/lib/oke/test-builders";

const folder = process.env.RECORDED_RESPONSES;

const freeNames = ["definedTags", "freeformTags", "systemTags", "backendSets", "listeners"];
const camelCase = (name: string) => name.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** The CLI's kebab-case names back to the wire's; names that people gave are left as they are. */
const wireFrom = (value: unknown, parent = ""): unknown => {
  if (Array.isArray(value)) return value.map((item) => wireFrom(item));
  if (typeof value !== "object" || value === null) return value;
  const renamed = (name: string) => (freeNames.includes(parent) ? name : camelCase(name));
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [renamed(name), wireFrom(member, renamed(name))]),
  );
};

const answerSchema = v.object({ data: v.unknown() });
const itemsSchema = v.union([
  v.array(v.unknown()),
  v.pipe(
    v.object({ items: v.array(v.unknown()) }),
    v.transform(({ items }) => items),
  ),
]);

const recorded = (file: string): unknown =>
  v.parse(answerSchema, JSON.parse(readFileSync(join(folder ?? "", "stdout", file), "utf8"))).data;
const one = <S extends v.GenericSchema<unknown, object>>(schema: S, file: string) => ({
  ...v.parse(schema, wireFrom(recorded(file))),
  region: "ap-tokyo-1",
});
const many = <S extends v.GenericSchema<unknown, object>>(schema: S, file: string) =>
  v.parse(itemsSchema, recorded(file)).map((item) => ({ ...v.parse(schema, wireFrom(item)), region: "ap-tokyo-1" }));

const partsOf = (): ProtectedResourceParts => ({
  ...noParts,
  clusters: [one(clusterSchema, "02-ce-cluster-get.json")],
  nodePools: [one(nodePoolSchema, "01b-ce-node-pool-get.json")],
  loadBalancers: many(loadBalancerSchema, "06-lb-load-balancer-list.json"),
  networkLoadBalancers: many(networkLoadBalancerSchema, "05-nlb-network-load-balancer-list.json"),
  subnets: many(subnetSchema, "21-network-subnet-list.json"),
});

describe.skipIf(folder === undefined)("the recorded tenancy", () => {
  const clusterId = "ocid1.cluster.oc1.ap-tokyo-1.aaaaexample0001";

  it("has its network load balancers under their cluster for certain, each with the Service it is of", () => {
    const balancers = protectedResourcesFrom(partsOf()).filter(({ kind }) => kind === "network-load-balancer");
    expect(balancers.map(({ cluster, owner }) => [cluster, owner])).toEqual(
      [
        ["app-a", "app-a-svc"],
        ["app-b", "nginx"],
        ["kube-system", "cilium-ingress"],
      ].map(([namespace, name]) => [
        expect.objectContaining({ type: "matched", confidence: "certain", clusterId }),
        { type: "service-annotation", namespace, name },
      ]),
    );
  });

  it("has the load balancers of other clusters as orphans that name their cluster", () => {
    const balancers = protectedResourcesFrom(partsOf()).filter(({ kind }) => kind === "load-balancer");
    expect(balancers.map(({ cluster, owner }) => [cluster, owner.type])).toEqual(
      ["0002", "0003"].map((number) => [
        expect.objectContaining({ type: "orphan", clusterId: `ocid1.cluster.oc1.ap-tokyo-1.aaaaexample${number}` }),
        "service-annotation",
      ]),
    );
  });

  it("ties its network load balancers to the cluster by their backends too, without any tag", () => {
    const parts = partsOf();
    const bare = parts.networkLoadBalancers.map((item) => ({ ...item, systemTags: [], definedTags: [] }));
    const balancers = protectedResourcesFrom({ ...parts, networkLoadBalancers: bare }).filter(
      ({ kind }) => kind === "network-load-balancer",
    );
    expect(balancers.map(({ cluster }) => cluster)).toEqual(
      bare.map(() => expect.objectContaining({ type: "matched", confidence: "strong", clusterId })),
    );
  });

  it("cannot use security attributes: flannel, and Kubernetes 1.31", () => {
    const [cluster] = partsOf().clusters;
    const eligibility = cluster && clusterEligibility(cluster);
    expect(eligibility?.state).toBe("not-eligible");
    expect(eligibility?.reasons.map(({ code }) => code)).toEqual(["flannel", "kubernetes-version"]);
  });

  it("does not count the node that OKE lists as deleted", () => {
    const [pool] = partsOf().nodePools;
    const deleted = pool?.nodes?.filter(({ lifecycleState }) => lifecycleState === "DELETED") ?? [];
    expect(deleted).not.toEqual([]);
    expect(pool && runningNodeCountOf(pool)).toBe((pool?.nodes?.length ?? 0) - deleted.length);
  });
});
