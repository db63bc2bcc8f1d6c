import "server-only";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { newLoopbackCertificates } from "@/emulator/kubernetes/certificates";
import type { KubernetesCluster } from "@/lib/kubernetes/kubeconfig";
import type { OciContext } from "@/lib/oci/clients";
import { loadPrincipal } from "@/lib/oci/principal";
import { startLoopbackServer, type ReceivedRequest, type Script } from "@/lib/oci/testing/loopback-server";
import { makeTestProfile } from "@/lib/oci/testing/test-profile";

export type KubernetesServer = {
  readonly context: OciContext;
  readonly cluster: KubernetesCluster;
  /** Those that the Kubernetes API got. */
  readonly requests: readonly ReceivedRequest[];
  /** Those that OKE got. */
  readonly okeRequests: readonly ReceivedRequest[];
  readonly publicKey: ReturnType<typeof makeTestProfile>["publicKey"];
  readonly close: () => Promise<void>;
};

export const testCluster: KubernetesCluster = {
  id: "ocid1.cluster.oc1.iad.aaaa",
  region: "us-ashburn-1",
  endpoints: { kubernetes: null, privateEndpoint: "10.0.0.2:6443", publicEndpoint: null, vcnHostnameEndpoint: null },
};

/** As OKE gives it. */
export const kubeconfigOf = (server: string, certificateAuthority: string): string => `---
apiVersion: v1
kind: ""
clusters:
- name: cluster-aaaa
  cluster:
    server: ${server}
    certificate-authority-data: ${Buffer.from(certificateAuthority).toString("base64")}
users: []
contexts: []
current-context: ""
`;

/**
 * A Kubernetes API on loopback that answers by script and remembers what it was asked, an OKE that gives its kubeconfig,
 * and a profile to ask both with. `authority` is what the kubeconfig says instead of the API's own.
 */
export async function startKubernetesApi(script: Script, authority?: string): Promise<KubernetesServer> {
  const { certificateAuthority, certificate, privateKey } = newLoopbackCertificates(Date.now());
  const requests: ReceivedRequest[] = [];
  const api = createServer({ cert: certificate, key: privateKey }, (message, response) => {
    const chunks: Buffer[] = [];
    message.on("data", (chunk: Buffer) => chunks.push(chunk));
    message.on("end", () => {
      const { method = "", url = "", headers } = message;
      requests.push({ method, target: url, headers, body: Buffer.concat(chunks).toString() });
      const request = requests.at(-1);
      if (request) script(response, request, requests.length - 1);
    });
  });
  await new Promise<void>((resolve) => void api.listen(0, "127.0.0.1", resolve));
  const { port } = api.address() as AddressInfo;
  const yaml = kubeconfigOf(`https://127.0.0.1:${port}/cluster`, authority ?? certificateAuthority);
  const oke = await startLoopbackServer((response) => void response.end(yaml));
  const profile = makeTestProfile();
  const env = { NODE_ENV: "test", OCI_CONFIG_FILE: profile.configFile, ZPR_EMULATOR_URL: oke.url } as const;
  return {
    context: { principal: loadPrincipal(env) },
    cluster: testCluster,
    requests,
    okeRequests: oke.requests,
    publicKey: profile.publicKey,
    async close() {
      profile.remove();
      api.closeAllConnections();
      await Promise.all([oke.close(), new Promise((resolve) => api.close(resolve))]);
    },
  };
}
