import "server-only";
import { etagOf, withFresh, type ResourceKindAdapter } from "@/lib/inventory/kinds/resource-kind-adapter";
import { getNodePool, updateNodePoolSecondaryVnics } from "@/lib/oci/node-pools";
import { runningNodeCountOf } from "@/lib/oke/change-warnings";

export const nodePoolSecondaryVnics: ResourceKindAdapter = {
  kind: "node-pool-secondary-vnics",
  workRequestService: "containerengine",
  async read(ociContext, { region, ocid }) {
    const read = await getNodePool(ociContext, { region, nodePoolId: ocid });
    const { nodePool } = read;
    const etag = etagOf(read, "getNodePool");
    return {
      etag,
      lifecycleState: nodePool.lifecycleState,
      sets: nodePool.secondaryVnics.map(({ createVnicDetails }) => createVnicDetails.securityAttributes),
      placeIn: (collections) => ({
        ...collections,
        nodePools: withFresh(collections.nodePools, { ...nodePool, region }),
      }),
      runningNodeCount: runningNodeCountOf(nodePool),
      changeTarget: { kind: "node-pool-secondary-vnics", nodePool },
      write: (securityAttributes) =>
        updateNodePoolSecondaryVnics(ociContext, { region, nodePoolId: ocid, etag, securityAttributes }),
    };
  },
};
