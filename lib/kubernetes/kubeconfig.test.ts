import { describe, expect, it } from "vitest";
import { newLoopbackCertificates } from "@/emulator/kubernetes/certificates";
import { kubeconfigFrom } from "@/lib/kubernetes/kubeconfig";
import { kubeconfigOf } from "@/lib/kubernetes/testing/kubernetes-server";

const { certificateAuthority } = newLoopbackCertificates(Date.now());
const oci = { isEmulated: false };

describe("a kubeconfig", () => {
  it("tells the server and its authority", () => {
    expect(kubeconfigFrom(kubeconfigOf("https://10.0.0.2:6443", certificateAuthority), oci)).toEqual({
      server: "https://10.0.0.2:6443",
      certificateAuthority,
    });
  });

  it.each(["http://10.0.0.2:6443", "https://user@10.0.0.2", "https://10.0.0.2/?a=b", "10.0.0.2:6443", "''"])(
    "that names the server %s is refused",
    (server) => {
      expect(() => kubeconfigFrom(kubeconfigOf(server, certificateAuthority), oci)).toThrow("names no HTTPS server");
    },
  );

  it.each(["", "clusters: []", "clusters: [{cluster: {server: 5}}]", "a: &a [*a]", "[", "- {", "null"])(
    "is not %j",
    (text) => {
      expect(() => kubeconfigFrom(text, oci)).toThrow(/is not (YAML|a kubeconfig)/);
    },
  );

  it("without a certificate that can be read is refused", () => {
    expect(() => kubeconfigFrom(kubeconfigOf("https://10.0.0.2:6443", "emulated"), oci)).toThrow("no certificate");
  });

  it.each(["https://10.0.0.2:6443", "https://localhost:1", "https://127.0.0.1.example:1", "https://127.0.0.2:1"])(
    "of an emulated tenancy may not name %s",
    (server) => {
      const text = kubeconfigOf(server, certificateAuthority);
      expect(() => kubeconfigFrom(text, { isEmulated: true })).toThrow("only clusters on this machine");
    },
  );

  it("of an emulated tenancy may name loopback", () => {
    const text = kubeconfigOf("https://[::1]:4010/a/b/", certificateAuthority);
    expect(kubeconfigFrom(text, { isEmulated: true }).server).toBe("https://[::1]:4010/a/b");
  });
});
