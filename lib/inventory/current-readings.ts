import "server-only";
import { type LazyCache, makeLazyCache } from "@/lib/inventory/lazy-cache";
import { listAddonOptions, listAddons } from "@/lib/oci/clusters";
import { listGroupsOfUser } from "@/lib/oci/identity-groups";
import { listPolicies } from "@/lib/oci/identity-policies";
import { getPrivateIp } from "@/lib/oci/network";
import { getZprConfiguration, listZprPolicies } from "@/lib/oci/zpr";
import type { Addon, AddonOption } from "@/lib/oke/cluster";
import type { PrivateIp } from "@/lib/oke/network";
import type { IamGroup } from "@/lib/oke/readiness/iam-group";
import type { IamPolicy } from "@/lib/oke/readiness/iam-policy";
import type { ZprConfiguration } from "@/lib/zpr/zpr-configuration";
import type { ZprPolicy } from "@/lib/zpr/zpr-policy";

type InRegion = { readonly region: string };

/** What is read beside the pass, because it costs a call a cluster or a compartment and only some pages show it. */
export type Readings = {
  readonly addons: LazyCache<InRegion & { readonly clusterId: string }, readonly Addon[]>;
  readonly addonOptions: LazyCache<InRegion & { readonly kubernetesVersion: string }, readonly AddonOption[]>;
  /** In the home region. */
  readonly zprConfiguration: LazyCache<InRegion, ZprConfiguration>;
  readonly zprPolicies: LazyCache<InRegion, readonly ZprPolicy[]>;
  /** Attached to one compartment, not to those above it. In the home region. */
  readonly iamPolicies: LazyCache<InRegion & { readonly compartmentId: string }, readonly IamPolicy[]>;
  /** In the home region. */
  readonly groupsOfUser: LazyCache<
    InRegion & { readonly tenancyId: string; readonly userId: string },
    readonly IamGroup[]
  >;
  /** Of a mount target, which names its address by an OCID alone. */
  readonly privateIps: LazyCache<InRegion & { readonly privateIpId: string }, PrivateIp>;
};

/** Makes the caches. `now` gives epoch milliseconds. */
export function makeReadings(now: () => number): Readings {
  return {
    addons: makeLazyCache({ service: "containerengine", operation: "listAddons", read: listAddons, now }),
    addonOptions: makeLazyCache({
      service: "containerengine",
      operation: "listAddonOptions",
      read: listAddonOptions,
      now,
    }),
    zprConfiguration: makeLazyCache({ service: "zpr", operation: "getConfiguration", read: getZprConfiguration, now }),
    zprPolicies: makeLazyCache({ service: "zpr", operation: "listZprPolicies", read: listZprPolicies, now }),
    iamPolicies: makeLazyCache({ service: "identity", operation: "listPolicies", read: listPolicies, now }),
    groupsOfUser: makeLazyCache({
      service: "identity",
      operation: "listUserGroupMemberships",
      read: listGroupsOfUser,
      now,
    }),
    privateIps: makeLazyCache({ service: "virtualnetwork", operation: "getPrivateIp", read: getPrivateIp, now }),
  };
}

declare global {
  /** Pages and route handlers have separate copies of this module; what was read is the process's. */
  var zprConsoleReadings: Readings | undefined;
}

/** The readings of this process. */
export const currentReadings = (): Readings => (globalThis.zprConsoleReadings ??= makeReadings(Date.now));
