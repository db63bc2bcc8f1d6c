import type * as containerengine from "oci-containerengine";
import { addInstance } from "@/emulator/seeds/builders/instance";
import { takeAddress } from "@/emulator/seeds/builders/network";
import type { NodeFacts, NodePoolFacts } from "@/emulator/seeds/builders/node-pool-facts";
import { ocidTail } from "@/emulator/seeds/builders/ocid";
import { availabilityDomainOf, regionalOcid, type RegionDraft } from "@/emulator/seeds/builders/region-draft";
import { managedNodeOf } from "@/emulator/seeds/builders/tags";
import { addUnfinishedAttachment, addVnic, type VnicFacts } from "@/emulator/seeds/builders/vnic";
import type { Wire } from "@/emulator/wire";

/** A node as other builders need it. */
export type MadeNode = {
  readonly wire: Wire<containerengine.models.Node>;
  readonly instanceId: string;
  readonly privateIp: string;
  readonly podIps: readonly string[];
};

type Place = {
  readonly pool: NodePoolFacts & { readonly id: string; readonly compartmentId: string };
  readonly index: number;
  readonly node: NodeFacts;
};

const kubernetesVersionOf = ({ pool, node }: Place): string =>
  node.kubernetesVersion ?? pool.kubernetesVersion ?? pool.cluster.kubernetesVersion ?? "v1.33.1";

const addInstanceOf = (region: RegionDraft, place: Place, name: string) => {
  const { pool, index, node } = place;
  return addInstance(region, {
    displayName: name,
    compartmentId: pool.compartmentId,
    availabilityDomain: availabilityDomainOf(region, index),
    faultDomain: `FAULT-DOMAIN-${(index % 3) + 1}`,
    shape: pool.shape ?? "VM.Standard.E5.Flex",
    imageName: `Oracle-Linux-8.10-2026.04.30-0-OKE-${kubernetesVersionOf(place).slice(1)}-1210`,
    createdBy: pool.id,
    systemTags: managedNodeOf(pool.cluster.id, pool.id),
    metadata: {
      "oke-cluster-display-name": pool.cluster.name,
      "oke-cluster-id": pool.cluster.id,
      "oke-k8version": kubernetesVersionOf(place),
      "oke-pool-id": pool.id,
      "oke-slot": String(index),
    },
    ...(node.lifecycleState === "CREATING" && { lifecycleState: "PROVISIONING" }),
    ...(node.launchedAt !== undefined && { timeCreated: node.launchedAt }),
    ...(node.securityAttributesState !== undefined && { securityAttributesState: node.securityAttributesState }),
  });
};

const podVnicsOf = ({ pool, node }: Place): Pick<VnicFacts, "name" | "subnet" | "securityAttributes">[] => {
  if (node.hasNoSecondaryVnics === true) return [];
  switch (pool.pods.kind) {
    case "flannel":
      return [];
    case "legacy":
      return pool.pods.podSubnets.map((subnet, index) => ({ name: `pods-${index + 1}`, subnet }));
    case "secondary-vnics":
      return pool.pods.vnics.map((vnic) => ({
        name: vnic.displayName,
        subnet: vnic.subnet,
        securityAttributes: node.secondary ?? vnic.securityAttributes ?? {},
      }));
  }
};

type AttachedTo = { readonly instance: VnicFacts["instance"]; readonly name: string };

const addVnicsOf = (region: RegionDraft, place: Place, { instance, name }: AttachedTo) => {
  const { pool, node } = place;
  const primary = addVnic(region, {
    name,
    instance,
    subnet: pool.subnet,
    isPrimary: true,
    securityAttributes: node.primary ?? pool.primary ?? {},
    nsgIds: [regionalOcid(region, "networksecuritygroup", `${pool.cluster.name}-workers`)],
  });
  const pods = podVnicsOf(place).map((vnic) =>
    addVnic(region, { ...vnic, instance, isPrimary: false, podCount: node.podCount ?? 2 }),
  );
  if (node.extraVnic !== undefined) addVnic(region, { ...node.extraVnic, instance, isPrimary: false });
  return { privateIp: primary.privateIp, podIps: pods.flatMap((vnic) => vnic.podIps) };
};

/** A managed node: its line in the node pool, and, when it lives, its instance, VNICs and addresses. */
export function addNode(region: RegionDraft, place: Place): MadeNode {
  const { pool, index, node } = place;
  const name = `oke-${ocidTail(pool.cluster.id)}-${ocidTail(pool.id)}-s${pool.subnet.id.slice(-10)}-${index}`;
  const state = node.lifecycleState ?? "ACTIVE";
  const wire = {
    id: regionalOcid(region, "instance", `${pool.id}/${name}`),
    name,
    kubernetesVersion: kubernetesVersionOf(place),
    availabilityDomain: availabilityDomainOf(region, index),
    subnetId: pool.subnet.id,
    nodePoolId: pool.id,
    faultDomain: `FAULT-DOMAIN-${(index % 3) + 1}`,
    publicIp: null,
    nodeError: node.error === undefined ? null : { code: "InternalError", message: node.error, status: "500" },
    freeformTags: null,
    definedTags: null,
    systemTags: null,
    lifecycleState: state,
    lifecycleDetails: null,
  } as const;
  // A deleted node stays in its pool's list for a while, with its old address and without an instance.
  if (state === "DELETED") {
    const privateIp = takeAddress(region, pool.subnet);
    return { wire: { ...wire, privateIp }, instanceId: wire.id, privateIp, podIps: [] };
  }
  const instance = addInstanceOf(region, place, name);
  if (state === "CREATING") {
    addUnfinishedAttachment(region, { name, instance, subnet: pool.subnet });
    return { wire: { ...wire, privateIp: null }, instanceId: instance.id, privateIp: "", podIps: [] };
  }
  const addresses = addVnicsOf(region, place, { instance, name });
  return { wire: { ...wire, privateIp: addresses.privateIp }, instanceId: instance.id, ...addresses };
}
