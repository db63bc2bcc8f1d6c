import * as v from "valibot";
import { describe, expect, it } from "vitest";
import type { KubernetesLists, ManifestSubject } from "@/lib/oke/declared-setting";
import { findDeclared } from "@/lib/oke/find-declared";
import {
  ingressClassSchema,
  persistentVolumeSchema,
  serviceSchema,
  storageClassSchema,
} from "@/lib/oke/kubernetes-objects";
import type { SettingOwner } from "@/lib/oke/protected-resource";
import type { ResourceKind } from "@/lib/oke/resource-kind";

const uid = "3f2b8c1e-0d4a-4e6b-9a51-7c2d9e8f0a11";
const text = '{"fin":{"tier":{"value":"web","mode":"enforce"}}}';

const metadata = (name: string, more: object = {}) => ({ name, uid: `uid-of-${name}`, resourceVersion: "7", ...more });

const service = v.parse(serviceSchema, {
  metadata: metadata("front", {
    namespace: "shop",
    uid,
    annotations: { "oci.oraclecloud.com/security-attributes": text, other: "x" },
    managedFields: [
      {
        manager: "kubectl-annotate",
        time: "2026-11-20T10:00:00Z",
        fieldsV1: { "f:metadata": { "f:annotations": { ".": {}, "f:oci.oraclecloud.com/security-attributes": {} } } },
      },
      { manager: "cloud-controller-manager", time: "2026-11-21T10:00:00Z", fieldsV1: { "f:status": {} } },
    ],
  }),
  spec: { type: "LoadBalancer" },
  status: { loadBalancer: { ingress: [{ ip: "10.0.0.9" }, { hostname: "x" }] } },
});

const ingressClass = v.parse(ingressClassSchema, {
  metadata: metadata("public", {
    annotations: {
      "oci-native-ingress.oraclecloud.com/id": "ocid1.loadbalancer.oc1.iad.nic",
      "oci-native-ingress.oraclecloud.com/security-attributes": text,
    },
  }),
  spec: { controller: "oci.oraclecloud.com/native-ingress-controller" },
});

const storageClass = (parameters: Record<string, string>, creationTimestamp = "2026-01-01T00:00:00Z") =>
  v.parse(storageClassSchema, {
    metadata: metadata("fss", { creationTimestamp }),
    provisioner: "fss.csi.oraclecloud.com",
    parameters,
  });

const volume = v.parse(persistentVolumeSchema, {
  metadata: metadata("csi-fss-1", { creationTimestamp: "2026-02-01T00:00:00Z" }),
  spec: {
    storageClassName: "fss",
    csi: { driver: "fss.csi.oraclecloud.com", volumeHandle: "ocid1.filesystem.oc1.iad.f:[fd00::1]:/csi-fss-1" },
  },
});

const volumeOn = (host: string, storageClassName = "fss") =>
  v.parse(persistentVolumeSchema, {
    metadata: metadata("static-1", { creationTimestamp: "2026-02-01T00:00:00Z" }),
    spec: {
      storageClassName,
      csi: { driver: "fss.csi.oraclecloud.com", volumeHandle: `ocid1.filesystem.oc1.iad.other:${host}:/data` },
    },
  });

const all = <T>(...items: readonly T[]) => ({ items, problem: null });
const none: KubernetesLists = {
  services: all(),
  ingressClasses: all(),
  storageClasses: all(),
  persistentVolumes: all(),
};
const refused = { items: [], problem: { code: "forbidden", message: "You may not." } };

const subject = (
  kind: ResourceKind,
  owner: SettingOwner,
  {
    displayName = "lb",
    ocid = "ocid1.loadbalancer.oc1.iad.a",
    addresses = [],
    fileSystemIds = [],
  }: Partial<Facts> = {},
): ManifestSubject => ({ resource: { kind, owner, displayName, ocid }, addresses, fileSystemIds });

type Facts = { displayName: string; ocid: string; addresses: readonly string[]; fileSystemIds: readonly string[] };

const byService: SettingOwner = { type: "service-annotation", namespace: null, name: null };
const byClass: SettingOwner = { type: "ingress-class-annotation", name: "public" };
const byStorage: SettingOwner = { type: "storage-class-parameter" };
const byHand: SettingOwner = { type: "resource" };

