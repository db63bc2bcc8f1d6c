import type { Cluster } from "@/emulator/seeds/builders/cluster";
import { addInstance } from "@/emulator/seeds/builders/instance";
import type { Subnet } from "@/emulator/seeds/builders/network";
import { availabilityDomainOf, type RegionDraft } from "@/emulator/seeds/builders/region-draft";
import type { SecurityAttributeMap } from "@/emulator/seeds/builders/security-attributes";
import { madeByCluster } from "@/emulator/seeds/builders/tags";
import { addVnic } from "@/emulator/seeds/builders/vnic";

type SelfManagedNodeFacts = {
  readonly name: string;
  readonly cluster: Cluster;
  readonly compartmentId: string;
  readonly shape: string;
  readonly subnet: Subnet;
  readonly podSubnet: Subnet;
  /** Karpenter's, with which it knows its own. */
  readonly freeformTags?: { readonly [key: string]: string };
  /** False: its instance carries no tag that names the cluster. */
  readonly isTagged?: boolean;
  /** On the secondary VNIC, given when the instance was created. */
  readonly pods?: SecurityAttributeMap;
  /** On the instance itself; then the VNICs have none. */
  readonly instance?: SecurityAttributeMap;
};

/** A node that the customer runs: an instance without a node pool's system tag, mostly with its cluster's. */
export function addSelfManagedNode(region: RegionDraft, facts: SelfManagedNodeFacts): string {
  const instance = addInstance(region, {
    displayName: facts.name,
    compartmentId: facts.compartmentId,
    availabilityDomain: availabilityDomainOf(region, 0),
    faultDomain: "FAULT-DOMAIN-2",
    shape: facts.shape,
    imageName: "Oracle-Linux-8.10-Gen2-GPU-2026.04.30-0-OKE",
    createdBy: `default/ml@${region.tenancyName}.example`,
    systemTags: facts.isTagged === false ? {} : madeByCluster(facts.cluster.id),
    metadata: { "oke-cluster-id": facts.cluster.id },
    ...(facts.freeformTags !== undefined && { freeformTags: facts.freeformTags }),
    ...(facts.instance !== undefined && { securityAttributes: facts.instance }),
  });
  addVnic(region, { name: facts.name, instance, subnet: facts.subnet, isPrimary: true });
  addVnic(region, {
    name: "pods",
    instance,
    subnet: facts.podSubnet,
    isPrimary: false,
    podCount: 2,
    ...(facts.pods !== undefined && { securityAttributes: facts.pods }),
  });
  return instance.id;
}
