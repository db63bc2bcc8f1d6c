import { randomUUID } from "node:crypto";
import type { KubernetesObject } from "@/emulator/seed";

/** The CSI driver for File Storage. */
export const provisioner = "fss.csi.oraclecloud.com";

export type VolumeRequest = { readonly storageClass: string; readonly namespace: string; readonly claim: string };

/** A claim that nobody has answered yet; `now` is ms since 1970. */
export function claimOf({ storageClass, namespace, claim }: VolumeRequest, now: number): KubernetesObject {
  const creationTimestamp = new Date(now).toISOString().replace(/\.\d+Z$/, "Z");
  return {
    apiVersion: "v1",
    kind: "PersistentVolumeClaim",
    metadata: { name: claim, namespace, uid: randomUUID(), creationTimestamp },
    spec: { accessModes: ["ReadWriteMany"], storageClassName: storageClass },
    status: { phase: "Pending" },
  };
}

/** The claim once its volume is there. */
export function boundClaim(claim: KubernetesObject): KubernetesObject {
  const spec = {
    accessModes: ["ReadWriteMany"],
    storageClassName: claimedClass(claim),
    volumeName: volumeName(claim),
  };
  return { ...claim, spec, status: { phase: "Bound" } };
}

/** `handle` is `<file system OCID>:<address>:<export path>`. */
export function volumeOf(claim: KubernetesObject, handle: string): KubernetesObject {
  const { name, namespace, uid, creationTimestamp } = claim.metadata;
  return {
    apiVersion: "v1",
    kind: "PersistentVolume",
    metadata: {
      name: volumeName(claim),
      uid: randomUUID(),
      creationTimestamp,
      annotations: { "pv.kubernetes.io/provisioned-by": provisioner },
    },
    spec: {
      capacity: { storage: "50Gi" },
      accessModes: ["ReadWriteMany"],
      persistentVolumeReclaimPolicy: "Delete",
      storageClassName: claimedClass(claim),
      volumeMode: "Filesystem",
      claimRef: { apiVersion: "v1", kind: "PersistentVolumeClaim", namespace, name, uid },
      csi: { driver: provisioner, volumeHandle: handle },
    },
    status: { phase: "Bound" },
  };
}

/** The name of the volume, and of all that the driver makes for it. */
export function volumeName(claim: KubernetesObject): string {
  return `csi-fss-${claim.metadata.uid}`;
}

function claimedClass({ spec }: KubernetesObject): unknown {
  return typeof spec === "object" && spec !== null && "storageClassName" in spec ? spec.storageClassName : null;
}
