import { describe, expect, it } from "vitest";
import type { RegionSeed } from "@/emulator/seed";
import { acmeSeed, restrictedSeed } from "@/emulator/seeds/acme/acme";
import { forgottenClusterId } from "@/emulator/seeds/acme/shared-services";
import { surfacesIn } from "@/emulator/seeds/testing";
import { securityAttributesFromWire } from "@/lib/zpr/security-attributes";

const acme = acmeSeed();
const surfaces = surfacesIn(acme).map((surface) => ({
  ...surface,
  attributes: securityAttributesFromWire(surface.map),
}));
const entries = surfaces.flatMap(({ attributes }) => attributes);
const everyOf = <K extends keyof RegionSeed>(name: K) => acme.regions.map((region) => region[name]);
const clusters = everyOf("clusters").flat();
const pools = everyOf("nodePools").flat();
const loadBalancers = everyOf("loadBalancers").flat();
const networkLoadBalancers = everyOf("networkLoadBalancers").flat();
const mountTargets = everyOf("mountTargets").flat();
const fileSystems = everyOf("fileSystems").flat();
const instances = everyOf("instances").flat();
const vnics = everyOf("vnics").flat();
const attachments = everyOf("vnicAttachments").flat();
const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const textOf = (map: unknown): string => JSON.stringify(map ?? {});
const definitionOf = (namespace: string, key: string) => {
  const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
  const found = acme.securityAttributeNamespaces.find(({ name }) => same(name, namespace));
  return {
    namespace: found,
    key: acme.securityAttributes.find((one) => one.securityAttributeNamespaceId === found?.id && same(one.name, key)),
  };
};
const tagOf = (resource: { systemTags?: unknown }, key: string): unknown => {
  const tags = resource.systemTags as { "orcl-containerengine"?: { [key: string]: unknown } } | null | undefined;
  return tags?.["orcl-containerengine"]?.[key];
};
const primaryVnicOf = (instanceId: string) => {
  const ids = attachments.filter((one) => one.instanceId === instanceId).map(({ vnicId }) => vnicId);
  return vnics.find(({ id, isPrimary }) => ids.includes(id) && isPrimary === true);
};
const poolNamed = (cluster: string, name: string) => {
  const clusterId = clusters.find((one) => one.name === cluster)?.id;
  return pools.find((pool) => pool.clusterId === clusterId && pool.name === name);
};

describe("acme", () => {
  it("is large enough: two regions, eight compartments, eight clusters, twenty node pools, fifteen policies", () => {
    expect(acme.regions.map(({ regionName }) => regionName)).toEqual(["us-ashburn-1", "eu-frankfurt-1"]);
    expect(acme.compartments.length).toBeGreaterThanOrEqual(8);
    expect(clusters.length).toBeGreaterThanOrEqual(8);
    expect(pools.length).toBeGreaterThanOrEqual(20);
    expect(acme.zprPolicies.length).toBeGreaterThanOrEqual(15);
  });

  it.each([
    "endpoint",
    "primary",
    "secondary",
    "load-balancer",
    "network-load-balancer",
    "mount-target",
    "vcn",
    "vnic",
    "instance",
  ] as const)("has a protected and an unprotected %s", (kind) => {
    const counts = surfaces.filter((surface) => surface.kind === kind).map(({ attributes }) => attributes.length);
    expect(counts).toContain(0);
    expect(Math.max(...counts)).toBeGreaterThan(0);
  });

  it("uses five of five on an endpoint and on a primary VNIC, and four on a load balancer", () => {
    const most = (kind: string) =>
      Math.max(...surfaces.filter((one) => one.kind === kind).map(({ attributes }) => attributes.length));
    expect([most("endpoint"), most("primary"), most("load-balancer"), most("vcn")]).toEqual([5, 5, 4, 1]);
  });
});

