import type { RegionSeed, TenancySeed } from "@/emulator/seed";

/** A resource that can carry security attributes, for tests: what it is, which it is, and its map. */
export type Surface = {
  readonly kind:
    | "endpoint"
    | "primary"
    | "secondary"
    | "load-balancer"
    | "network-load-balancer"
    | "mount-target"
    | "vcn"
    | "vnic"
    | "instance";
  readonly id: string;
  readonly name: string;
  readonly map: unknown;
};

const surfacesOfPools = (region: RegionSeed): readonly Surface[] =>
  region.nodePools.flatMap((pool): Surface[] => {
    const id = pool.id ?? "";
    const name = pool.name ?? "";
    return [
      { kind: "primary", id, name, map: pool.primaryVnic?.securityAttributes },
      ...(pool.secondaryVnics ?? []).map((vnic): Surface => ({
        kind: "secondary",
        id,
        name,
        map: vnic.createVnicDetails.securityAttributes,
      })),
    ];
  });

const surfacesOf = (region: RegionSeed): readonly Surface[] => [
  ...region.clusters
    .filter(({ endpointConfig }) => endpointConfig !== null)
    .map((one): Surface => ({
      kind: "endpoint",
      id: one.id ?? "",
      name: one.name ?? "",
      map: one.endpointConfig?.securityAttributes,
    })),
  ...surfacesOfPools(region),
  ...region.loadBalancers.map((one): Surface => ({
    kind: "load-balancer",
    id: one.id,
    name: one.displayName,
    map: one.securityAttributes,
  })),
  ...region.networkLoadBalancers.map((one): Surface => ({
    kind: "network-load-balancer",
    id: one.id,
    name: one.displayName,
    map: one.securityAttributes,
  })),
  ...region.mountTargets.map((one): Surface => ({
    kind: "mount-target",
    id: one.id,
    name: one.displayName,
    map: one.securityAttributes,
  })),
  ...region.vcns.map((one): Surface => ({
    kind: "vcn",
    id: one.id,
    name: one.displayName ?? "",
    map: one.securityAttributes,
  })),
  ...region.vnics.map((one): Surface => ({
    kind: "vnic",
    id: one.id,
    name: one.displayName ?? "",
    map: one.securityAttributes,
  })),
  ...region.instances.map((one): Surface => ({
    kind: "instance",
    id: one.id,
    name: one.displayName ?? "",
    map: one.securityAttributes,
  })),
];

/** Everything in a seed that can carry security attributes. */
export const surfacesIn = (seed: TenancySeed): readonly Surface[] => seed.regions.flatMap(surfacesOf);
