import * as v from "valibot";
import { definedTags, freeformTags, listOf, nullable, openEnum } from "@/lib/oke/wire";
import { securityAttributesField } from "@/lib/zpr/security-attributes";

/** https://docs.oracle.com/en-us/iaas/api/#/en/iaas/latest/Vcn, the part that we use. */
export const vcnSchema = v.object({
  id: v.string(),
  compartmentId: v.string(),
  displayName: nullable(v.string()),
  cidrBlocks: listOf(v.string()),
  isZprOnly: nullable(v.boolean()),
  lifecycleState: openEnum(["PROVISIONING", "AVAILABLE", "TERMINATING", "TERMINATED", "UPDATING"]),
  securityAttributes: securityAttributesField,
  definedTags,
  freeformTags,
});

export type Vcn = v.InferOutput<typeof vcnSchema>;

/** https://docs.oracle.com/en-us/iaas/api/#/en/iaas/latest/Subnet, the part that we use: it ties a subnet to its VCN. */
export const subnetSchema = v.object({
  id: v.string(),
  compartmentId: v.string(),
  displayName: nullable(v.string()),
  cidrBlock: nullable(v.string()),
  vcnId: v.string(),
  /** What stands behind the host names in it: `sub.vcn.oraclevcn.com`. */
  subnetDomainName: nullable(v.string()),
  lifecycleState: openEnum(["PROVISIONING", "AVAILABLE", "TERMINATING", "TERMINATED", "UPDATING"]),
});

export type Subnet = v.InferOutput<typeof subnetSchema>;

/** https://docs.oracle.com/en-us/iaas/api/#/en/iaas/latest/LocalPeeringGateway, the part that we use. */
export const localPeeringGatewaySchema = v.object({
  id: v.string(),
  compartmentId: v.string(),
  vcnId: v.string(),
  peerId: nullable(v.string()),
  peeringStatus: openEnum(["INVALID", "NEW", "PEERED", "PENDING", "REVOKED"]),
  isCrossTenancyPeering: nullable(v.boolean()),
  lifecycleState: openEnum(["PROVISIONING", "AVAILABLE", "TERMINATING", "TERMINATED"]),
});

export type LocalPeeringGateway = v.InferOutput<typeof localPeeringGatewaySchema>;

/** https://docs.oracle.com/en-us/iaas/api/#/en/iaas/latest/DrgAttachment, the part that we use. */
export const drgAttachmentSchema = v.object({
  id: v.string(),
  compartmentId: v.string(),
  drgId: v.string(),
  networkDetails: nullable(v.object({ type: nullable(v.string()), id: nullable(v.string()) })),
  /** Deprecated in favour of `networkDetails`, which older attachments may lack. */
  vcnId: nullable(v.string()),
  lifecycleState: openEnum(["ATTACHING", "ATTACHED", "DETACHING", "DETACHED"]),
});

export type DrgAttachment = v.InferOutput<typeof drgAttachmentSchema>;

/** https://docs.oracle.com/en-us/iaas/api/#/en/iaas/latest/PrivateIp, the part that we use. */
export const privateIpSchema = v.object({
  id: v.string(),
  ipAddress: v.string(),
  hostnameLabel: nullable(v.string()),
  subnetId: nullable(v.string()),
  vnicId: nullable(v.string()),
});

export type PrivateIp = v.InferOutput<typeof privateIpSchema>;