describe("the attributes in acme", () => {
  const states = entries.map(({ namespace, key, value }) => ({ value, ...definitionOf(namespace, key) }));

  it("name a namespace that is in no list, and a key that is in no list", () => {
    expect(states.some(({ namespace }) => namespace === undefined)).toBe(true);
    expect(states.some(({ namespace, key }) => namespace !== undefined && key === undefined)).toBe(true);
  });

  it.each(["ACTIVE", "INACTIVE", "DELETING", "DELETED"] as const)("name a key and a namespace that are %s", (state) => {
    expect(states.some(({ key }) => key?.lifecycleState === state)).toBe(true);
    expect(states.some(({ namespace }) => namespace?.lifecycleState === state)).toBe(true);
  });

  it("name a retired key of an active namespace, as after a reactivation", () => {
    expect(states.some(({ namespace, key }) => namespace?.lifecycleState === "ACTIVE" && key?.isRetired === true)).toBe(
      true,
    );
  });

  it("have a value that its validator does not allow, allowed values and free text", () => {
    const listed = states.flatMap(({ key, value }) => {
      const validator = key?.validator;
      return validator != null && "values" in validator ? [(validator.values ?? []).includes(value)] : [];
    });
    expect(new Set(listed)).toEqual(new Set([true, false]));
    expect(states.some(({ key }) => key !== undefined && key.validator === null)).toBe(true);
  });

  it("are in audit mode once, and otherwise enforced", () => {
    const audited = surfaces.filter(
      ({ kind, attributes }) => kind === "secondary" && attributes.some(({ mode }) => mode === "audit"),
    );
    expect(audited).toHaveLength(1);
    expect(new Set(entries.map(({ mode }) => mode))).toEqual(new Set(["enforce", "audit"]));
  });

  it("are spelt in another case than their definition somewhere", () => {
    expect(entries.some(({ namespace }) => namespace === "data-class")).toBe(true);
    expect(acme.securityAttributeNamespaces.map(({ name }) => name)).toContain("Data-Class");
  });

  it("carry the extra member that load balancers send", () => {
    expect(loadBalancers.some((one) => textOf(one.securityAttributes).includes('"usagetype":"zpr"'))).toBe(true);
  });

  it("name a namespace that the reviewer cannot see and one that the reviewer may not use", () => {
    const reviewer = acme.users.find(({ name }) => name === "reviewer");
    const named = new Set(states.map(({ namespace }) => namespace?.id));
    expect(reviewer?.hiddenNamespaceIds.every((id) => named.has(id))).toBe(true);
    expect(reviewer?.unusableNamespaceIds.every((id) => named.has(id))).toBe(true);
    expect(reviewer?.hiddenNamespaceIds).not.toHaveLength(0);
    expect(reviewer?.unusableNamespaceIds).not.toHaveLength(0);
  });

  it("have among their namespaces the one that Oracle makes", () => {
    expect(acme.securityAttributeNamespaces.map(({ name }) => name)).toContain("oracle-zpr");
  });
});

describe("the clusters of acme", () => {
  it("are basic and enhanced", () => {
    expect(new Set(clusters.map(({ type }) => type))).toEqual(new Set(["BASIC_CLUSTER", "ENHANCED_CLUSTER"]));
  });

  it("include three that ZPR does not support, each for one reason only", () => {
    const reasons = clusters.map((cluster) => ({
      flannel: cluster.clusterPodNetworkOptions?.[0]?.cniType === "FLANNEL_OVERLAY",
      old: /^v1\.(?:[12]?\d|3[01])\./.test(cluster.kubernetesVersion ?? "") && cluster.lifecycleState === "ACTIVE",
      notNative: cluster.endpointConfig === null,
    }));
    const only = (name: "flannel" | "old" | "notNative") =>
      reasons.filter((reason) => reason[name] && Object.values(reason).filter(Boolean).length === 1);
    expect([only("flannel").length, only("old").length, only("notNative").length]).toEqual([1, 1, 1]);
  });

  it.each(["ACTIVE", "UPDATING", "FAILED", "CREATING", "DELETED"] as const)("include one that is %s", (state) => {
    expect(clusters.map(({ lifecycleState }) => lifecycleState)).toContain(state);
  });

  it("have add-ons: the VCN-native CNI and the native ingress controller, one of them in need of attention", () => {
    const addons = everyOf("addons")
      .flat()
      .map(({ addon }) => addon);
    expect(addons.some(({ name }) => /vcn.*native/i.test(name))).toBe(true);
    expect(addons.some(({ name }) => name === "NativeIngressController")).toBe(true);
    expect(
      addons.some(({ lifecycleState, addonError }) => lifecycleState === "NEEDS_ATTENTION" && addonError != null),
    ).toBe(true);
  });
});

