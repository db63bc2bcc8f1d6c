import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ProtectedResourceParts, protectedResourcesFrom } from "@/lib/oke/protected-resources";
import {
  attributesOf,
  clusterFrom,
  fileSystemFrom,
  loadBalancerFrom,
  mountTargetFrom,
  networkLoadBalancerFrom,
  nodePoolFrom,
  noParts,
  subnetFrom,
  vcnFrom,
} from "@/lib/oke/test-builders";

const finTier = { securityAttributes: attributesOf({ "fin.tier": "web" }) };
const zeta = clusterFrom("zeta", { endpointConfig: finTier });
const alpha = clusterFrom("alpha", { kubernetesVersion: "v1.31.1", endpointConfig: finTier });
const vnic = (values: Record<string, string>) => ({
  createVnicDetails: { subnetId: "ocid1.subnet.oc1.iad.pods", securityAttributes: attributesOf(values) },
});
const parts: ProtectedResourceParts = {
  ...noParts,
  clusters: [zeta, alpha],
  nodePools: [
    nodePoolFrom("pool-b", zeta.id, { secondaryVnics: [vnic({ "fin.tier": "pods" }), vnic({})] }),
    nodePoolFrom("pool-a", zeta.id, { primaryVnic: finTier }),
    nodePoolFrom("pool-lost", "ocid1.cluster.oc1.iad.unread"),
  ],
  loadBalancers: [
    loadBalancerFrom("by-hand", { ...finTier, subnetIds: ["ocid1.subnet.oc1.iad.elsewhere"] }),
    loadBalancerFrom("of-zeta", { systemTags: { "orcl-containerengine": { Cluster: zeta.id } } }),
  ],
  networkLoadBalancers: [
    networkLoadBalancerFrom("nlb", { systemTags: { "orcl-containerengine": { Cluster: alpha.id } } }),
  ],
  mountTargets: [mountTargetFrom("files")],
  fileSystems: [fileSystemFrom("fs")],
  vcns: [vcnFrom("zeta", finTier)],
  subnets: [subnetFrom("elsewhere", "ocid1.vcn.oc1.iad.elsewhere")],
  catalog: {
    namespaces: [
      {
        id: "ocid1.securityattributenamespace.oc1..fin",
        compartmentId: "ocid1.tenancy.oc1..a",
        name: "fin",
        description: "",
        isRetired: false,
        lifecycleState: "ACTIVE",
        mode: ["enforce"],
        timeCreated: null,
        definitions: [],
        isDefinitionListComplete: true,
      },
    ],
    isNamespaceListComplete: true,
    gaps: [],
  },
};
const resources = protectedResourcesFrom(parts);
const byId = (id: string) => resources.find((resource) => resource.id === id);

