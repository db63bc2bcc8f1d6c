import * as v from "valibot";

const milliseconds = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What a test or a demo may change about a tenancy's pace and limits. Durations are ms on the tenancy's clock. */
export const settingsSchema = v.object({
  /** From the request until the work request is IN_PROGRESS. */
  acceptedMs: milliseconds,
  /** From IN_PROGRESS until the work request has finished. */
  inProgressMs: milliseconds,
  /** From the moment a node is to go until it is drained and gone. */
  drainMs: milliseconds,
  /** From the launch of a node until it is ACTIVE. */
  launchMs: milliseconds,
  /** From the deletion of a security attribute until it is off the resources; really up to 48 hours. */
  sweepMs: milliseconds,
  /** The most security attributes on a cluster endpoint and on the VNICs of a node pool, and on a running VNIC. */
  vnicCap: milliseconds,
  /** The most on a VCN. */
  vcnCap: milliseconds,
  /** The most on any other resource: load balancers and mount targets. */
  otherCap: milliseconds,
  /** From a change of a Service or an IngressClass until its controller acts. */
  ensureMs: milliseconds,
  /** How often the native ingress controller goes over all IngressClasses. */
  ingressResyncMs: v.pipe(milliseconds, v.minValue(100)),
  /** How long a `continue` token of a Kubernetes list is good. */
  continueMs: milliseconds,
  /** Which controllers run; a change that comes while one is off is made up for when it is on again. */
  hasCloudController: v.boolean(),
  hasIngressController: v.boolean(),
  hasStorageController: v.boolean(),
  /** What becomes of a load balancer's attributes when the annotation is taken away; the real one is not known. */
  annotationRemoval: v.picklist(["keep", "clear"]),
  /** What RBAC refuses. All that is named must match. */
  kubernetesRefusals: v.array(
    v.object({
      user: v.exactOptional(v.string()),
      clusterId: v.exactOptional(v.string()),
      namespace: v.exactOptional(v.string()),
      verb: v.exactOptional(v.string()),
      resource: v.exactOptional(v.string()),
    }),
  ),
  /** Clusters whose Kubernetes API cannot be reached; the last entry of a cluster counts. */
  kubernetesAccess: v.array(v.object({ clusterId: v.string(), access: v.picklist(["open", "reset", "hang"]) })),
});
export type TenancySettings = v.InferOutput<typeof settingsSchema>;

/**
 * Durations that make a demo feel real. Caps as on Oracle's limits page, and five for OKE:
 * https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengusingzpr.htm
 */
export const defaultSettings: TenancySettings = {
  acceptedMs: 300,
  inProgressMs: 1200,
  drainMs: 500,
  launchMs: 900,
  sweepMs: 5000,
  vnicCap: 5,
  vcnCap: 1,
  otherCap: 3,
  ensureMs: 1000,
  ingressResyncMs: 60_000,
  continueMs: 300_000,
  hasCloudController: true,
  hasIngressController: true,
  hasStorageController: true,
  annotationRemoval: "keep",
  kubernetesRefusals: [],
  kubernetesAccess: [],
};