describe("the node pools of acme", () => {
  it("include one whose secondary VNICs disagree, and one with two that agree", () => {
    const sets = pools.map((pool) =>
      (pool.secondaryVnics ?? []).map(({ createVnicDetails }) => textOf(createVnicDetails.securityAttributes)),
    );
    const several = sets.filter(({ length }) => length > 1).map((texts) => new Set(texts).size);
    expect(new Set(several)).toEqual(new Set([1, 2]));
  });

  it("include one of twelve nodes of which seven carry the present set and five an older one", () => {
    const pool = poolNamed("payments-prod", "gateway");
    const present = textOf(pool?.primaryVnic?.securityAttributes);
    const carried = (pool?.nodes ?? []).map((node) => textOf(primaryVnicOf(node.id ?? "")?.securityAttributes));
    expect(carried).toHaveLength(12);
    expect(carried.filter((text) => text === present)).toHaveLength(7);
    expect(new Set(carried).size).toBe(2);
  });

  it("include legacy pools with pod subnets and without secondary VNICs, in an eligible cluster", () => {
    const pool = poolNamed("data-lake", "spark");
    const options = pool?.nodeConfigDetails?.nodePoolPodNetworkOptionDetails;
    expect(options != null && "podSubnetIds" in options && (options.podSubnetIds ?? []).length).toBe(1);
    expect(pool?.secondaryVnics).toBeNull();
    expect((pool?.nodes ?? []).length).toBeGreaterThan(0);
  });

  it("include virtual node pools and flannel pools", () => {
    expect(everyOf("virtualNodePools").flat().length).toBeGreaterThan(0);
    const kinds = pools.map((pool) => pool.nodeConfigDetails?.nodePoolPodNetworkOptionDetails?.cniType);
    expect(new Set(kinds)).toEqual(new Set(["OCI_VCN_IP_NATIVE", "FLANNEL_OVERLAY"]));
  });

  it("include one that needs attention and one that is updating, and one in another compartment than its cluster", () => {
    expect(pools.map(({ lifecycleState }) => lifecycleState)).toEqual(
      expect.arrayContaining(["NEEDS_ATTENTION", "UPDATING"]),
    );
    expect(
      pools.some((pool) => pool.compartmentId !== clusters.find(({ id }) => id === pool.clusterId)?.compartmentId),
    ).toBe(true);
  });

  it("have nodes that are being created, failing and deleted", () => {
    const states = pools.flatMap(({ nodes }) => (nodes ?? []).map(({ lifecycleState }) => lifecycleState));
    expect(states).toEqual(expect.arrayContaining(["ACTIVE", "CREATING", "FAILING", "DELETED"]));
  });

  it("have nodes edited by hand, without their secondary VNIC, and with one more VNIC than the pool says", () => {
    const countOf = (pool: (typeof pools)[number] | undefined) =>
      (pool?.nodes ?? []).map(({ id }) => attachments.filter(({ instanceId }) => instanceId === id).length);
    expect(countOf(poolNamed("data-lake", "query"))).toEqual([3, 3, 1]);
    expect(countOf(poolNamed("payments-prod", "settlement"))).toEqual([2, 2, 3]);
    expect(vnics.some(({ securityAttributes }) => textOf(securityAttributes).includes("debug-session"))).toBe(true);
  });
});

