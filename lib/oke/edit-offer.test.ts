import { describe, expect, it } from "vitest";
import { type EditFacts, editOffersOf } from "@/lib/oke/edit-offer";
import { clusterEligibility } from "@/lib/oke/eligibility";
import { clusterFrom } from "@/lib/oke/test-builders";
import { securityAttributesFromWire } from "@/lib/zpr/security-attributes";

const eligibilityWith = (wire: Record<string, unknown>) => clusterEligibility(clusterFrom("prod", wire));
const flannel = eligibilityWith({ clusterPodNetworkOptions: [{ cniType: "FLANNEL_OVERLAY" }] });

const facts = (more: Partial<EditFacts> = {}): EditFacts => ({
  kind: "cluster-endpoint",
  lifecycleState: "ACTIVE",
  owner: { type: "oke-api" },
  eligibility: eligibilityWith({}),
  securityAttributes: [],
  ...more,
});

const primary = { kind: "node-pool-primary-vnic" } as const;
const secondary = (isLegacy: boolean, secondaryVnicCount: number) =>
  ({ kind: "node-pool-secondary-vnics", pool: { isLegacy, secondaryVnicCount } }) as const;
const balancer = (owner: EditFacts["owner"]) => ({ kind: "load-balancer", owner, eligibility: null }) as const;

/** The code of a refusal, or `yes`. */
const answers = (more: Partial<EditFacts>) => {
  const { add, remove } = editOffersOf(facts(more));
  return [add, remove].map((offer) => (offer.offered ? "yes" : offer.code));
};

describe("an edit is offered", () => {
  it.each<[string, Partial<EditFacts>]>([
    ["on the endpoint of an eligible cluster", {}],
    [
      "when nobody could tell whether the cluster is eligible: OKE decides",
      { eligibility: eligibilityWith({ kubernetesVersion: null }) },
    ],
    ["on a pool whose cluster was not read", { ...primary, eligibility: null }],
    ["on a pool that needs attention", { ...primary, lifecycleState: "NEEDS_ATTENTION" }],
    ["on secondary VNICs", secondary(false, 2)],
    ["on a load balancer made by hand", balancer({ type: "resource" })],
  ])("%s", (_, more) => {
    expect(answers(more)).toEqual(["yes", "yes"]);
  });
});

describe("only removing is offered", () => {
  it.each<[string, Partial<EditFacts>, string]>([
    ["on an endpoint with flannel", { eligibility: flannel }, "flannel"],
    [
      "on a pool below Kubernetes 1.32",
      { ...primary, eligibility: eligibilityWith({ kubernetesVersion: "v1.31.1" }) },
      "kubernetes-version",
    ],
    [
      "on a pool of a cluster that is not VCN-native",
      { ...primary, eligibility: eligibilityWith({ endpointConfig: null }) },
      "not-vcn-native",
    ],
    ["on secondary VNICs with flannel", { ...secondary(false, 1), eligibility: flannel }, "flannel"],
    [
      "where an entry cannot be read",
      { securityAttributes: securityAttributesFromWire({ a: { b: 1 } }) },
      "unreadable",
    ],
  ])("%s", (_, more, code) => {
    expect(answers(more)).toEqual([code, "yes"]);
  });

  it("with every reason in one sentence after the other", () => {
    const wire = { kubernetesVersion: "v1.31.1", clusterPodNetworkOptions: [{ cniType: "FLANNEL_OVERLAY" }] };
    const { add } = editOffersOf(facts({ eligibility: eligibilityWith(wire) }));
    expect(add).toMatchObject({ reason: expect.stringMatching(/flannel.*1\.31/) });
  });
});

describe("no edit is offered", () => {
  it.each<[string, Partial<EditFacts>, string]>([
    ["on an endpoint that is in no VCN", { eligibility: eligibilityWith({ endpointConfig: null }) }, "not-vcn-native"],
    ["on the pod side of a legacy pool", secondary(true, 0), "legacy-pool"],
    ["on the pod side of a pool without secondary VNICs", secondary(false, 0), "legacy-pool"],
    [
      "on the pod side of a pool without secondary VNICs because of flannel",
      { ...secondary(false, 0), eligibility: flannel },
      "flannel",
    ],
    [
      "on the load balancer of a Service",
      balancer({ type: "service-annotation", namespace: "a", name: "b" }),
      "owned-by-manifest",
    ],
    [
      "on the load balancer of an IngressClass",
      balancer({ type: "ingress-class-annotation", name: null }),
      "owned-by-manifest",
    ],
    ["on a VCN", { kind: "vcn", owner: { type: "resource" }, lifecycleState: "AVAILABLE", eligibility: null }, "vcn"],
    ["while the cluster is updating", { lifecycleState: "UPDATING" }, "lifecycle-state"],
    ["in a state that we do not know", { lifecycleState: "UNKNOWN_VALUE" }, "lifecycle-state"],
    [
      "on a load balancer that failed",
      { ...balancer({ type: "resource" }), lifecycleState: "FAILED" },
      "lifecycle-state",
    ],
    [
      "on an endpoint that needs attention, which only pools can be changed in",
      { lifecycleState: "NEEDS_ATTENTION" },
      "lifecycle-state",
    ],
  ])("%s", (_, more, code) => {
    expect(answers(more)).toEqual([code, code]);
  });
});
