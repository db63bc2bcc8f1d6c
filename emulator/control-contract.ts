import * as v from "valibot";
import { faultEffectSchema, faultSchema } from "@/emulator/core/faults";
import { settingsSchema } from "@/emulator/core/settings";

/** JSON of the control endpoint, shared by the server and its client. */

export const createTenancyRequestSchema = v.object({
  seed: v.string(),
  user: v.optional(v.string()),
  sessionSeconds: v.optional(v.number()),
  hasOwnKeyPair: v.optional(v.boolean()),
});
export type CreateTenancyRequest = v.InferInput<typeof createTenancyRequestSchema>;

export const createdTenancySchema = v.object({
  tenancyId: v.string(),
  homeRegion: v.string(),
  configFile: v.string(),
  profile: v.string(),
  users: v.array(v.object({ name: v.string(), ocid: v.string(), profile: v.string(), sessionProfile: v.string() })),
});

/** `now` is ISO; `advanceMs` is added to it, or to the present. */
export const clockRequestSchema = v.object({
  mode: v.optional(v.picklist(["auto", "manual"])),
  now: v.optional(v.pipe(v.string(), v.isoTimestamp())),
  advanceMs: v.optional(v.pipe(v.number(), v.integer())),
});
export type ClockRequest = v.InferInput<typeof clockRequestSchema>;

export const clockSchema = v.object({ mode: v.picklist(["auto", "manual"]), now: v.string() });

export const settingsRequestSchema = v.partial(settingsSchema);
export type SettingsRequest = v.InferInput<typeof settingsRequestSchema>;

/** A pod's claim of a volume: by default `data` in the namespace `default`. */
export const createVolumeRequestSchema = v.object({
  clusterId: v.string(),
  storageClass: v.string(),
  namespace: v.optional(v.string(), "default"),
  claim: v.optional(v.string(), "data"),
});
export type CreateVolumeRequest = v.InferInput<typeof createVolumeRequestSchema>;

/** A load balancer or network load balancer whose attributes somebody sets in OCI, past the manifest that owns them. */
export const directEditRequestSchema = v.object({
  clusterId: v.string(),
  loadBalancerId: v.string(),
  securityAttributes: v.record(v.string(), v.unknown()),
});
export type DirectEditRequest = v.InferInput<typeof directEditRequestSchema>;

/** A Service of type LoadBalancer as it stands in the cluster: nobody makes a load balancer for it. */
export const createServiceRequestSchema = v.object({
  clusterId: v.string(),
  namespace: v.string(),
  name: v.string(),
  /** The addresses that its status says its load balancer has. */
  addresses: v.optional(v.array(v.string()), []),
  annotations: v.optional(v.record(v.string(), v.string()), {}),
});
export type CreateServiceRequest = v.InferInput<typeof createServiceRequestSchema>;

/** Nulls where the CSI driver is off or could not make it. */
export const createdVolumeSchema = v.object({
  mountTargetId: v.nullable(v.string()),
  persistentVolume: v.nullable(v.string()),
});

export const addedFaultSchema = v.object({ id: v.string() });
export const activeFaultsSchema = v.array(
  v.object({ ...faultSchema.entries, effect: faultEffectSchema, id: v.string(), hits: v.number() }),
);

export const loggedRequestsSchema = v.array(
  v.object({
    time: v.string(),
    method: v.string(),
    target: v.string(),
    service: v.nullable(v.string()),
    operation: v.nullable(v.string()),
    region: v.nullable(v.string()),
    user: v.nullable(v.string()),
    status: v.nullable(v.number()),
    requestBody: v.unknown(),
    opcRequestId: v.string(),
    note: v.nullable(v.string()),
  }),
);

export const operationListSchema = v.array(
  v.object({ service: v.string(), name: v.string(), method: v.string(), path: v.string() }),
);
