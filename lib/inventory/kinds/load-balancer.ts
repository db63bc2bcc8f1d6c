import "server-only";
import { etagOf, withFresh, type ResourceKindAdapter } from "@/lib/inventory/kinds/resource-kind-adapter";
import { getLoadBalancer, updateLoadBalancer } from "@/lib/oci/load-balancers";

export const loadBalancer: ResourceKindAdapter = {
  kind: "load-balancer",
  workRequestService: "loadbalancer",
  async read(ociContext, { region, ocid }) {
    const read = await getLoadBalancer(ociContext, { region, loadBalancerId: ocid });
    const fresh = { ...read.loadBalancer, region };
    const etag = etagOf(read, "getLoadBalancer");
    return {
      etag,
      lifecycleState: fresh.lifecycleState,
      sets: [fresh.securityAttributes],
      placeIn: (collections) => ({ ...collections, loadBalancers: withFresh(collections.loadBalancers, fresh) }),
      runningNodeCount: null,
      changeTarget: { kind: "load-balancer", ocid },
      write: (securityAttributes) =>
        updateLoadBalancer(ociContext, { region, loadBalancerId: ocid, etag, securityAttributes }),
    };
  },
};