describe("the manifest of a load balancer", () => {
  const lists = { ...none, services: all(service), ingressClasses: all(ingressClass) };

  it.each([
    ["load-balancer", uid],
    ["load-balancer", `prefix-${uid.toUpperCase()}`],
    ["network-load-balancer", `shop/front/${uid}`],
  ] as const)("is the Service whose UID stands in the name of the %s %s", (kind, displayName) => {
    expect(findDeclared(subject(kind, byService, { displayName }), lists)).toEqual({
      type: "found",
      setting: {
        object: { kind: "Service", namespace: "shop", name: "front" },
        uid,
        text,
        changedAt: "2026-11-20T10:00:00Z",
        outOfReach: null,
      },
    });
  });

  it("is the Service that has its address", () => {
    expect(findDeclared(subject("load-balancer", byHand, { addresses: ["10.0.0.9"] }), lists)).toMatchObject({
      type: "found",
      setting: { object: { name: "front" } },
    });
  });

  it("is not a Service of another type", () => {
    const clusterIp = { ...lists, services: all({ ...service, type: "ClusterIP" }) };
    expect(findDeclared(subject("load-balancer", byService, { displayName: uid }), clusterIp)).toMatchObject({
      type: "none",
    });
  });

  it("is the IngressClass that carries its OCID, whatever its name", () => {
    const found = findDeclared(subject("load-balancer", byClass, { ocid: "ocid1.loadbalancer.oc1.iad.nic" }), lists);
    expect(found).toMatchObject({
      setting: { object: { kind: "IngressClass", namespace: null, name: "public" }, text },
    });
  });

  it("is the IngressClass of its name only while that names no other load balancer", () => {
    expect(findDeclared(subject("load-balancer", byClass), lists)).toMatchObject({ type: "none" });
    const unbound = { ...lists, ingressClasses: all({ ...ingressClass, annotations: [] }) };
    expect(findDeclared(subject("load-balancer", byClass), unbound)).toMatchObject({ setting: { text: null } });
  });

  it("is not known, and not absent, where the list that would hold it could not be read", () => {
    const unread = { ...none, services: refused };
    expect(findDeclared(subject("load-balancer", byService), unread)).toEqual({
      type: "unread",
      problem: refused.problem,
    });
    expect(findDeclared(subject("load-balancer", byClass), unread)).toMatchObject({ type: "none" });
  });

  it("is not looked for where a person made the load balancer", () => {
    expect(findDeclared(subject("load-balancer", byHand), { ...none, services: refused })).toBeNull();
    expect(findDeclared(subject("vcn", byHand), lists)).toBeNull();
  });
});

describe("the manifest of a mount target", () => {
  const declared = { mountTargetSubnetOcid: "ocid1.subnet", securityAttributes: text };
  const lists = { ...none, storageClasses: all(storageClass(declared)), persistentVolumes: all(volume) };
  const facts = { displayName: "mt", fileSystemIds: ["ocid1.filesystem.oc1.iad.f"] };

  it("is the StorageClass of the volume on one of its file systems", () => {
    expect(findDeclared(subject("mount-target", byStorage, facts), lists)).toMatchObject({
      type: "found",
      setting: { object: { kind: "StorageClass", namespace: null, name: "fss" }, text, outOfReach: null },
    });
  });

  it("is the StorageClass of the volume that has its name", () => {
    const named = findDeclared(subject("mount-target", byStorage, { displayName: "csi-fss-1" }), lists);
    expect(named).toMatchObject({ setting: { text } });
  });

  it.each([
    ["10.0.0.7", "10.0.0.7"],
    ["[FD00::7]", "fd00::7"],
    ["Nfs.sub.vcn.oraclevcn.com", "nfs.sub.vcn.oraclevcn.com"],
  ])("is the StorageClass of the volume on its address %s", (host, address) => {
    const onHost = { ...lists, persistentVolumes: all(volumeOn(host)) };
    const found = findDeclared(subject("mount-target", byHand, { addresses: ["10.9.9.9", address] }), onHost);
    expect(found).toMatchObject({ type: "found", setting: { object: { kind: "StorageClass", name: "fss" }, text } });
    expect(findDeclared(subject("mount-target", byHand, { addresses: ["10.9.9.9"] }), onHost)).toBeNull();
  });

  it("is nobody's when somebody made both the mount target and its volume by hand", () => {
    const byHandToo = { ...lists, persistentVolumes: all(volumeOn("10.0.0.7", "")) };
    expect(findDeclared(subject("mount-target", byHand, { addresses: ["10.0.0.7"] }), byHandToo)).toBeNull();
  });

  it("cannot reach it when the class was made after the volume", () => {
    const later = { ...lists, storageClasses: all(storageClass(declared, "2026-03-01T00:00:00Z")) };
    expect(findDeclared(subject("mount-target", byStorage, facts), later)).toMatchObject({
      setting: { outOfReach: "made-before" },
    });
  });

  it("is nobody's when the class only names a mount target that a person made", () => {
    const reused = {
      ...lists,
      storageClasses: all(storageClass({ ...declared, mountTargetOcid: "ocid1.mounttarget" })),
    };
    expect(findDeclared(subject("mount-target", byHand, facts), reused)).toBeNull();
    expect(findDeclared(subject("mount-target", byStorage, facts), reused)).toMatchObject({
      setting: { outOfReach: "existing-mount-target" },
    });
  });

  it("is gone when the class is, and not known when classes or volumes could not be read", () => {
    const mountTarget = subject("mount-target", byStorage, facts);
    expect(findDeclared(mountTarget, { ...lists, storageClasses: all() })).toMatchObject({
      type: "none",
      evidence: "The PersistentVolume csi-fss-1 uses it, and its StorageClass fss is not there any more.",
    });
    expect(findDeclared(mountTarget, { ...lists, storageClasses: refused })).toMatchObject({ type: "unread" });
    expect(findDeclared(mountTarget, { ...lists, persistentVolumes: refused })).toMatchObject({ type: "unread" });
    expect(findDeclared(mountTarget, none)).toMatchObject({ type: "none" });
  });
});
