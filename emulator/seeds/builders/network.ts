import type * as core from "oci-core";
import { routerOf } from "@/emulator/seeds/builders/address-plan";
import { momentOf } from "@/emulator/seeds/builders/ocid";
import { regionalOcid, type RegionDraft } from "@/emulator/seeds/builders/region-draft";
import type { SecurityAttributeMap } from "@/emulator/seeds/builders/security-attributes";
import { createdBy } from "@/emulator/seeds/builders/tags";
import type { Wire } from "@/emulator/wire";

export type Vcn = Wire<core.models.Vcn>;
export type Subnet = Wire<core.models.Subnet>;

type VcnFacts = {
  readonly name: string;
  readonly compartmentId: string;
  readonly cidr: string;
  readonly securityAttributes?: SecurityAttributeMap;
  readonly isZprOnly?: boolean;
};

const dnsLabelOf = (name: string): string => name.replaceAll(/[^a-z0-9]/g, "").slice(0, 15);
const networkAdmin = (region: RegionDraft): string => `default/network@${region.tenancyName}.example`;

export function addVcn(region: RegionDraft, facts: VcnFacts): Vcn {
  const timeCreated = momentOf(`vcn ${facts.name}`);
  const vcn: Vcn = {
    byoipv6CidrBlocks: null,
    ipv6PrivateCidrBlocks: null,
    cidrBlock: facts.cidr,
    cidrBlocks: [facts.cidr],
    compartmentId: facts.compartmentId,
    defaultDhcpOptionsId: regionalOcid(region, "dhcpoptions", facts.name),
    defaultRouteTableId: regionalOcid(region, "routetable", facts.name),
    defaultSecurityListId: regionalOcid(region, "securitylist", facts.name),
    definedTags: createdBy(networkAdmin(region), timeCreated),
    displayName: facts.name,
    dnsLabel: dnsLabelOf(facts.name),
    freeformTags: {},
    securityAttributes: facts.securityAttributes ?? {},
    systemTags: {},
    id: regionalOcid(region, "vcn", facts.name),
    ipv6CidrBlocks: null,
    lifecycleState: "AVAILABLE",
    timeCreated,
    vcnDomainName: `${dnsLabelOf(facts.name)}.oraclevcn.com`,
    // Null where it was never set, not false.
    isZprOnly: facts.isZprOnly ?? null,
  };
  region.seed.vcns.push(vcn);
  return vcn;
}

type SubnetFacts = {
  readonly name: string;
  readonly cidr: string;
  readonly isPublic?: boolean;
  readonly compartmentId?: string;
};

export function addSubnet(region: RegionDraft, vcn: Vcn, facts: SubnetFacts): Subnet {
  const timeCreated = momentOf(`subnet ${facts.name}`);
  const isPublic = facts.isPublic ?? false;
  const subnet: Subnet = {
    availabilityDomain: null,
    cidrBlock: facts.cidr,
    ipv4CidrBlocks: [facts.cidr],
    compartmentId: facts.compartmentId ?? vcn.compartmentId,
    definedTags: createdBy(networkAdmin(region), timeCreated),
    dhcpOptionsId: vcn.defaultDhcpOptionsId ?? null,
    displayName: facts.name,
    dnsLabel: dnsLabelOf(facts.name),
    freeformTags: {},
    id: regionalOcid(region, "subnet", facts.name),
    ipv6CidrBlock: null,
    ipv6CidrBlocks: null,
    ipv6VirtualRouterIp: null,
    lifecycleState: "AVAILABLE",
    prohibitInternetIngress: !isPublic,
    prohibitPublicIpOnVnic: !isPublic,
    routeTableId: regionalOcid(region, "routetable", `${facts.name}-routes`),
    securityListIds: [regionalOcid(region, "securitylist", `${facts.name}-rules`)],
    subnetDomainName: `${dnsLabelOf(facts.name)}.${vcn.vcnDomainName ?? ""}`,
    systemTags: {},
    timeCreated,
    vcnId: vcn.id,
    virtualRouterIp: routerOf(facts.cidr),
    virtualRouterMac: "00:00:17:8A:3C:01",
  };
  region.seed.subnets.push(subnet);
  return subnet;
}

/** The CIDR block of a subnet of ours; every one has exactly one. */
export function cidrOf(subnet: Subnet): string {
  if (typeof subnet.cidrBlock !== "string")
    throw new Error(`Subnet ${subnet.displayName ?? subnet.id} has no CIDR block`);
  return subnet.cidrBlock;
}

/** The next free address of a subnet. */
export const takeAddress = (region: RegionDraft, subnet: Subnet): string =>
  region.addresses.next(subnet.id, cidrOf(subnet));
