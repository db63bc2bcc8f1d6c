import { describe, expect, it } from "vitest";
import { findServiceCommand, manifestFor, type StorageClassSource, storedAsManifest } from "@/lib/oke/manifest";
import type { ProtectedResource, SettingOwner } from "@/lib/oke/protected-resource";
import { attributesOf } from "@/lib/oke/test-builders";
import { securityAttributesFromWire } from "@/lib/zpr/security-attributes";

const resourceOf = (owner: SettingOwner): ProtectedResource => ({
  id: "ocid1.loadbalancer.oc1.iad.a",
  ocid: "ocid1.loadbalancer.oc1.iad.a",
  kind: "load-balancer",
  displayName: "3f2b8c1e-0d4a-4e6b-9a51-7c2d9e8f0a11",
  region: "us-ashburn-1",
  compartmentId: "ocid1.compartment.oc1..a",
  vcnId: null,
  lifecycleState: "ACTIVE",
  cluster: { type: "unmatched", evidence: "." },
  owner,
  securityAttributes: [],
  differingVnics: null,
  edit: { add: { offered: true }, remove: { offered: true } },
});

const snippet = (owner: SettingOwner, map: unknown = attributesOf({ "fin.tier": "web" })) => {
  const manifest = manifestFor(resourceOf(owner), securityAttributesFromWire(map));
  if (manifest === null) throw new Error("no manifest");
  return manifest;
};

const service = { type: "service-annotation", namespace: "shop", name: "front-end" } as const;

describe("the manifest of a Service", () => {
  it("is the annotation with the set as JSON, ready to paste", () => {
    expect(snippet(service).yaml).toBe(
      [
        "apiVersion: v1",
        "kind: Service",
        "metadata:",
        "  name: front-end",
        "  namespace: shop",
        "  annotations:",
        `    oci.oraclecloud.com/security-attributes: '{"fin":{"tier":{"value":"web","mode":"enforce"}}}'`,
        "",
      ].join("\n"),
    );
  });

  it("is one kubectl command too", () => {
    expect(snippet(service).command).toBe(
      `kubectl annotate service 'front-end' --namespace 'shop' --overwrite 'oci.oraclecloud.com/security-attributes={"fin":{"tier":{"value":"web","mode":"enforce"}}}'`,
    );
  });

  it("quotes a hostile value for YAML and for the shell", () => {
    const { yaml, command } = snippet(service, attributesOf({ "fin.tier": "it's\n$(id)\u202E" }));
    expect(yaml).toContain(String.raw`'{"fin":{"tier":{"value":"it''s\n$(id)\u202e","mode":"enforce"}}}'`);
    expect(command).toContain(String.raw`{"value":"it'\''s\n$(id)\u202e","mode":"enforce"}`);
  });

  it("has places to fill in and no command when OCI does not tell the name, and says where the UID is", () => {
    const { yaml, command, note } = snippet({ type: "service-annotation", namespace: null, name: null });
    expect(yaml).toContain("name: SERVICE_NAME\n  namespace: SERVICE_NAMESPACE");
    expect(command).toBeNull();
    expect(note).toContain("3f2b8c1e-0d4a-4e6b-9a51-7c2d9e8f0a11");
  });

  it("holds value and mode alone, and says when an entry had to be left out", () => {
    const { yaml, note } = snippet(service, {
      fin: { tier: { value: "a", mode: "enforce", usagetype: "zpr" }, odd: 5 },
    });
    expect(yaml).toContain(`'{"fin":{"tier":{"value":"a","mode":"enforce"}}}'`);
    expect(note).toContain("left out");
  });

  it("is a form to fill in, without a command, while the resource carries nothing", () => {
    const { yaml, command, note } = snippet(service, {});
    expect(yaml).toContain(`'{"NAMESPACE":{"KEY":{"value":"VALUE","mode":"enforce"}}}'`);
    expect(command).toBeNull();
    expect(note).toContain("Put in the namespace, key and value");
  });

  it("does not promise what is not documented", () => {
    expect(snippet(service).note).toContain("is not documented");
  });
});

describe("what OCI stores, where the manifest was not read", () => {
  it("is called that, and has no command that would write over what is declared", () => {
    const set = securityAttributesFromWire(attributesOf({ "fin.tier": "web" }));
    for (const owner of [service, { type: "ingress-class-annotation", name: "public" }] as const) {
      const stored = storedAsManifest(resourceOf(owner), set);
      expect(stored).toMatchObject({ title: "What OCI stores, as an annotation", command: null });
      expect(stored?.yaml).toBe(manifestFor(resourceOf(owner), set)?.yaml);
      expect(stored?.note).toContain("compare before you use it");
    }
  });
});

