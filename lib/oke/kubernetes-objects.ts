import * as v from "valibot";
import { listOf, nullable } from "@/lib/oke/wire";

/** A member of a map of Kubernetes, out of its map: names are free text. */
type Entry = { readonly key: string; readonly value: string };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const entriesOf = (map: unknown): readonly Entry[] =>
  isObject(map)
    ? Object.entries(map).flatMap(([key, value]) => (typeof value === "string" ? [{ key, value }] : []))
    : [];

const entries = v.pipe(v.nullish(v.unknown(), null), v.transform(entriesOf));

/** Other annotations are nobody's business here, and `kubectl apply` keeps whole manifests in one. */
const oracleKey = /^oci(?:-native-ingress)?\.oraclecloud\.com\//;

const annotations = v.pipe(
  entries,
  v.transform((all) => all.filter(({ key }) => oracleKey.test(key))),
);

/** The members `f:…` below a path of `fieldsV1`, without the mark. */
const fieldsBelow = (fields: unknown, ...path: readonly string[]): readonly string[] => {
  const [next, ...rest] = path;
  if (!isObject(fields)) return [];
  if (next === undefined) return Object.keys(fields).flatMap((name) => (name.startsWith("f:") ? [name.slice(2)] : []));
  return Object.hasOwn(fields, next) ? fieldsBelow(fields[next], ...rest) : [];
};

/**
 * Who wrote an annotation, and when that writer last wrote anything.
 * https://kubernetes.io/docs/reference/using-api/server-side-apply/#managed-fields
 */
const writes = v.pipe(
  listOf(
    v.object({ manager: nullable(v.string()), time: nullable(v.string()), fieldsV1: v.nullish(v.unknown(), null) }),
  ),
  v.transform((managers) =>
    managers.flatMap(({ manager, time, fieldsV1 }) =>
      fieldsBelow(fieldsV1, "f:metadata", "f:annotations")
        .filter((key) => oracleKey.test(key))
        .map((key) => ({ key, manager, time })),
    ),
  ),
);

const metadata = v.object({
  name: v.string(),
  namespace: nullable(v.string()),
  uid: v.string(),
  resourceVersion: v.string(),
  creationTimestamp: nullable(v.string()),
  annotations,
  managedFields: writes,
});

type Metadata = v.InferOutput<typeof metadata>;

const common = ({ managedFields, creationTimestamp, ...rest }: Metadata) => ({
  ...rest,
  createdAt: creationTimestamp,
  annotationWrites: managedFields,
});

/** https://kubernetes.io/docs/reference/kubernetes-api/service-resources/service-v1/, the part that we use. */
export const serviceSchema = v.pipe(
  v.object({
    metadata,
    spec: v.object({ type: nullable(v.string()) }),
    status: nullable(
      v.object({ loadBalancer: nullable(v.object({ ingress: listOf(v.object({ ip: nullable(v.string()) })) })) }),
    ),
  }),
  v.transform(({ metadata: meta, spec, status }) => ({
    kind: "Service" as const,
    ...common(meta),
    type: spec.type,
    ingressIps: (status?.loadBalancer?.ingress ?? []).flatMap(({ ip }) => ip ?? []),
  })),
);
export type KubernetesService = v.InferOutput<typeof serviceSchema>;

/** https://kubernetes.io/docs/reference/kubernetes-api/service-resources/ingress-class-v1/ */
export const ingressClassSchema = v.pipe(
  v.object({ metadata, spec: nullable(v.object({ controller: nullable(v.string()) })) }),
  v.transform(({ metadata: meta, spec }) => ({
    kind: "IngressClass" as const,
    ...common(meta),
    controller: spec?.controller ?? null,
  })),
);
export type KubernetesIngressClass = v.InferOutput<typeof ingressClassSchema>;

/** The provisioner and driver of OCI File Storage. */
export const fileStorageDriver = "fss.csi.oraclecloud.com";

/** https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/storage-class-v1/ */
export const storageClassSchema = v.pipe(
  v.object({
    metadata,
    provisioner: v.string(),
    parameters: entries,
    reclaimPolicy: nullable(v.string()),
    volumeBindingMode: nullable(v.string()),
    allowVolumeExpansion: nullable(v.boolean()),
    mountOptions: listOf(v.string()),
  }),
  v.transform(({ metadata: meta, ...rest }) => ({ kind: "StorageClass" as const, ...common(meta), ...rest })),
);
export type KubernetesStorageClass = v.InferOutput<typeof storageClassSchema>;

/** https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/persistent-volume-v1/ */
export const persistentVolumeSchema = v.pipe(
  v.object({
    metadata,
    spec: v.object({
      storageClassName: nullable(v.string()),
      csi: nullable(v.object({ driver: v.string(), volumeHandle: v.string() })),
    }),
  }),
  v.transform(({ metadata: meta, spec }) => ({
    kind: "PersistentVolume" as const,
    ...common(meta),
    storageClassName: spec.storageClassName,
    driver: spec.csi?.driver ?? null,
    volumeHandle: spec.csi?.volumeHandle ?? null,
  })),
);
export type KubernetesPersistentVolume = v.InferOutput<typeof persistentVolumeSchema>;

/** https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/node-v1/, the part that we use. */
export const nodeSchema = v.pipe(
  v.object({
    metadata: v.object({ ...metadata.entries, labels: entries }),
    spec: nullable(v.object({ providerID: nullable(v.string()), unschedulable: nullable(v.boolean()) })),
    status: nullable(v.object({ conditions: listOf(v.object({ type: v.string(), status: v.string() })) })),
  }),
  v.transform(({ metadata: { name, uid, creationTimestamp, labels }, spec, status }) => ({
    name,
    uid,
    /** https://karpenter.sh/docs/concepts/nodepools/: what Karpenter makes carries the name of its pool. */
    isKarpenter: labels.some(({ key }) => key === "karpenter.sh/nodepool"),
    createdAt: creationTimestamp,
    /** The OCID of the instance, where the cloud controller has set it. */
    providerId: spec?.providerID ?? null,
    isReady: status?.conditions.some(({ type, status: is }) => type === "Ready" && is === "True") ?? false,
    isUnschedulable: spec?.unschedulable ?? false,
  })),
);
export type KubernetesNode = v.InferOutput<typeof nodeSchema>;

/** https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/event-v1/, the core form. */
export const eventSchema = v.pipe(
  v.object({
    metadata: v.object({ creationTimestamp: nullable(v.string()) }),
    involvedObject: v.object({ kind: nullable(v.string()), name: nullable(v.string()), uid: nullable(v.string()) }),
    type: nullable(v.string()),
    reason: nullable(v.string()),
    message: nullable(v.string()),
    count: nullable(v.number()),
    lastTimestamp: nullable(v.string()),
    eventTime: nullable(v.string()),
    series: nullable(v.object({ count: nullable(v.number()), lastObservedTime: nullable(v.string()) })),
  }),
  v.transform(({ metadata: { creationTimestamp }, involvedObject, type, reason, message, ...rest }) => ({
    objectUid: involvedObject.uid,
    isWarning: type === "Warning",
    reason: reason ?? "",
    message: message ?? "",
    count: rest.series?.count ?? rest.count ?? 1,
    lastSeenAt: rest.series?.lastObservedTime ?? rest.lastTimestamp ?? rest.eventTime ?? creationTimestamp,
  })),
);
export type KubernetesEvent = v.InferOutput<typeof eventSchema>;