describe("the self-managed nodes of acme", () => {
  const selfManaged = instances.filter(
    (one) => tagOf(one, "Cluster") !== undefined && tagOf(one, "NodePool") === undefined,
  );

  it("have their cluster's system tag and no node pool's", () => {
    expect(selfManaged.length).toBeGreaterThanOrEqual(2);
    expect(selfManaged.every((one) => clusters.some(({ id }) => id === tagOf(one, "Cluster")))).toBe(true);
  });

  it("carry attributes on the instance once, and then none on its VNICs", () => {
    const labelled = instances.filter(
      ({ securityAttributes }) => securityAttributesFromWire(securityAttributes).length > 0,
    );
    expect(labelled).toHaveLength(1);
    const ids = attachments.filter(({ instanceId }) => instanceId === labelled[0]?.id).map(({ vnicId }) => vnicId);
    const carried = vnics
      .filter(({ id }) => ids.includes(id))
      .flatMap(({ securityAttributes }) => securityAttributesFromWire(securityAttributes));
    expect(carried).toHaveLength(0);
  });

  it("stand beside an instance whose attributes are being changed", () => {
    expect(instances.some(({ securityAttributesState }) => securityAttributesState === "UPDATING")).toBe(true);
  });
});

describe("the load balancers of acme", () => {
  const nodeIps = new Set(pools.flatMap(({ nodes }) => (nodes ?? []).map(({ privateIp }) => privateIp)));
  const isClusterListed = (id: unknown) => clusters.some((cluster) => cluster.id === id);

  it("include one of a Service: named by a UUID, tagged with its cluster", () => {
    expect(loadBalancers.some((one) => uuid.test(one.displayName) && isClusterListed(tagOf(one, "Cluster")))).toBe(
      true,
    );
  });

  it("include a network load balancer of a Service: named namespace/service/UUID", () => {
    const ofServices = networkLoadBalancers.filter(
      (one) => one.displayName.split("/").length === 3 && uuid.test(one.displayName),
    );
    expect(ofServices.some((one) => isClusterListed(tagOf(one, "Cluster")))).toBe(true);
  });

  it("include one of the native ingress controller: backend set default_ingress, a name beginning with k8s-, no system tag", () => {
    const ingress = loadBalancers.filter(({ backendSets }) => Object.hasOwn(backendSets ?? {}, "default_ingress"));
    expect(ingress.length).toBeGreaterThan(0);
    expect(ingress.every((one) => one.displayName.startsWith("k8s-") && tagOf(one, "Cluster") === undefined)).toBe(
      true,
    );
  });

  it("include one made by hand that only the addresses of its backends tie to a cluster", () => {
    const canary = loadBalancers.find(({ displayName }) => displayName === "storefront-canary");
    expect(textOf([canary?.systemTags, canary?.definedTags])).not.toContain("ocid1.cluster");
    const backends = Object.values(canary?.backendSets ?? {}).flatMap((set) => set.backends);
    expect(backends.length).toBeGreaterThan(0);
    expect(backends.every(({ ipAddress }) => nodeIps.has(ipAddress))).toBe(true);
  });

  it("include one in the VCN of clusters that nothing else ties to a cluster", () => {
    const page = loadBalancers.find(({ displayName }) => displayName === "status-page");
    const subnet = everyOf("subnets")
      .flat()
      .find(({ id }) => id === page?.subnetIds?.[0]);
    expect(clusters.some(({ vcnId }) => vcnId === subnet?.vcnId)).toBe(true);
    expect(Object.values(page?.backendSets ?? {}).flatMap((set) => set.backends)).toHaveLength(0);
  });

  it("include one that only CreatedBy ties to its cluster", () => {
    const only = networkLoadBalancers.filter(
      (one) => tagOf(one, "Cluster") === undefined && textOf(one.definedTags).includes("ocid1.cluster."),
    );
    expect(only.length).toBeGreaterThan(0);
  });

  it("include orphans: of a cluster that no list has, and of one that is listed as deleted", () => {
    const tagged = [...loadBalancers, ...networkLoadBalancers].map((one) => tagOf(one, "Cluster"));
    expect(tagged).toContain(forgottenClusterId);
    expect(isClusterListed(forgottenClusterId)).toBe(false);
    expect(clusters.some(({ id, lifecycleState }) => lifecycleState === "DELETED" && tagged.includes(id))).toBe(true);
  });

  it("include one in another compartment than its cluster", () => {
    const elsewhere = loadBalancers.filter((one) => {
      const cluster = clusters.find(({ id }) => id === tagOf(one, "Cluster"));
      return cluster !== undefined && cluster.compartmentId !== one.compartmentId;
    });
    expect(elsewhere.length).toBeGreaterThan(0);
  });

  it("include some that are being created, updated, and failed", () => {
    expect(loadBalancers.map(({ lifecycleState }) => lifecycleState)).toEqual(
      expect.arrayContaining(["CREATING", "FAILED"]),
    );
    expect(networkLoadBalancers.map(({ lifecycleState }) => lifecycleState)).toContain("UPDATING");
  });
});

