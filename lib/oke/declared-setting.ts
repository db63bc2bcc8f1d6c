import type {
  KubernetesIngressClass,
  KubernetesPersistentVolume,
  KubernetesService,
  KubernetesStorageClass,
} from "@/lib/oke/kubernetes-objects";
import type { ProtectedResource } from "@/lib/oke/protected-resource";

export const manifestKinds = ["Service", "IngressClass", "StorageClass"] as const;

/** The Kubernetes object whose manifest owns a setting. */
export type ManifestObject = {
  readonly kind: (typeof manifestKinds)[number];
  /** `null` for kinds that stand in no namespace. */
  readonly namespace: string | null;
  readonly name: string;
};

/** What a manifest declares for one resource. */
export type DeclaredSetting = {
  readonly object: ManifestObject;
  readonly uid: string;
  /** The annotation or parameter as it stands; `null` where it is not set. */
  readonly text: string | null;
  /** When whoever set the annotation last wrote to the object; `null` when nobody can say. */
  readonly changedAt: string | null;
  /** Why the value cannot have reached this resource, whatever it says; only for a StorageClass. */
  readonly outOfReach: "made-before" | "existing-mount-target" | null;
};

/** Why a list of the Kubernetes API is not there, or not to its end. */
export type KubernetesProblem = { readonly code: string; readonly message: string };

/** A list of the Kubernetes API; with a problem it is not complete. */
export type KubernetesList<T> = { readonly items: readonly T[]; readonly problem: KubernetesProblem | null };

/** What manifests are looked for in. */
export type KubernetesLists = {
  readonly services: KubernetesList<KubernetesService>;
  readonly ingressClasses: KubernetesList<KubernetesIngressClass>;
  readonly storageClasses: KubernetesList<KubernetesStorageClass>;
  readonly persistentVolumes: KubernetesList<KubernetesPersistentVolume>;
};

/** A resource with what OCI says of it that ties it to a Kubernetes object. */
export type ManifestSubject = {
  readonly resource: Pick<ProtectedResource, "ocid" | "kind" | "displayName" | "owner">;
  /**
   * Only of an address in the cluster's own VCN does it mean anything that a Service or a volume has it too. Of a mount
   * target also DNS names, all in lower case; none where nobody had to ask for them.
   */
  readonly addresses: readonly string[];
  /** Those whose tags name the mount target. */
  readonly fileSystemIds: readonly string[];
};

/** What was found for a resource. `none` is an answer; `unread` is none. */
export type DeclaredLookup =
  | { readonly type: "found"; readonly setting: DeclaredSetting }
  | { readonly type: "none"; readonly evidence: string }
  | { readonly type: "unread"; readonly problem: KubernetesProblem };
