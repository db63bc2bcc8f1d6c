import type { KubernetesAccess, KubernetesObject } from "@/emulator/seed";
import type { Cluster } from "@/emulator/seeds/builders/cluster";
import { momentOf, uuidOf } from "@/emulator/seeds/builders/ocid";
import type { RegionDraft } from "@/emulator/seeds/builders/region-draft";
import type { SecurityAttributeMap } from "@/emulator/seeds/builders/security-attributes";

/**
 * What a manifest declares. Left out it is what OCI stores; text is taken as it is, JSON or not; null means that the
 * annotation or the parameter is not there.
 */
export type Declared = SecurityAttributeMap | string | null;

export const serviceAnnotation = "oci.oraclecloud.com/security-attributes";
const ingressPrefix = "oci-native-ingress.oraclecloud.com";
const provisioner = "fss.csi.oraclecloud.com";

/** The text that somebody writes who wants these attributes: value and mode, and nothing else. */
export function declarationOf(map: SecurityAttributeMap): string {
  const keysOf = (keys: SecurityAttributeMap[string]) =>
    Object.fromEntries(Object.entries(keys).map(([key, { value, mode }]) => [key, { value, mode }]));
  return JSON.stringify(Object.fromEntries(Object.entries(map).map(([name, keys]) => [name, keysOf(keys)])));
}

const declaredText = (declared: Declared | undefined, stored: SecurityAttributeMap | undefined): string | null => {
  if (declared === null || typeof declared === "string") return declared;
  const map = declared ?? stored;
  return map === undefined ? null : declarationOf(map);
};

/** Puts an object into a cluster's Kubernetes API. */
export function addKubernetesObject(region: RegionDraft, clusterId: string, object: KubernetesObject): void {
  objectsOf(region, clusterId).push(object);
}

/** Makes a cluster's Kubernetes API unreachable from where the console is. */
export function setKubernetesAccess(region: RegionDraft, clusterId: string, access: KubernetesAccess): void {
  const objects = objectsOf(region, clusterId);
  const index = region.seed.kubernetes.findIndex((one) => one.clusterId === clusterId);
  region.seed.kubernetes.splice(index, 1, { clusterId, access, objects });
}

const drafts = new WeakMap<RegionDraft, Map<string, KubernetesObject[]>>();

const objectsOf = (region: RegionDraft, clusterId: string): KubernetesObject[] => {
  const known = drafts.get(region) ?? new Map<string, KubernetesObject[]>();
  drafts.set(region, known);
  const objects = known.get(clusterId);
  if (objects !== undefined) return objects;
  const fresh: KubernetesObject[] = [];
  known.set(clusterId, fresh);
  region.seed.kubernetes.push({ clusterId, access: "open", objects: fresh });
  return fresh;
};

const timeOf = (name: string): string => momentOf(name).replace(/\.\d+Z$/, "Z");

/** The UID of a Service: the name of its load balancer. */
export const serviceUidOf = (facts: {
  readonly cluster: Cluster;
  readonly namespace: string;
  readonly service: string;
}): string => uuidOf(`${facts.cluster.id}/${facts.namespace}/${facts.service}`);

type ServiceObjectFacts = {
  readonly cluster: Cluster;
  readonly namespace: string;
  readonly service: string;
  readonly port: number;
  readonly nodePort: number;
  readonly ipAddresses: readonly string[];
  readonly isNetwork: boolean;
  readonly stored: SecurityAttributeMap | undefined;
  readonly declared: Declared | undefined;
};

/** The Service behind a load balancer. */
export function addServiceObject(region: RegionDraft, facts: ServiceObjectFacts): void {
  const text = declaredText(facts.declared, facts.stored);
  const { cluster, namespace, service } = facts;
  addKubernetesObject(region, cluster.id, {
    apiVersion: "v1",
    kind: "Service",
    metadata: {
      name: service,
      namespace,
      uid: serviceUidOf(facts),
      creationTimestamp: timeOf(`service ${cluster.name} ${namespace} ${service}`),
      labels: { app: service },
      annotations: {
        "oci.oraclecloud.com/load-balancer-type": facts.isNetwork ? "nlb" : "lb",
        ...(text !== null && { [serviceAnnotation]: text }),
      },
      finalizers: ["service.kubernetes.io/load-balancer-cleanup"],
    },
    spec: {
      type: "LoadBalancer",
      selector: { app: service },
      externalTrafficPolicy: "Cluster",
      ports: [{ name: "main", protocol: "TCP", port: facts.port, targetPort: facts.port, nodePort: facts.nodePort }],
    },
    status: { loadBalancer: { ingress: facts.ipAddresses.map((ip) => ({ ip })) } },
  });
}

type IngressClassFacts = {
  readonly cluster: Cluster;
  readonly name: string;
  readonly loadBalancerId: string;
  readonly stored: SecurityAttributeMap | undefined;
  readonly declared: Declared | undefined;
};

