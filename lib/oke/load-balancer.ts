import * as v from "valibot";
import { definedTags, freeformTags, listOf, namedEntries, nullable, openEnum } from "@/lib/oke/wire";
import { securityAttributesField } from "@/lib/zpr/security-attributes";

const backendSetSchema = v.object({
  backends: listOf(
    v.object({ ipAddress: nullable(v.string()), port: nullable(v.number()), targetId: nullable(v.string()) }),
  ),
});
const listenerSchema = v.object({
  port: nullable(v.number()),
  protocol: nullable(v.string()),
  defaultBackendSetName: nullable(v.string()),
});
const common = {
  id: v.string(),
  compartmentId: v.string(),
  displayName: nullable(v.string()),
  ipAddresses: listOf(v.object({ ipAddress: v.string(), isPublic: nullable(v.boolean()) })),
  isPrivate: nullable(v.boolean()),
  backendSets: namedEntries(backendSetSchema),
  listeners: namedEntries(listenerSchema),
  timeCreated: nullable(v.string()),
  securityAttributes: securityAttributesField,
  definedTags,
  freeformTags,
  systemTags: definedTags,
};

/** https://docs.oracle.com/en-us/iaas/api/#/en/loadbalancer/latest/LoadBalancer, the part that we use. */
export const loadBalancerSchema = v.object({
  ...common,
  subnetIds: listOf(v.string()),
  shapeName: nullable(v.string()),
  lifecycleState: openEnum(["CREATING", "FAILED", "ACTIVE", "DELETING", "DELETED"]),
});

/** https://docs.oracle.com/en-us/iaas/api/#/en/networkloadbalancer/latest/NetworkLoadBalancer, the part that we use. */
export const networkLoadBalancerSchema = v.object({
  ...common,
  subnetId: nullable(v.string()),
  lifecycleState: openEnum(["CREATING", "UPDATING", "ACTIVE", "DELETING", "DELETED", "FAILED"]),
});

export type LoadBalancer = v.InferOutput<typeof loadBalancerSchema>;
export type NetworkLoadBalancer = v.InferOutput<typeof networkLoadBalancerSchema>;
