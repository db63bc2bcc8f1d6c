import { cidrOf, type Subnet, takeAddress } from "@/emulator/seeds/builders/network";
import { momentOf } from "@/emulator/seeds/builders/ocid";
import { regionalOcid, type RegionDraft } from "@/emulator/seeds/builders/region-draft";
import type { SecurityAttributeMap } from "@/emulator/seeds/builders/security-attributes";

export type VnicFacts = {
  readonly name: string;
  readonly instance: {
    readonly id: string;
    readonly displayName: string;
    readonly compartmentId: string;
    readonly availabilityDomain: string;
  };
  readonly subnet: Subnet;
  readonly isPrimary: boolean;
  readonly securityAttributes?: SecurityAttributeMap;
  readonly nsgIds?: readonly string[];
  /** Further addresses on the VNIC, those of pods. */
  readonly podCount?: number;
};

export type MadeVnic = { readonly id: string; readonly privateIp: string; readonly podIps: readonly string[] };

type PrivateIpFacts = {
  readonly identity: string;
  readonly name: string;
  readonly address: string;
  readonly isPrimary: boolean;
  readonly vnicId: string;
};

const addPrivateIp = (region: RegionDraft, facts: VnicFacts, ip: PrivateIpFacts, timeCreated: string): void => {
  region.seed.privateIps.push({
    availabilityDomain: facts.instance.availabilityDomain,
    compartmentId: facts.instance.compartmentId,
    definedTags: {},
    displayName: ip.name,
    freeformTags: {},
    hostnameLabel: null,
    id: regionalOcid(region, "privateip", ip.identity),
    ipAddress: ip.address,
    cidrPrefixLength: null,
    isPrimary: ip.isPrimary,
    vlanId: null,
    subnetId: facts.subnet.id,
    timeCreated,
    vnicId: ip.vnicId,
    ipState: "ASSIGNED",
    lifetime: "EPHEMERAL",
    routeTableId: null,
    ipv4SubnetCidrAtCreation: cidrOf(facts.subnet),
  });
};

const macOf = (vnicId: string): string => {
  const pair = (index: number) =>
    vnicId
      .charCodeAt(vnicId.length - index)
      .toString(16)
      .padStart(2, "0")
      .toUpperCase();
  return `02:00:17:${pair(1)}:${pair(2)}:${pair(3)}`;
};

/** A VNIC with its attachment to an instance and its private addresses. */
export function addVnic(region: RegionDraft, facts: VnicFacts): MadeVnic {
  const path = `${facts.instance.id}/${facts.name}`;
  const id = regionalOcid(region, "vnic", path);
  const privateIp = takeAddress(region, facts.subnet);
  const timeCreated = momentOf(facts.instance.id);
  const { compartmentId, availabilityDomain } = facts.instance;
  region.seed.vnics.push({
    availabilityDomain,
    compartmentId,
    definedTags: {},
    displayName: facts.name,
    securityAttributes: facts.securityAttributes ?? {},
    freeformTags: {},
    hostnameLabel: null,
    id,
    isPrimary: facts.isPrimary,
    lifecycleState: "AVAILABLE",
    macAddress: macOf(id),
    nsgIds: [...(facts.nsgIds ?? [])],
    vlanId: null,
    privateIp,
    publicIp: null,
    skipSourceDestCheck: !facts.isPrimary,
    subnetId: facts.subnet.id,
    systemTags: {},
    timeCreated,
    ipv6Addresses: null,
    routeTableId: null,
  });
  region.seed.vnicAttachments.push({
    availabilityDomain,
    compartmentId,
    displayName: null,
    id: regionalOcid(region, "vnicattachment", path),
    instanceId: facts.instance.id,
    lifecycleState: "ATTACHED",
    nicIndex: 0,
    subnetId: facts.subnet.id,
    vlanId: null,
    timeCreated,
    vlanTag: null,
    vnicId: id,
  });
  addPrivateIp(
    region,
    facts,
    { identity: path, name: facts.name, address: privateIp, isPrimary: true, vnicId: id },
    timeCreated,
  );
  const podIps = Array.from({ length: facts.podCount ?? 0 }, (_, index) => {
    const address = takeAddress(region, facts.subnet);
    addPrivateIp(
      region,
      facts,
      { identity: `${path}/${index}`, name: facts.name, address, isPrimary: false, vnicId: id },
      timeCreated,
    );
    return address;
  });
  return { id, privateIp, podIps };
}

/** An attachment that is still being made: OCI has not given it a VNIC yet. */
export function addUnfinishedAttachment(
  region: RegionDraft,
  facts: Pick<VnicFacts, "name" | "instance" | "subnet">,
): void {
  region.seed.vnicAttachments.push({
    availabilityDomain: facts.instance.availabilityDomain,
    compartmentId: facts.instance.compartmentId,
    displayName: null,
    id: regionalOcid(region, "vnicattachment", `${facts.instance.id}/${facts.name}`),
    instanceId: facts.instance.id,
    lifecycleState: "ATTACHING",
    nicIndex: 0,
    subnetId: facts.subnet.id,
    vlanId: null,
    timeCreated: momentOf(facts.instance.id),
    vlanTag: null,
    vnicId: null,
  });
}
