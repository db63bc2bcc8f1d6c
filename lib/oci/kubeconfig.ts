import "server-only";
import { Region } from "oci-common";
import { callOci, credentialsOf, type OciContext } from "@/lib/oci/clients";
import { OciRequestError } from "@/lib/oci/errors";
import { isKnownRegion } from "@/lib/oci/known-region";

/** Which of its addresses a cluster's kubeconfig names. */
export type KubernetesEndpoint = "PUBLIC_ENDPOINT" | "PRIVATE_ENDPOINT" | "LEGACY_KUBERNETES";

type OneCluster = { readonly region: string; readonly clusterId: string };

/** Reads the kubeconfig of a cluster: YAML, without a credential in it. Throws `OciRequestError`. */
export async function createKubeconfig(
  context: OciContext,
  { region, clusterId, endpoint }: OneCluster & { readonly endpoint: KubernetesEndpoint },
): Promise<string> {
  const target = { service: "containerengine", operation: "createKubeconfig", region, isDocument: true } as const;
  const details = { tokenVersion: "2.0.0", endpoint: await endpointOf(endpoint) };
  const { value } = await callOci(context, target, (client) =>
    client.createKubeconfig({ clusterId, createClusterKubeconfigContentDetails: details }),
  );
  if (value instanceof ReadableStream) return new Response(value).text();
  throw new OciRequestError({
    code: "UnexpectedResponse",
    message: "The answer to createKubeconfig is not a document.",
    operation: target.operation,
  });
}

async function endpointOf(endpoint: KubernetesEndpoint) {
  const { Endpoint } = (await import("oci-containerengine")).models.CreateClusterKubeconfigContentDetails;
  const endpoints = {
    PUBLIC_ENDPOINT: Endpoint.PublicEndpoint,
    PRIVATE_ENDPOINT: Endpoint.PrivateEndpoint,
    LEGACY_KUBERNETES: Endpoint.LegacyKubernetes,
  };
  return endpoints[endpoint];
}

/**
 * Makes a token for a cluster's Kubernetes API: the URL-safe base64 of a URL of OKE that is signed in its parameters,
 * as `oci ce cluster generate-token` makes it. The cluster takes it for some minutes from `now`. Throws
 * `OciConfigurationError` when there is no key to sign with, `OciRequestError` for a region that is not Oracle's.
 */
export async function makeClusterToken(
  { principal }: OciContext,
  { region, clusterId }: OneCluster,
  now: Date,
): Promise<string> {
  if (!isKnownRegion(region)) {
    const message = "The region is not in Oracle's list.";
    throw new OciRequestError({ code: "InvalidParameter", message, operation: "makeClusterToken" });
  }
  const { secondLevelDomain } = Region.fromRegionId(region).realm;
  const path = `/cluster_request/${encodeURIComponent(clusterId)}`;
  const url = new URL(path, `https://containerengine.${region}.${secondLevelDomain}`);
  const signed = await credentialsOf(principal).presign(url, now.toUTCString());
  return Buffer.from(signed).toString("base64").replaceAll("+", "-").replaceAll("/", "_");
}
