import { describe, expect, it } from "vitest";
import type { RegionSeed, TenancySeed } from "@/emulator/seed";
import { forgottenClusterId } from "@/emulator/seeds/acme/shared-services";
import { isInCidr } from "@/emulator/seeds/builders/address-plan";
import { seedFrom } from "@/emulator/seeds/index";

const ocidForm = /^ocid1\.[a-z]+\.oc1\.(?:|iad|eu-frankfurt-1|eu_frankfurt_1)\.aaaa[a-z2-7]{56}$/;

// The handle of a volume begins with the OCID of its file system.
const volumeHandle = /^(ocid1\.filesystem\.[^:]+):[\d.]+:\/csi-fss-/;

const stringsIn = (value: unknown): readonly string[] => {
  if (typeof value === "string") return [volumeHandle.exec(value)?.[1] ?? value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
};

/** What has an `id` in a region, and the ids of the tenancy's own things. */
const idsIn = (seed: TenancySeed): readonly string[] => [
  seed.tenancy.id ?? "",
  ...seed.users.map(({ ocid }) => ocid),
  ...seed.compartments.map(({ id }) => id),
  ...seed.securityAttributeNamespaces.map(({ id }) => id),
  ...seed.securityAttributes.map(({ id }) => id),
  ...seed.zprPolicies.map(({ id }) => id),
  ...(seed.iamPolicies ?? []).map(({ id }) => id),
  ...seed.regions.flatMap(idsOfRegion),
];

const idsOfRegion = (region: RegionSeed): readonly string[] =>
  [
    ...region.clusters,
    ...region.nodePools,
    ...region.virtualNodePools,
    ...region.vcns,
    ...region.subnets,
    ...region.localPeeringGateways,
    ...region.drgAttachments,
    ...region.instances,
    ...region.vnicAttachments,
    ...region.vnics,
    ...region.privateIps,
    ...region.loadBalancers,
    ...region.networkLoadBalancers,
    ...region.mountTargets,
    ...region.fileSystems,
  ].map(({ id }) => id ?? "");

/** Kinds that the emulator serves: a reference to one of them must lead somewhere. */
const servedTypes =
  /^ocid1\.(?:tenancy|user|compartment|cluster|nodepool|virtualnodepool|vcn|subnet|localpeeringgateway|drgattachment|instance|vnic|vnicattachment|privateip|loadbalancer|networkloadbalancer|mounttarget|filesystem|securityattribute|securityattributenamespace|zprpolicy)\./;

describe.each(["acme", "restricted", "empty", "hostile", "scale:3", "fleet:2"])("the seed %s", (name) => {
  const seed = seedFrom(name);
  const ids = idsIn(seed);

  it("is the same every time", () => {
    expect(JSON.stringify(seedFrom(name))).toBe(JSON.stringify(seed));
  });

  it("is plain data that survives JSON, own keys named __proto__ included", () => {
    const text = JSON.stringify(seed);
    expect(JSON.stringify(JSON.parse(text))).toBe(text);
  });

  it("has well-formed OCIDs only", () => {
    const malformed = stringsIn(seed).filter((text) => text.startsWith("ocid1.") && !ocidForm.test(text));
    expect(malformed).toEqual([]);
    expect(ids.every((id) => ocidForm.test(id))).toBe(true);
  });

  it("has no OCID twice", () => {
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("has no reference that leads nowhere, but for the cluster that acme's orphan names and nodes that are gone", () => {
    const gone = seed.regions.flatMap(({ nodePools }) =>
      nodePools.flatMap(({ nodes }) =>
        (nodes ?? []).filter((node) => node.lifecycleState === "DELETED").map(({ id }) => id ?? ""),
      ),
    );
    const known = new Set([...ids, ...gone, forgottenClusterId]);
    const dangling = stringsIn(seed).filter((text) => servedTypes.test(text) && !known.has(text));
    expect(dangling).toEqual([]);
  });

  it("has names of policies, namespaces and keys once each, and no statement twice", () => {
    const attributes = seed.securityAttributes.map((one) =>
      JSON.stringify([one.securityAttributeNamespaceId, one.name.toLowerCase()]),
    );
    const statements = seed.zprPolicies.flatMap((policy) => policy.statements);
    const lists = [
      seed.zprPolicies.map((policy) => policy.name),
      seed.securityAttributeNamespaces.map((one) => one.name),
      attributes,
      statements,
    ];
    for (const list of lists) expect(new Set(list).size).toBe(list.length);
  });

  it("has one home region", () => {
    expect(seed.regions.filter(({ isHomeRegion }) => isHomeRegion).map(({ regionKey }) => regionKey)).toEqual([
      seed.tenancy.homeRegionKey,
    ]);
  });
});

describe.each(["acme", "hostile", "scale:3", "fleet:2"])("the network of %s", (name) => {
  const regions = seedFrom(name).regions;

  it("has subnets inside their VCN", () => {
    for (const { vcns, subnets } of regions) {
      const outside = subnets.filter(
        ({ vcnId, cidrBlock }) =>
          !isInCidr(cidrBlock ?? "", vcns.find(({ id }) => id === vcnId)?.cidrBlock ?? "0.0.0.0/32"),
      );
      expect(outside).toEqual([]);
    }
  });

  it("has every private address inside its subnet, and none twice in a VCN", () => {
    for (const { subnets, privateIps } of regions) {
      const subnetOf = new Map(subnets.map((subnet) => [subnet.id, subnet]));
      const outside = privateIps.filter(
        ({ subnetId, ipAddress }) =>
          !isInCidr(ipAddress ?? "", subnetOf.get(subnetId ?? "")?.cidrBlock ?? "0.0.0.0/32"),
      );
      expect(outside).toEqual([]);
      const placed = privateIps.map(({ subnetId, ipAddress }) => `${subnetOf.get(subnetId ?? "")?.vcnId} ${ipAddress}`);
      expect(new Set(placed).size).toBe(placed.length);
    }
  });

  it("gives every running node an instance with the address that the node pool tells", () => {
    for (const { nodePools, instances, vnicAttachments, vnics } of regions) {
      const running = nodePools.flatMap(({ nodes }) =>
        (nodes ?? []).filter(({ lifecycleState }) => lifecycleState === "ACTIVE"),
      );
      const wrong = running.filter((node) => {
        const attached = vnicAttachments.filter(({ instanceId }) => instanceId === node.id).map(({ vnicId }) => vnicId);
        const primary = vnics.filter(({ id, isPrimary }) => attached.includes(id) && isPrimary === true);
        const isInstance = instances.some(({ id, lifecycleState }) => id === node.id && lifecycleState === "RUNNING");
        return !isInstance || primary.length !== 1 || primary[0]?.privateIp !== node.privateIp;
      });
      expect(wrong).toEqual([]);
    }
  });

  it("has attachments that name the subnet of their VNIC", () => {
    for (const { vnicAttachments, vnics } of regions) {
      const attached = vnicAttachments.filter(({ lifecycleState }) => lifecycleState === "ATTACHED");
      expect(
        attached.filter(({ vnicId, subnetId }) => vnics.find(({ id }) => id === vnicId)?.subnetId !== subnetId),
      ).toEqual([]);
    }
  });
});

describe("the backends of acme", () => {
  it("are addresses of VNICs, but for those of servers outside clusters", () => {
    for (const { loadBalancers, networkLoadBalancers, privateIps } of seedFrom("acme").regions) {
      const known = new Set(privateIps.map(({ ipAddress }) => ipAddress));
      const ofClassic = loadBalancers.flatMap(({ displayName, backendSets }) =>
        Object.values(backendSets ?? {}).flatMap(({ backends }) =>
          backends.map(({ ipAddress }) => ({ displayName, ipAddress })),
        ),
      );
      const ofNetwork = networkLoadBalancers.flatMap(({ displayName, backendSets }) =>
        Object.values(backendSets ?? {}).flatMap(({ backends }) =>
          (backends ?? []).map(({ ipAddress }) => ({ displayName, ipAddress })),
        ),
      );
      const strangers = [...ofClassic, ...ofNetwork].filter(({ ipAddress }) => !known.has(ipAddress ?? ""));
      const byHand = ["corporate-proxy", "intranet", "syslog", "ntp", "hsm-eu"];
      expect(strangers.filter(({ displayName }) => !byHand.includes(displayName))).toEqual([]);
    }
  });
});

describe("seedFrom", () => {
  it.each(["", "acm", "scale:", "scale:0", "scale:many", "fleet:0", "__proto__", "recorded:"])(
    "refuses %j and lists the names",
    (name) => {
      expect(() => seedFrom(name)).toThrow(/acme, empty, restricted, hostile, scale:N, fleet:N, recorded:DIR/);
    },
  );

  it("makes empty without anything but compartments and regions", () => {
    const { regions, compartments, zprConfiguration, securityAttributeNamespaces, zprPolicies } = seedFrom("empty");
    expect(regions.map((region) => idsOfRegion(region).length)).toEqual([0, 0]);
    expect(compartments.length).toBeGreaterThan(0);
    expect([zprConfiguration, securityAttributeNamespaces, zprPolicies]).toEqual([null, [], []]);
  });
});