/** The IngressClass behind a load balancer of the native ingress controller. */
export function addIngressClassObject(region: RegionDraft, facts: IngressClassFacts): void {
  const text = declaredText(facts.declared, facts.stored);
  const { cluster, name } = facts;
  addKubernetesObject(region, cluster.id, {
    apiVersion: "networking.k8s.io/v1",
    kind: "IngressClass",
    metadata: {
      name,
      uid: uuidOf(`${cluster.id}/ingressclass/${name}`),
      creationTimestamp: timeOf(`ingress class ${cluster.name} ${name}`),
      annotations: {
        [`${ingressPrefix}/id`]: facts.loadBalancerId,
        ...(text !== null && { [`${ingressPrefix}/security-attributes`]: text }),
      },
    },
    spec: {
      controller: "oci.oraclecloud.com/native-ingress-controller",
      parameters: {
        apiGroup: "ingress.oraclecloud.com",
        kind: "IngressClassParameters",
        name: `${name}-parameters`,
        namespace: "native-ingress-controller-system",
        scope: "Namespace",
      },
    },
  });
}

type VolumeObjectFacts = {
  readonly cluster: Cluster;
  /** `namespace/name`. */
  readonly claim: string;
  readonly volumeName: string;
  readonly claimUid: string;
  readonly fileSystemId: string;
  readonly ipAddress: string;
  readonly subnetId: string;
  readonly availabilityDomain: string;
  readonly stored: SecurityAttributeMap | undefined;
  readonly declared: Declared | undefined;
};

/** The StorageClass, the claim and the PersistentVolume behind a mount target of the CSI driver. */
export function addVolumeObjects(region: RegionDraft, facts: VolumeObjectFacts): void {
  const text = declaredText(facts.declared, facts.stored);
  const { cluster, claim, volumeName } = facts;
  const [namespace = "", ...rest] = claim.split("/");
  const name = rest.join("/");
  const storageClassName = `fss-${name}`;
  const creationTimestamp = timeOf(`volume ${cluster.name} ${claim}`);
  addKubernetesObject(region, cluster.id, {
    apiVersion: "storage.k8s.io/v1",
    kind: "StorageClass",
    metadata: { name: storageClassName, uid: uuidOf(`${cluster.id}/storageclass/${claim}`), creationTimestamp },
    provisioner,
    parameters: {
      availabilityDomain: facts.availabilityDomain.replace(/^[^:]*:/, ""),
      mountTargetSubnetOcid: facts.subnetId,
      ...(text !== null && { securityAttributes: text }),
    },
    reclaimPolicy: "Delete",
    volumeBindingMode: "Immediate",
  });
  addKubernetesObject(region, cluster.id, {
    apiVersion: "v1",
    kind: "PersistentVolumeClaim",
    metadata: { name, namespace, uid: facts.claimUid, creationTimestamp },
    spec: { accessModes: ["ReadWriteMany"], storageClassName, volumeName },
    status: { phase: "Bound" },
  });
  addKubernetesObject(region, cluster.id, {
    apiVersion: "v1",
    kind: "PersistentVolume",
    metadata: {
      name: volumeName,
      uid: uuidOf(`${cluster.id}/volume/${claim}`),
      creationTimestamp,
      annotations: { "pv.kubernetes.io/provisioned-by": provisioner },
    },
    spec: {
      capacity: { storage: "50Gi" },
      accessModes: ["ReadWriteMany"],
      persistentVolumeReclaimPolicy: "Delete",
      storageClassName,
      volumeMode: "Filesystem",
      claimRef: { apiVersion: "v1", kind: "PersistentVolumeClaim", namespace, name, uid: facts.claimUid },
      csi: { driver: provisioner, volumeHandle: `${facts.fileSystemId}:${facts.ipAddress}:/${volumeName}` },
    },
    status: { phase: "Bound" },
  });
}

type ServiceEventFacts = {
  readonly cluster: Cluster;
  readonly namespace: string;
  readonly service: string;
  readonly type: "Normal" | "Warning";
  readonly reason: string;
  readonly message: string;
  readonly count?: number;
};

/** An Event of the service controller on a Service. */
export function addServiceEvent(region: RegionDraft, facts: ServiceEventFacts): void {
  const { cluster, namespace, service, reason } = facts;
  const uid = serviceUidOf(facts);
  const name = `${service}.${uuidOf(`event ${cluster.id}/${namespace}/${service}/${reason}`).slice(0, 18).replaceAll("-", "")}`;
  const time = timeOf(`event ${cluster.name} ${namespace} ${service} ${reason}`);
  addKubernetesObject(region, cluster.id, {
    apiVersion: "v1",
    kind: "Event",
    metadata: {
      name,
      namespace,
      uid: uuidOf(`${cluster.id}/event/${name}`),
      creationTimestamp: time,
    },
    involvedObject: { kind: "Service", namespace, name: service, uid, apiVersion: "v1" },
    reason,
    message: facts.message,
    source: { component: "service-controller" },
    firstTimestamp: time,
    lastTimestamp: time,
    count: facts.count ?? 1,
    type: facts.type,
    eventTime: null,
    reportingComponent: "service-controller",
    reportingInstance: "",
  });
}
