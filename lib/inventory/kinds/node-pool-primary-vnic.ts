import "server-only";
import { etagOf, withFresh, type ResourceKindAdapter } from "@/lib/inventory/kinds/resource-kind-adapter";
import { getNodePool, updateNodePoolPrimaryVnic } from "@/lib/oci/node-pools";
import { runningNodeCountOf } from "@/lib/oke/change-warnings";

export const nodePoolPrimaryVnic: ResourceKindAdapter = {
  kind: "node-pool-primary-vnic",
  workRequestService: "containerengine",
  async read(ociContext, { region, ocid }) {
    const read = await getNodePool(ociContext, { region, nodePoolId: ocid });
    const { nodePool } = read;
    const etag = etagOf(read, "getNodePool");
    return {
      etag,
      lifecycleState: nodePool.lifecycleState,
      // A pool whose primary VNIC was never set up has no such member; it carries the empty set.
      sets: [nodePool.primaryVnic?.securityAttributes ?? []],
      placeIn: (collections) => ({
        ...collections,
        nodePools: withFresh(collections.nodePools, { ...nodePool, region }),
      }),
      runningNodeCount: runningNodeCountOf(nodePool),
      changeTarget: { kind: "node-pool-primary-vnic", nodePool },
      write: (securityAttributes) =>
        updateNodePoolPrimaryVnic(ociContext, { region, nodePoolId: ocid, etag, securityAttributes }),
    };
  },
};
