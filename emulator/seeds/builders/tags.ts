export type DefinedTags = { [namespace: string]: { [key: string]: string } };

/** The default tags of a tenancy: who made a resource, and when. OKE makes resources as the cluster or the node pool. */
export const createdBy = (principal: string, time: string): DefinedTags => ({
  "Oracle-Tags": { CreatedBy: principal, CreatedOn: time },
});

/** The system tag of what a cluster's controllers made. */
export const madeByCluster = (clusterId: string): DefinedTags => ({ "orcl-containerengine": { Cluster: clusterId } });

/** The system tags of a managed node's instance. */
export const managedNodeOf = (clusterId: string, nodePoolId: string): DefinedTags => ({
  "orcl-containerengine": { Cluster: clusterId, NodePool: nodePoolId, NodeType: "oke-managed" },
});
