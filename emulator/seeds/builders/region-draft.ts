import type { RegionSeed } from "@/emulator/seed";
import { newAddressPlan } from "@/emulator/seeds/builders/address-plan";
import { ocidOf } from "@/emulator/seeds/builders/ocid";
import type { Place } from "@/emulator/seeds/builders/place";

type Growing<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer Item)[] ? Item[] : T[K] };

/** A region while its seed is being written: builders add to it, one fact after another. */
export type RegionDraft = {
  readonly place: Place;
  readonly tenancyName: string;
  readonly seed: Growing<RegionSeed>;
  readonly addresses: ReturnType<typeof newAddressPlan>;
};

export function newRegionDraft(tenancyName: string, place: Place): RegionDraft {
  return {
    place,
    tenancyName,
    addresses: newAddressPlan(),
    seed: {
      regionName: place.regionName,
      regionKey: place.regionKey,
      isHomeRegion: place.isHomeRegion,
      availabilityDomains: [...place.availabilityDomains],
      clusters: [],
      nodePools: [],
      virtualNodePools: [],
      addons: [],
      vcns: [],
      subnets: [],
      localPeeringGateways: [],
      drgAttachments: [],
      instances: [],
      vnicAttachments: [],
      vnics: [],
      privateIps: [],
      loadBalancers: [],
      networkLoadBalancers: [],
      mountTargets: [],
      fileSystems: [],
      kubernetes: [],
    },
  };
}

/** The OCID of something in the region, from its readable name. */
export const regionalOcid = (region: RegionDraft, type: string, name: string): string =>
  ocidOf(type, `${region.tenancyName}/${name}`, region.place.ocidRegion);

/** File Storage writes the region into its OCIDs with underscores. */
export const fileStorageOcid = (region: RegionDraft, type: string, name: string): string =>
  ocidOf(type, `${region.tenancyName}/${name}`, region.place.ocidRegion.replaceAll("-", "_"));

/** The nth availability domain of the region, starting over after the last. */
export function availabilityDomainOf(region: RegionDraft, index: number): string {
  const domains = region.place.availabilityDomains;
  const domain = domains[index % domains.length];
  if (domain === undefined) throw new Error(`${region.place.regionName} has no availability domain`);
  return domain;
}
