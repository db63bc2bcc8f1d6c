import "server-only";
import { etagOf, withFresh, type ResourceKindAdapter } from "@/lib/inventory/kinds/resource-kind-adapter";
import { getCluster, updateClusterEndpointConfig } from "@/lib/oci/clusters";

export const clusterEndpoint: ResourceKindAdapter = {
  kind: "cluster-endpoint",
  workRequestService: "containerengine",
  async read(ociContext, { region, ocid }) {
    const read = await getCluster(ociContext, { region, clusterId: ocid });
    const { cluster } = read;
    const etag = etagOf(read, "getCluster");
    return {
      etag,
      lifecycleState: cluster.lifecycleState,
      sets: cluster.endpointConfig === null ? [] : [cluster.endpointConfig.securityAttributes],
      placeIn: (collections) => ({ ...collections, clusters: withFresh(collections.clusters, { ...cluster, region }) }),
      runningNodeCount: null,
      changeTarget: { kind: "cluster-endpoint", cluster },
      write: (securityAttributes) =>
        updateClusterEndpointConfig(ociContext, { region, cluster, etag, securityAttributes }),
    };
  },
};
