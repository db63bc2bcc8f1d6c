import "server-only";
import { type LazyCache, makeLazyCache } from "@/lib/inventory/lazy-cache";
import { listAddons } from "@/lib/oci/clusters";
import { listPolicies } from "@/lib/oci/identity-policies";
import { getZprConfiguration, listZprPolicies } from "@/lib/oci/zpr";
import type { Addon } from "@/lib/oke/cluster";
import type { IamPolicy } from "@/lib/oke/readiness/iam-policy";
import type { ZprConfiguration } from "@/lib/zpr/zpr-configuration";
import type { ZprPolicy } from "@/lib/zpr/zpr-policy";

type InRegion = { readonly region: string };

/** What is read beside the pass, because it costs a call a cluster or a compartment and only some pages show it. */
export type Readings = {
  readonly addons: LazyCache<InRegion & { readonly clusterId: string }, readonly Addon[]>;
  /** In the home region. */
  readonly zprConfiguration: LazyCache<InRegion, ZprConfiguration>;
  readonly zprPolicies: LazyCache<InRegion, readonly ZprPolicy[]>;
  /** Attached to one compartment, not to those above it. In the home region. */
  readonly iamPolicies: LazyCache<InRegion & { readonly compartmentId: string }, readonly IamPolicy[]>;
};

/** Makes the caches. `now` gives epoch milliseconds. */
export function makeReadings(now: () => number): Readings {
  return {
    addons: makeLazyCache({ service: "containerengine", operation: "listAddons", read: listAddons, now }),
    zprConfiguration: makeLazyCache({ service: "zpr", operation: "getConfiguration", read: getZprConfiguration, now }),
    zprPolicies: makeLazyCache({ service: "zpr", operation: "listZprPolicies", read: listZprPolicies, now }),
    iamPolicies: makeLazyCache({ service: "identity", operation: "listPolicies", read: listPolicies, now }),
  };
}

declare global {
  /** Pages and route handlers have separate copies of this module; what was read is the process's. */
  var zprConsoleReadings: Readings | undefined;
}

/** The readings of this process. */
export const currentReadings = (): Readings => (globalThis.zprConsoleReadings ??= makeReadings(Date.now));
