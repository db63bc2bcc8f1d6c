import type * as core from "oci-core";
import type { Vcn } from "@/emulator/seeds/builders/network";
import { momentOf } from "@/emulator/seeds/builders/ocid";
import { regionalOcid, type RegionDraft } from "@/emulator/seeds/builders/region-draft";
import type { Wire } from "@/emulator/wire";

type LocalPeeringGateway = Wire<core.models.LocalPeeringGateway>;

const gatewayOf = (region: RegionDraft, vcn: Vcn, name: string): LocalPeeringGateway => ({
  compartmentId: vcn.compartmentId,
  definedTags: {},
  displayName: name,
  freeformTags: {},
  id: regionalOcid(region, "localpeeringgateway", name),
  isCrossTenancyPeering: false,
  lifecycleState: "AVAILABLE",
  peerAdvertisedCidr: null,
  peerAdvertisedCidrDetails: null,
  peerId: "",
  peeringStatus: "NEW",
  peeringStatusDetails: null,
  routeTableId: null,
  securityAttributes: {},
  timeCreated: momentOf(`localpeeringgateway ${name}`),
  vcnId: vcn.id,
});

/** A gateway that leads nowhere: never peered, or its peer was deleted. */
export function addLonelyGateway(region: RegionDraft, vcn: Vcn, name: string, peeringStatus: "NEW" | "REVOKED"): void {
  region.seed.localPeeringGateways.push({ ...gatewayOf(region, vcn, name), peeringStatus });
}

/** Two VCNs of a region with a gateway each, peered with each other. */
export function addLocalPeering(region: RegionDraft, a: Vcn, b: Vcn): void {
  const gateways = [
    { gateway: gatewayOf(region, a, `${a.displayName}-to-${b.displayName}`), other: b },
    { gateway: gatewayOf(region, b, `${b.displayName}-to-${a.displayName}`), other: a },
  ];
  const [first, second] = gateways.map(({ gateway }) => gateway.id);
  for (const { gateway, other } of gateways) {
    region.seed.localPeeringGateways.push({
      ...gateway,
      peeringStatus: "PEERED",
      peeringStatusDetails: "Connected to a peer.",
      peerId: (gateway.id === first ? second : first) ?? "",
      peerAdvertisedCidr: other.cidrBlock,
      peerAdvertisedCidrDetails: [other.cidrBlock],
    });
  }
}

/** Attaches VCNs to a dynamic routing gateway, each from its own compartment. */
export function addDrg(region: RegionDraft, name: string, vcns: readonly Vcn[]): void {
  const drgId = regionalOcid(region, "drg", name);
  for (const vcn of vcns) {
    const displayName = `${name}-${vcn.displayName}`;
    region.seed.drgAttachments.push({
      compartmentId: vcn.compartmentId,
      definedTags: {},
      displayName,
      drgId,
      drgRouteTableId: regionalOcid(region, "drgroutetable", name),
      exportDrgRouteDistributionId: null,
      freeformTags: {},
      id: regionalOcid(region, "drgattachment", displayName),
      isCrossTenancy: false,
      lifecycleState: "ATTACHED",
      networkDetails: { type: "VCN", id: vcn.id, routeTableId: null, vcnRouteType: "SUBNET_CIDRS" },
      routeTableId: null,
      timeCreated: momentOf(`drgattachment ${displayName}`),
      vcnId: vcn.id,
    });
  }
}