describe("the mount targets of acme", () => {
  const marked = new Set(fileSystems.map(({ freeformTags }) => freeformTags?.mountTargetOCID));

  it("include some that the CSI driver made: the marks are on the file system, not on the mount target", () => {
    const made = mountTargets.filter(({ id }) => marked.has(id));
    expect(made.length).toBeGreaterThan(0);
    expect(
      made.every(
        ({ displayName, freeformTags }) => displayName.startsWith("csi-fss-") && textOf(freeformTags) === "{}",
      ),
    ).toBe(true);
    expect(
      new Set(made.map(({ securityAttributes }) => securityAttributesFromWire(securityAttributes).length > 0)),
    ).toEqual(new Set([true, false]));
  });

  it("include some made by hand, with and without attributes, in a cluster's VCN and in none", () => {
    const byHand = mountTargets.filter(({ id }) => !marked.has(id));
    expect(
      new Set(byHand.map(({ securityAttributes }) => securityAttributesFromWire(securityAttributes).length > 0)),
    ).toEqual(new Set([true, false]));
    expect(byHand.map(({ lifecycleState }) => lifecycleState)).toEqual(
      expect.arrayContaining(["ACTIVE", "UPDATING", "FAILED"]),
    );
  });
});

describe("the VCNs and policies of acme", () => {
  it("include a VCN in ZPR-only mode, once", () => {
    expect(
      everyOf("vcns")
        .flat()
        .filter(({ isZprOnly }) => isZprOnly === true),
    ).toHaveLength(1);
  });

  it("include two VCNs that are peered, three that share a DRG, and pairs of which nothing leads from one to the other", () => {
    const nameOf = new Map(everyOf("vcns").flatMap((vcns) => vcns.map(({ id, displayName }) => [id, displayName])));
    const gateways = everyOf("localPeeringGateways").flat();
    const peered = gateways.filter(({ peeringStatus }) => peeringStatus === "PEERED");
    expect(peered.map(({ vcnId }) => nameOf.get(vcnId) ?? "").toSorted()).toEqual(["cardholder-iad", "prod-iad"]);
    expect(peered.map(({ peerId }) => peerId).toSorted()).toEqual(peered.map(({ id }) => id).toSorted());
    const attached = everyOf("drgAttachments").flat();
    expect(new Set(attached.map(({ drgId }) => drgId)).size).toBe(1);
    expect(attached.map(({ vcnId }) => nameOf.get(vcnId ?? "") ?? "").toSorted()).toEqual([
      "data-iad",
      "prod-iad",
      "shared-iad",
    ]);
  });

  it("include the three statements that nodes need to join, as Oracle's guide has them", () => {
    const join = acme.zprPolicies.find(({ name }) => name === "data-node-join");
    expect(join?.statements).toHaveLength(3);
    expect(join?.statements.every((statement) => statement.startsWith("in zpr-cni.sensitivity:42 VCN allow "))).toBe(
      true,
    );
  });

  it("include policies in other states than active, one with more statements than the SDK allows, and one across VCNs", () => {
    expect(acme.zprPolicies.map(({ lifecycleState }) => lifecycleState)).toEqual(
      expect.arrayContaining(["ACTIVE", "FAILED", "NEEDS_ATTENTION", "UPDATING"]),
    );
    expect(Math.max(...acme.zprPolicies.map(({ statements }) => statements.length))).toBeGreaterThan(25);
    expect(
      acme.zprPolicies.flatMap(({ statements }) => statements).some((statement) => statement.startsWith("allow ")),
    ).toBe(true);
  });
});

