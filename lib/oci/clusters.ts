import "server-only";
import { acceptedFrom, ocidOf, parseAnswer, readList, type Accepted, type WithEtag } from "@/lib/oci/answers";
import { callOci, type OciContext } from "@/lib/oci/clients";
import { encodedQuery } from "@/lib/oci/query";
import {
  addonOptionSchema,
  addonSchema,
  clusterSchema,
  type Addon,
  type AddonOption,
  type Cluster,
} from "@/lib/oke/cluster";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";
import { wireFromSecurityAttributes } from "@/lib/zpr/security-attributes";

type InCompartment = { readonly region: string; readonly compartmentId: string };
type OneCluster = { readonly region: string; readonly clusterId: string };

/** Reads the clusters of one compartment, deleted ones of the last days included. Throws `OciRequestError`. */
export function listClusters(
  context: OciContext,
  { region, compartmentId }: InCompartment,
): Promise<readonly Cluster[]> {
  return readList(
    context,
    { service: "containerengine", operation: "listClusters", region, schema: clusterSchema, keyOf: ocidOf },
    (client, page) => client.listClusters({ ...encodedQuery({ compartmentId }), ...page }),
  );
}

/** Reads one cluster with its etag. Throws `OciRequestError`. */
export async function getCluster(
  context: OciContext,
  { region, clusterId }: OneCluster,
): Promise<WithEtag<"cluster", Cluster>> {
  const target = { service: "containerengine", operation: "getCluster", region } as const;
  const { cluster, etag } = await callOci(context, target, (client) => client.getCluster({ clusterId }));
  return { cluster: parseAnswer(clusterSchema, cluster, target.operation), etag: etag || null };
}

/** Reads the add-ons that are installed in a cluster. Throws `OciRequestError`. */
export function listAddons(context: OciContext, { region, clusterId }: OneCluster): Promise<readonly Addon[]> {
  return readList(
    context,
    { service: "containerengine", operation: "listAddons", region, schema: addonSchema, keyOf: ({ name }) => name },
    (client, page) => client.listAddons({ clusterId, ...page }),
  );
}

/** Reads which add-ons OKE offers for a version of Kubernetes, with their versions. Throws `OciRequestError`. */
export function listAddonOptions(
  context: OciContext,
  { region, kubernetesVersion }: { readonly region: string; readonly kubernetesVersion: string },
): Promise<readonly AddonOption[]> {
  const [service, operation] = ["containerengine", "listAddonOptions"] as const;
  return readList(
    context,
    { service, operation, region, schema: addonOptionSchema, keyOf: ({ name }) => name },
    (client, page) => client.listAddonOptions({ ...encodedQuery({ kubernetesVersion }), ...page }),
  );
}

/**
 * Replaces the security attributes of a cluster's Kubernetes API endpoint; an empty list removes all. The endpoint's
 * other settings are sent as they are, in case the service takes a missing one for "none". Throws `OciRequestError`;
 * `NoEtagMatch` when the cluster is no longer as it was read.
 */
export async function updateClusterEndpointConfig(
  context: OciContext,
  { region, cluster, etag, securityAttributes }: EndpointUpdate,
): Promise<Accepted> {
  const target = { service: "containerengine", operation: "updateClusterEndpointConfig", region } as const;
  const { nsgIds, isPublicIpEnabled } = cluster.endpointConfig ?? { nsgIds: [], isPublicIpEnabled: null };
  const updateClusterEndpointConfigDetails = {
    nsgIds: [...nsgIds],
    ...(isPublicIpEnabled !== null && { isPublicIpEnabled }),
    securityAttributes: wireFromSecurityAttributes(securityAttributes),
  };
  return acceptedFrom(
    await callOci(context, target, (client) =>
      client.updateClusterEndpointConfig({ clusterId: cluster.id, ifMatch: etag, updateClusterEndpointConfigDetails }),
    ),
  );
}

type EndpointUpdate = {
  readonly region: string;
  /** As it was read together with `etag`. */
  readonly cluster: Cluster;
  readonly etag: string;
  readonly securityAttributes: readonly SecurityAttribute[];
};
