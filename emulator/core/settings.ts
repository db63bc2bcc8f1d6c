import * as v from "valibot";

const milliseconds = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What a test or a demo may change about a tenancy's pace and limits. Durations are ms on the tenancy's clock. */
export const settingsSchema = v.object({
  /** From the request until the work request is IN_PROGRESS. */
  acceptedMs: milliseconds,
  /** From IN_PROGRESS until the work request has finished. */
  inProgressMs: milliseconds,
  /** From the deletion of a security attribute until it is off the resources; really up to 48 hours. */
  sweepMs: milliseconds,
  /** The most security attributes on a cluster endpoint and on the VNICs of a node pool, and on a running VNIC. */
  vnicCap: milliseconds,
  /** The most on a VCN. */
  vcnCap: milliseconds,
  /** The most on any other resource: load balancers and mount targets. */
  otherCap: milliseconds,
});
export type TenancySettings = v.InferOutput<typeof settingsSchema>;

/**
 * Durations that make a demo feel real. Caps as on Oracle's limits page, and five for OKE:
 * https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengusingzpr.htm
 */
export const defaultSettings: TenancySettings = {
  acceptedMs: 300,
  inProgressMs: 1200,
  sweepMs: 5000,
  vnicCap: 5,
  vcnCap: 1,
  otherCap: 3,
};
