import { uuidFrom } from "@/emulator/kubernetes/uuid";
import type { KubernetesObject } from "@/emulator/seed";

type ServiceFacts = {
  readonly namespace: string;
  readonly name: string;
  readonly addresses: readonly string[];
  readonly annotations: { readonly [name: string]: string };
  /** Epoch milliseconds. */
  readonly now: number;
};

/** A Service of type LoadBalancer as somebody applied it. */
export const serviceObject = ({ namespace, name, addresses, annotations, now }: ServiceFacts): KubernetesObject => ({
  apiVersion: "v1",
  kind: "Service",
  metadata: {
    name,
    namespace,
    uid: uuidFrom(`service ${namespace}/${name} ${now}`),
    creationTimestamp: new Date(now).toISOString().replace(/\.\d+Z$/, "Z"),
    annotations,
  },
  spec: { type: "LoadBalancer", ports: [{ name: "main", protocol: "TCP", port: 443, targetPort: 8443 }] },
  status: { loadBalancer: { ingress: addresses.map((ip) => ({ ip })) } },
});
