import "server-only";
import { clusterEndpoint } from "@/lib/inventory/kinds/cluster-endpoint";
import { loadBalancer } from "@/lib/inventory/kinds/load-balancer";
import { mountTarget } from "@/lib/inventory/kinds/mount-target";
import { networkLoadBalancer } from "@/lib/inventory/kinds/network-load-balancer";
import { nodePoolPrimaryVnic } from "@/lib/inventory/kinds/node-pool-primary-vnic";
import { nodePoolSecondaryVnics } from "@/lib/inventory/kinds/node-pool-secondary-vnics";
import type { ResourceKindAdapter } from "@/lib/inventory/kinds/resource-kind-adapter";
import { vcn } from "@/lib/inventory/kinds/vcn";
import type { ResourceKind } from "@/lib/oke/resource-kind";

/** The kinds of resources, one line each. */
export const resourceKindAdapters: { readonly [K in ResourceKind]: ResourceKindAdapter } = {
  "cluster-endpoint": clusterEndpoint,
  "node-pool-primary-vnic": nodePoolPrimaryVnic,
  "node-pool-secondary-vnics": nodePoolSecondaryVnics,
  "load-balancer": loadBalancer,
  "network-load-balancer": networkLoadBalancer,
  "mount-target": mountTarget,
  vcn,
};
