import "server-only";
import { etagOf, withFresh, type ResourceKindAdapter } from "@/lib/inventory/kinds/resource-kind-adapter";
import { getNetworkLoadBalancer, updateNetworkLoadBalancer } from "@/lib/oci/network-load-balancers";

export const networkLoadBalancer: ResourceKindAdapter = {
  kind: "network-load-balancer",
  workRequestService: "networkloadbalancer",
  async read(ociContext, { region, ocid }) {
    const read = await getNetworkLoadBalancer(ociContext, { region, networkLoadBalancerId: ocid });
    const fresh = { ...read.networkLoadBalancer, region };
    const etag = etagOf(read, "getNetworkLoadBalancer");
    return {
      etag,
      lifecycleState: fresh.lifecycleState,
      sets: [fresh.securityAttributes],
      placeIn: (collections) => ({
        ...collections,
        networkLoadBalancers: withFresh(collections.networkLoadBalancers, fresh),
      }),
      runningNodeCount: null,
      changeTarget: { kind: "network-load-balancer", ocid },
      write: (securityAttributes) =>
        updateNetworkLoadBalancer(ociContext, { region, networkLoadBalancerId: ocid, etag, securityAttributes }),
    };
  },
};
