import * as v from "valibot";
import { nullable, openEnum } from "@/lib/oke/wire";

/** https://docs.oracle.com/en-us/iaas/api/#/en/identity/latest/Tenancy */
export const tenancySchema = v.object({
  id: v.string(),
  name: nullable(v.string()),
  homeRegionKey: nullable(v.string()),
});
export type Tenancy = v.InferOutput<typeof tenancySchema>;

/** https://docs.oracle.com/en-us/iaas/api/#/en/identity/latest/Compartment */
export const compartmentSchema = v.object({
  id: v.string(),
  /** The parent; `null` for the tenancy itself, which is its own root compartment. */
  compartmentId: nullable(v.string()),
  name: v.string(),
  description: nullable(v.string()),
  lifecycleState: openEnum(["CREATING", "ACTIVE", "INACTIVE", "DELETING", "DELETED"]),
});
export type Compartment = v.InferOutput<typeof compartmentSchema>;

/** https://docs.oracle.com/en-us/iaas/api/#/en/identity/latest/RegionSubscription */
export const regionSubscriptionSchema = v.object({
  regionKey: v.string(),
  regionName: v.string(),
  status: openEnum(["READY", "IN_PROGRESS"]),
  isHomeRegion: v.boolean(),
});
export type RegionSubscription = v.InferOutput<typeof regionSubscriptionSchema>;

/** https://docs.oracle.com/en-us/iaas/api/#/en/identity/latest/AvailabilityDomain */
export const availabilityDomainSchema = v.object({ id: nullable(v.string()), name: v.string() });
export type AvailabilityDomain = v.InferOutput<typeof availabilityDomainSchema>;
