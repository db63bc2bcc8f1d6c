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

/** https://docs.oracle.com/en-us/iaas/api/#/en/iaas/latest/PrivateIp, the part that we use. */
export const privateIpSchema = v.object({
  id: v.string(),
  ipAddress: v.string(),
  hostnameLabel: nullable(v.string()),
  subnetId: nullable(v.string()),
  vnicId: nullable(v.string()),
});

export type PrivateIp = v.InferOutput<typeof privateIpSchema>;
