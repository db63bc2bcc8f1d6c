import * as v from "valibot";
import { bodyOf, find, pathParameter, type Call } from "@/emulator/core/call";
import { invalidParameter } from "@/emulator/core/errors";
import type { Answer } from "@/emulator/core/operation";
import type { Cluster } from "@/emulator/core/tenancy";
import { kubernetesUrlOf } from "@/emulator/kubernetes/kubernetes-url";

const createClusterKubeconfigContentDetails = v.object({
  tokenVersion: v.nullish(v.picklist(["2.0.0"])),
  expiration: v.nullish(v.number()),
  endpoint: v.nullish(v.picklist(["LEGACY_KUBERNETES", "PUBLIC_ENDPOINT", "PRIVATE_ENDPOINT", "VCN_HOSTNAME"])),
});

type Endpoint = NonNullable<v.InferOutput<typeof createClusterKubeconfigContentDetails>["endpoint"]>;

/** The YAML that `oci ce cluster create-kubeconfig` saves. Throws 400 when the cluster has no such endpoint. */
export function createKubeconfig(call: Call): Answer {
  const { value: cluster } = find(call, call.region.clusters, pathParameter(call, "clusterId"));
  const { endpoint } = bodyOf(call, createClusterKubeconfigContentDetails);
  if (addressOf(cluster, endpoint ?? "LEGACY_KUBERNETES") == null) {
    throw invalidParameter(`The cluster has no endpoint of type ${endpoint ?? "LEGACY_KUBERNETES"}.`);
  }
  const content = kubeconfig(call, cluster.id ?? "");
  return { text: { contentType: "application/x-yaml", content } };
}

function addressOf(cluster: Cluster, endpoint: Endpoint): string | null | undefined {
  const { endpoints } = cluster;
  switch (endpoint) {
    case "PUBLIC_ENDPOINT":
      return endpoints?.publicEndpoint;
    case "PRIVATE_ENDPOINT":
      return endpoints?.privateEndpoint;
    case "VCN_HOSTNAME":
      return endpoints?.vcnHostnameEndpoint;
    case "LEGACY_KUBERNETES":
      return endpoints?.kubernetes ?? endpoints?.publicEndpoint ?? endpoints?.privateEndpoint;
    default:
      return endpoint satisfies never;
  }
}

/** Whichever endpoint was asked for, the address is that of the cluster's emulated API on this machine. */
function kubeconfig({ tenancy, region }: Call, clusterId: string): string {
  const name = clusterId.slice(-11);
  const { kubernetesApi } = tenancy;
  const certificate = Buffer.from(kubernetesApi.certificateAuthority).toString("base64");
  return `---
apiVersion: v1
kind: Config
clusters:
- name: cluster-${name}
  cluster:
    server: ${kubernetesUrlOf(kubernetesApi, tenancy.id, clusterId)}
    certificate-authority-data: ${certificate}
users:
- name: user-${name}
  user:
    exec:
      apiVersion: client.authentication.k8s.io/v1beta1
      command: oci
      args:
      - ce
      - cluster
      - generate-token
      - --cluster-id
      - ${clusterId}
      - --region
      - ${region.regionName}
      env: []
contexts:
- name: context-${name}
  context:
    cluster: cluster-${name}
    user: user-${name}
current-context: context-${name}
`;
}
