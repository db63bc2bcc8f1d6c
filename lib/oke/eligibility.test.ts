import { describe, expect, it } from "vitest";
import { clusterEligibility, isLegacyNodePool, kubernetesVersionFrom } from "@/lib/oke/eligibility";
import { clusterFrom, nodePoolFrom } from "@/lib/oke/test-builders";

describe("a Kubernetes version", () => {
  it.each([
    ["v1.31.1", { major: 1, minor: 31, patch: 1 }],
    ["1.32", { major: 1, minor: 32, patch: null }],
    ["v1.33.0-rc.1", { major: 1, minor: 33, patch: 0 }],
    ["V1.32.10", { major: 1, minor: 32, patch: 10 }],
    ["v2.0", { major: 2, minor: 0, patch: null }],
  ])("is read from %s", (text, version) => {
    expect(kubernetesVersionFrom(text)).toEqual(version);
  });

  it.each([null, "", "v1", "latest", "1.x", "1.32.1.4", "999999.1"])("is not read from %j", (text) => {
    expect(kubernetesVersionFrom(text)).toBeNull();
  });
});

describe("a cluster", () => {
  const flannel = { clusterPodNetworkOptions: [{ cniType: "FLANNEL_OVERLAY" }] };
  it.each<[string, Record<string, unknown>, string, string[]]>([
    [
      "is eligible with VCN-native endpoint and pod networking on 1.32",
      { kubernetesVersion: "v1.32.0" },
      "eligible",
      [],
    ],
    ["is eligible on a version without a patch", { kubernetesVersion: "1.32" }, "eligible", []],
    ["is eligible on a later major version", { kubernetesVersion: "v2.0.0" }, "eligible", []],
    [
      "is eligible when it offers both CNI plugins",
      { clusterPodNetworkOptions: [...flannel.clusterPodNetworkOptions, { cniType: "OCI_VCN_IP_NATIVE" }] },
      "eligible",
      [],
    ],
    ["is not on 1.31", { kubernetesVersion: "v1.31.10" }, "not-eligible", ["kubernetes-version"]],
    ["is not with flannel", flannel, "not-eligible", ["flannel"]],
    ["is not when its endpoint is in no VCN", { endpointConfig: null }, "not-eligible", ["not-vcn-native"]],
    [
      "is not for every reason at once",
      { ...flannel, endpointConfig: null, kubernetesVersion: "v1.30.1" },
      "not-eligible",
      ["not-vcn-native", "flannel", "kubernetes-version"],
    ],
    [
      "is not when one thing is against it and another unknown",
      { ...flannel, kubernetesVersion: null },
      "not-eligible",
      ["flannel", "unknown-version"],
    ],
    ["is unknown without a version", { kubernetesVersion: null }, "unknown", ["unknown-version"]],
    ["is unknown without a CNI plugin", { clusterPodNetworkOptions: null }, "unknown", ["unknown-cni"]],
    [
      "is unknown with a CNI plugin that we do not know",
      { clusterPodNetworkOptions: [{ cniType: "CILIUM" }] },
      "unknown",
      ["unknown-cni"],
    ],
  ])("%s", (_, wire, state, codes) => {
    const eligibility = clusterEligibility(clusterFrom("prod", wire));
    expect(eligibility.state).toBe(state);
    expect(eligibility.reasons.map(({ code }) => code)).toEqual(codes);
  });
});

describe("a node pool", () => {
  const options = (more: Record<string, unknown>) => ({
    nodeConfigDetails: { nodePoolPodNetworkOptionDetails: { cniType: "OCI_VCN_IP_NATIVE", ...more } },
  });
  const vnic = { createVnicDetails: { subnetId: "ocid1.subnet.oc1.iad.pods" } };
  it.each([
    [
      "is legacy when it has pod subnets of the older sort and no secondary VNICs",
      options({ podSubnetIds: ["s"] }),
      true,
    ],
    ["is legacy when it has a number of pods and no secondary VNICs", options({ maxPodsPerNode: 31 }), true],
    [
      "is not legacy once it has secondary VNICs",
      { ...options({ podSubnetIds: ["s"] }), secondaryVnics: [vnic] },
      false,
    ],
    ["is not legacy without any pod networking settings", {}, false],
    ["is not legacy with flannel", options({ cniType: "FLANNEL_OVERLAY" }), false],
  ])("%s", (_, wire, isLegacy) => {
    expect(isLegacyNodePool(nodePoolFrom("pool", null, wire))).toBe(isLegacy);
  });
});
