import "server-only";
import { X509Certificate } from "node:crypto";
import * as v from "valibot";
import { parse } from "yaml";
import { type KubernetesCall, KubernetesRequestError, unexpectedAnswer } from "@/lib/kubernetes/kubernetes-error";
import type { OciContext } from "@/lib/oci/clients";
import { createKubeconfig, type KubernetesEndpoint } from "@/lib/oci/kubeconfig";
import type { Cluster } from "@/lib/oke/cluster";

/** A cluster, as far as its Kubernetes API is concerned. */
export type KubernetesCluster = Pick<Cluster, "id" | "endpoints"> & { readonly region: string };

/** Where a cluster's Kubernetes API answers, and whose certificate it shows. */
export type Kubeconfig = {
  /** `https://10.0.0.2:6443`, with the path in front of all paths where there is one; without a slash at its end. */
  readonly server: string;
  /** PEM. */
  readonly certificateAuthority: string;
};

const kubeconfigSchema = v.object({
  clusters: v.pipe(
    v.array(v.object({ cluster: v.object({ server: v.string(), "certificate-authority-data": v.string() }) })),
    v.minLength(1),
  ),
});

const call: KubernetesCall = { verb: "get", resource: "kubeconfig" };

/** A public address is reached from more places; a cluster outside of a VCN has only its old one. */
const endpointOf = ({ endpoints }: KubernetesCluster): KubernetesEndpoint => {
  if (endpoints?.publicEndpoint) return "PUBLIC_ENDPOINT";
  return endpoints?.privateEndpoint ? "PRIVATE_ENDPOINT" : "LEGACY_KUBERNETES";
};

const parsedYaml = (text: string): unknown => {
  try {
    // No aliases: a document of OKE has none, and a hostile one could grow without end.
    return parse(text, { maxAliasCount: 0, logLevel: "silent" });
  } catch {
    throw unexpectedAnswer("is not YAML", call);
  }
};

const isCertificate = (pem: string): boolean => {
  try {
    return new X509Certificate(pem).raw.length > 0;
  } catch {
    return false;
  }
};

const certificateFrom = (base64: string): string => {
  const pem = Buffer.from(base64, "base64").toString("utf8");
  if (isCertificate(pem)) return pem;
  const message = "The kubeconfig of the cluster holds no certificate that can be read, so nothing was sent.";
  throw new KubernetesRequestError({ code: "tls", message, call });
};

const loopback: readonly string[] = ["127.0.0.1", "[::1]"];

/** Takes the text of a kubeconfig with one cluster. Throws `KubernetesRequestError`. */
export function kubeconfigFrom(text: string, { isEmulated }: { readonly isEmulated: boolean }): Kubeconfig {
  const result = v.safeParse(kubeconfigSchema, parsedYaml(text));
  const cluster = result.success ? result.output.clusters[0]?.cluster : undefined;
  if (cluster === undefined) throw unexpectedAnswer("is not a kubeconfig", call);
  const url = URL.canParse(cluster.server) ? new URL(cluster.server) : null;
  if (url?.protocol !== "https:" || `${url.username}${url.password}${url.search}${url.hash}` !== "") {
    throw unexpectedAnswer("names no HTTPS server", call);
  }
  if (isEmulated && !loopback.includes(url.hostname)) {
    const message = `The kubeconfig names ${url.host}. In an emulated tenancy only clusters on this machine are called.`;
    throw new KubernetesRequestError({ code: "unreachable", message, call });
  }
  const server = `${url.origin}${url.pathname}`.replace(/\/+$/, "");
  return { server, certificateAuthority: certificateFrom(cluster["certificate-authority-data"]) };
}

/** Reads where a cluster's Kubernetes API answers. Throws `OciRequestError` or `KubernetesRequestError`. */
export async function readKubeconfig(context: OciContext, cluster: KubernetesCluster): Promise<Kubeconfig> {
  const { id: clusterId, region } = cluster;
  const text = await createKubeconfig(context, { region, clusterId, endpoint: endpointOf(cluster) });
  return kubeconfigFrom(text, { isEmulated: context.principal.emulatorUrl !== null });
}