describe("the surfaces of a tenancy", () => {
  it("come by cluster name, kind and name, with what stands under no cluster last", () => {
    expect(resources.map(({ kind, displayName }) => `${kind} ${displayName}`)).toEqual([
      "cluster-endpoint alpha",
      "network-load-balancer nlb",
      "cluster-endpoint zeta",
      "node-pool-primary-vnic pool-a",
      "node-pool-primary-vnic pool-b",
      "node-pool-secondary-vnics pool-a",
      "node-pool-secondary-vnics pool-b",
      "load-balancer of-zeta",
      "load-balancer by-hand",
      "mount-target files",
      "vcn zeta",
      "node-pool-primary-vnic pool-lost",
      "node-pool-secondary-vnics pool-lost",
    ]);
  });

  it("have one id each: the OCID, and for a pool the OCID with its surface", () => {
    expect(new Set(resources.map(({ id }) => id)).size).toBe(resources.length);
    expect(byId("ocid1.nodepool.oc1.iad.pool-a:primary-vnic")).toMatchObject({ ocid: "ocid1.nodepool.oc1.iad.pool-a" });
    expect(byId(zeta.id)).toMatchObject({ ocid: zeta.id, kind: "cluster-endpoint" });
  });

  it("carry their attributes with a verdict", () => {
    const verdicts = resources.flatMap(({ securityAttributes }) =>
      securityAttributes.map(({ verdict }) => verdict.state),
    );
    expect(verdicts).toEqual(["deleted", "deleted", "deleted", "deleted", "deleted", "deleted"]);
  });

  it("show secondary VNICs that differ each with its own set, and only those", () => {
    expect(
      byId("ocid1.nodepool.oc1.iad.pool-b:secondary-vnics")?.differingVnics?.map(
        (own) => own.securityAttributes.length,
      ),
    ).toEqual([1, 0]);
    expect(byId("ocid1.nodepool.oc1.iad.pool-a:secondary-vnics")?.differingVnics).toBeNull();
  });

  it("can be rid of a stale attribute even where nothing can be added", () => {
    expect(byId(alpha.id)?.edit).toMatchObject({
      add: { offered: false, code: "kubernetes-version" },
      remove: { offered: true },
    });
  });

  it("take from the cluster what the pool does not say", () => {
    expect(byId("ocid1.nodepool.oc1.iad.pool-a:primary-vnic")).toMatchObject({
      vcnId: zeta.vcnId,
      cluster: { type: "part-of", clusterId: zeta.id },
    });
  });

  it("call a pool of a cluster that was not read an orphan, still open to edits that OKE may refuse", () => {
    expect(byId("ocid1.nodepool.oc1.iad.pool-lost:primary-vnic")).toMatchObject({
      cluster: { type: "orphan", clusterId: "ocid1.cluster.oc1.iad.unread" },
      edit: { add: { offered: true } },
    });
  });

  it("are JSON-safe: they go to the browser as they are", () => {
    expect(JSON.parse(JSON.stringify(resources))).toEqual(resources);
  });

  it("are the same whatever the order in which the parts were read", () => {
    const shuffled = <T>(items: readonly T[]) => fc.shuffledSubarray([...items], { minLength: items.length });
    const orders = fc.record({
      clusters: shuffled(parts.clusters),
      nodePools: shuffled(parts.nodePools),
      loadBalancers: shuffled(parts.loadBalancers),
    });
    fc.assert(
      fc.property(orders, (order) => {
        expect(protectedResourcesFrom({ ...parts, ...order })).toEqual(resources);
      }),
    );
  });
});

describe("a large tenancy", () => {
  /** How often anything of the clusters, pools, subnets and the catalog is looked at. */
  const looksFor = (loadBalancerCount: number) => {
    let looks = 0;
    const watched = <T extends object>(object: T): T =>
      new Proxy(object, {
        get: (target, member) => {
          looks += 1;
          return Reflect.get(target, member);
        },
      });
    const loadBalancers = Array.from({ length: loadBalancerCount }, (_, n) =>
      loadBalancerFrom(`lb${n}`, {
        ...finTier,
        subnetIds: ["ocid1.subnet.oc1.iad.zetalb"],
        backendSets: { a: { backends: [{ ipAddress: "10.0.0.1" }] } },
      }),
    );
    const nodes = [{ id: "ocid1.instance.oc1.iad.a", privateIp: "10.0.0.1", lifecycleState: "ACTIVE" }];
    const all = protectedResourcesFrom({
      ...noParts,
      clusters: [watched(zeta)],
      nodePools: watched([watched(nodePoolFrom("pool", zeta.id, { nodes }))]),
      subnets: watched([watched(subnetFrom("zetalb", zeta.vcnId ?? ""))]),
      loadBalancers,
      catalog: watched(parts.catalog),
    });
    const sure = all.filter(({ cluster }) => cluster.type === "matched" && cluster.confidence === "strong");
    expect(sure).toHaveLength(loadBalancerCount);
    return looks;
  };

  it("is cheap: the sort of the rows aside, no load balancer more makes anything else be looked at again", () => {
    // Ordering asks each row's cluster for its name, once.
    expect(looksFor(1000) - looksFor(10)).toBe(990);
  });
});