describe("the manifest of an IngressClass", () => {
  it("is the controller's annotation, without a namespace", () => {
    const { yaml, command } = snippet({ type: "ingress-class-annotation", name: "public" });
    expect(yaml).toContain(
      "kind: IngressClass\nmetadata:\n  name: public\n  annotations:\n    oci-native-ingress.oraclecloud.com/security-attributes: '{",
    );
    expect(command).toMatch(/^kubectl annotate ingressclass 'public' --overwrite 'oci-native-ingress/);
  });

  it("has no command when OCI does not tell the name", () => {
    expect(snippet({ type: "ingress-class-annotation", name: null }).command).toBeNull();
  });
});

describe("the manifest of a StorageClass", () => {
  it("is a parameter of a new one, and says that this mount target keeps what it has", () => {
    const { yaml, command, note } = snippet({ type: "storage-class-parameter" });
    expect(yaml).toContain("provisioner: fss.csi.oraclecloud.com");
    expect(yaml).toContain(`  securityAttributes: '{"fin":{"tier":{"value":"web","mode":"enforce"}}}'`);
    expect(command).toBeNull();
    expect(note).toContain("this mount target keeps what it has");
  });
});

describe("the manifest of a StorageClass in the place of one that was read", () => {
  const set = securityAttributesFromWire(attributesOf({ "fin.tier": "web" }));
  const written = (source: StorageClassSource) =>
    manifestFor(resourceOf({ type: "storage-class-parameter" }), set, source)?.yaml.split("\n") ?? [];
  const mountTarget = { availabilityDomain: "xVzR:US-ASHBURN-AD-1", subnetId: "ocid1.subnet.oc1.iad.a" };

  it("keeps all its parameters but the security attributes, and its settings, under a name of its own", () => {
    const parameters = [
      { key: "availabilityDomain", value: "xVzR:US-ASHBURN-AD-2" },
      { key: "securityAttributes", value: "{}" },
      { key: "encryptInTransit", value: "true" },
    ];
    const settings = {
      reclaimPolicy: "Retain",
      volumeBindingMode: null,
      allowVolumeExpansion: true,
      mountOptions: ["nosuid", "rsize=1048576"],
    };
    expect(written({ ...mountTarget, storageClass: { name: "fss", parameters, ...settings } }).slice(2)).toEqual([
      "metadata:",
      "  name: fss-new",
      "provisioner: fss.csi.oraclecloud.com",
      "parameters:",
      '  availabilityDomain: "xVzR:US-ASHBURN-AD-2"',
      '  encryptInTransit: "true"',
      `  securityAttributes: '{"fin":{"tier":{"value":"web","mode":"enforce"}}}'`,
      "reclaimPolicy: Retain",
      "allowVolumeExpansion: true",
      "mountOptions:",
      "  - nosuid",
      '  - "rsize=1048576"',
      "",
    ]);
  });

  it("is filled in from the mount target where the class was not read, with places for what is not known", () => {
    const yaml = written({ ...mountTarget, subnetId: null, storageClass: null });
    expect(yaml).toContain('  availabilityDomain: "xVzR:US-ASHBURN-AD-1"');
    expect(yaml).toContain("  mountTargetSubnetOcid: SUBNET_OCID");
    expect(yaml).toContain("  name: NEW_STORAGE_CLASS_NAME");
  });
});

describe("the command that finds a Service", () => {
  const displayName = "3F2b8c1e-0d4a-4e6b-9a51-7c2d9e8f0a11";

  it("looks for the UID at the end of the load balancer's name, in all namespaces", () => {
    for (const name of [displayName, `shop/front-end/${displayName}`]) {
      expect(findServiceCommand({ owner: service, displayName: name })).toBe(
        "kubectl get services --all-namespaces --output custom-columns=UID:.metadata.uid,NAMESPACE:.metadata.namespace,NAME:.metadata.name | grep '3f2b8c1e-0d4a-4e6b-9a51-7c2d9e8f0a11'",
      );
    }
  });

  it("is not there where the name has no UID, or no Service owns the setting", () => {
    expect(findServiceCommand({ owner: service, displayName: "front-end" })).toBeNull();
    expect(findServiceCommand({ owner: { type: "resource" }, displayName })).toBeNull();
  });
});

describe("a resource whose setting is its own", () => {
  it.each([{ type: "oke-api" }, { type: "resource" }] as const)("has no manifest ($type)", (owner) => {
    expect(manifestFor(resourceOf(owner))).toBeNull();
  });
});