describe("the Kubernetes objects of acme", () => {
  const seeds = everyOf("kubernetes").flat();
  const objects = seeds.flatMap(({ clusterId, objects: stored }) => stored.map((object) => ({ ...object, clusterId })));
  const ofKind = (kind: string) => objects.filter((object) => object.kind === kind);
  const balancers = [...loadBalancers, ...networkLoadBalancers];
  const serviceKey = "oci.oraclecloud.com/security-attributes";
  const ingressKey = "oci-native-ingress.oraclecloud.com/security-attributes";
  const uidOf = (displayName: string) => uuid.exec(displayName)?.[0];
  const comparable = (map: unknown) =>
    securityAttributesFromWire(map)
      .map(({ namespace, key, value, mode }) => `${namespace}.${key}:${value} ${mode}`)
      .sort()
      .join();
  const service = (clusterName: string, name: string) => {
    const clusterId = clusters.find((one) => one.name === clusterName)?.id;
    const found = ofKind("Service").find((one) => one.clusterId === clusterId && one.metadata.name === name);
    const stored = balancers.find(({ displayName }) => uidOf(displayName) === found?.metadata.uid);
    const events = ofKind("Event").filter((event) => textOf(event).includes(found?.metadata.uid ?? "none"));
    const declared = found?.metadata.annotations?.[serviceKey] ?? null;
    return {
      declared,
      stored: comparable(stored?.securityAttributes),
      events: events.map((event) => Object.entries(event).find(([name]) => name === "reason")?.[1]),
    };
  };

  it("include the Service of every load balancer that is named by one, with its address, but for the orphans and one more, and one Service without", () => {
    const uids = new Map(ofKind("Service").map((one) => [one.metadata.uid, textOf(Object.entries(one))]));
    const named = balancers.filter(({ displayName }) => uuid.test(displayName));
    const withService = named.filter((one) => uids.has(uidOf(one.displayName) ?? ""));
    const addressesOf = (one: (typeof named)[number]) =>
      (one.ipAddresses ?? []).map(({ ipAddress }) => ipAddress ?? "");
    // The preview in payments-staging, whose load balancer was never made.
    expect(withService).toHaveLength(uids.size - 1);
    expect([...uids.values()].filter((text) => text.includes("pr-481"))).toHaveLength(1);
    expect(
      withService.every((one) => addressesOf(one).every((ip) => uids.get(uidOf(one.displayName) ?? "")?.includes(ip))),
    ).toBe(true);
    const without = named.filter((one) => !withService.includes(one)).map((one) => tagOf(one, "Cluster"));
    const listed = clusters.filter(({ id, lifecycleState }) => without.includes(id) && lifecycleState === "ACTIVE");
    expect(listed.map(({ name }) => name)).toEqual(["platform-tools"]);
    expect(without).toHaveLength(3);
  });

  it("include the IngressClass of every load balancer of the native ingress controller, in step", () => {
    const ingress = loadBalancers.filter(({ backendSets }) => Object.hasOwn(backendSets ?? {}, "default_ingress"));
    for (const { id, securityAttributes } of ingress) {
      const found = ofKind("IngressClass").find((one) => textOf(one.metadata.annotations).includes(id));
      const declared = found?.metadata.annotations?.[ingressKey] ?? "{}";
      expect(comparable(JSON.parse(declared))).toBe(comparable(securityAttributes));
    }
    expect(ofKind("IngressClass")).toHaveLength(ingress.length);
  });

  it("include a Service in step", () => {
    const { declared, stored, events } = service("payments-prod", "ledger-grpc");
    expect(comparable(JSON.parse(declared ?? ""))).toBe(stored);
    expect(events).toEqual([]);
  });

  it("include one whose annotation is not JSON, and one that is refused, each with the event that says so", () => {
    const malformed = service("payments-prod", "ledger-metrics");
    expect(() => JSON.parse(malformed.declared ?? "")).toThrow(SyntaxError);
    const refused = service("payments-staging", "public");
    expect(refused.declared).toContain("squad");
    for (const { stored, events } of [malformed, refused]) {
      expect([stored, ...events]).toEqual(["", "SyncLoadBalancerFailed"]);
    }
  });

  it("include one that is not applied yet, and one whose load balancer was edited directly", () => {
    const pending = service("storefront-prod", "assets");
    expect(pending).toMatchObject({ stored: "", events: ["EnsuringLoadBalancer"] });
    expect(pending.declared).toContain("web");
    const edited = service("storefront-prod", "checkout-api");
    expect(edited.stored).toContain(comparable(JSON.parse(edited.declared ?? "")));
    expect(edited.stored).toContain("legacy-net");
  });

  it("include a StorageClass in step with its mount target, and one that differs", () => {
    const states = ofKind("PersistentVolume").map((volume) => {
      const { spec } = volume as unknown as {
        readonly spec: { readonly storageClassName: string; readonly csi: { readonly volumeHandle: string } };
      };
      const [fileSystemId = "", address] = spec.csi.volumeHandle.split(":");
      const mountTargetId = fileSystems.find(({ id }) => id === fileSystemId)?.freeformTags?.["mountTargetOCID"];
      const mountTarget = mountTargets.find(({ id }) => id === mountTargetId);
      const addresses = everyOf("privateIps")
        .flat()
        .filter(({ id }) => mountTarget?.privateIpIds.includes(id ?? ""));
      expect(addresses.map(({ ipAddress }) => ipAddress)).toEqual([address]);
      const storageClass = ofKind("StorageClass").find(
        (one) => one.clusterId === volume.clusterId && one.metadata.name === spec.storageClassName,
      );
      const { parameters } = storageClass as unknown as {
        readonly parameters: { readonly securityAttributes?: string };
      };
      return (
        comparable(JSON.parse(parameters.securityAttributes ?? "{}")) === comparable(mountTarget?.securityAttributes)
      );
    });
    expect(states).toHaveLength(mountTargets.filter(({ displayName }) => displayName.startsWith("csi-fss-")).length);
    expect(new Set(states)).toEqual(new Set([true, false]));
  });

  it("cannot all be read: one API is out of reach, and another refuses by RBAC", () => {
    const nameOf = (clusterId: string | undefined) => clusters.find(({ id }) => id === clusterId)?.name;
    expect(seeds.filter(({ access }) => access !== "open").map(({ clusterId }) => nameOf(clusterId))).toEqual([
      "payments-eu",
    ]);
    const [first] = acme.users;
    expect(first?.kubernetesRefusals.map(({ clusterId }) => nameOf(clusterId))).toEqual(["data-lake"]);
  });
});

describe("restricted", () => {
  it("is acme, first seen by somebody who may read half of it", () => {
    const restricted = restrictedSeed();
    const [first] = restricted.users;
    expect(restricted.regions).toEqual(acme.regions);
    expect(first?.hiddenCompartmentIds.length).toBeGreaterThanOrEqual(5);
    expect(first?.hiddenNamespaceIds.length).toBeGreaterThan(0);
    expect(first?.refusedOperations).toContain("listMountTargets");
    expect(first?.refusedOperations).not.toContain("listClusters");
  });
});
