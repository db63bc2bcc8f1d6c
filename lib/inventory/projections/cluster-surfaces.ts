import type { Inventory } from "@/lib/inventory/inventory";
import { indexOf } from "@/lib/inventory/projections/inventory-index";
import { attributesOf } from "@/lib/oke/carried-attributes";
import type { ProtectedResource } from "@/lib/oke/protected-resource";
import type {
  BalancerSurface,
  ClusterSurface,
  ClusterSurfaces,
  OutlyingSurface,
} from "@/lib/oke/required-statements/statement-need";

type Cluster = Inventory["clusters"][number];

const blockMaps = new WeakMap<Inventory, ReadonlyMap<string, string>>();

/** The CIDR block of each subnet that was read. */
function blocksOf(inventory: Inventory): ReadonlyMap<string, string> {
  const known = blockMaps.get(inventory);
  if (known) return known;
  const blocks = new Map(
    inventory.subnets.flatMap(({ id, cidrBlock }) => (cidrBlock === null ? [] : [[id, cidrBlock] as const])),
  );
  blockMaps.set(inventory, blocks);
  return blocks;
}

function surfaceOf(
  inventory: Inventory,
  resource: ProtectedResource,
  subnetIds: readonly (string | null)[],
): ClusterSurface {
  const known = [...new Set(subnetIds)].map((id) => blocksOf(inventory).get(id ?? "") ?? null);
  return {
    resourceId: resource.id,
    name: resource.displayName,
    attributes: attributesOf(resource).filter(({ unreadable }) => unreadable === null),
    // Some of its blocks would be mistaken for all of them.
    blocks: known.includes(null) ? [] : known.filter((block) => block !== null),
  };
}

function poolSurface(inventory: Inventory, resource: ProtectedResource): ClusterSurface {
  const pool = indexOf(inventory).nodePools.get(resource.ocid);
  const options = pool?.nodeConfigDetails?.nodePoolPodNetworkOptionDetails;
  const subnetIds =
    resource.kind === "node-pool-primary-vnic"
      ? pool?.nodeConfigDetails?.placementConfigs.map(({ subnetId }) => subnetId)
      : [
          ...(pool?.secondaryVnics.map((vnic) => vnic.createVnicDetails.subnetId) ?? []),
          ...(options?.podSubnetIds ?? []),
        ];
  return surfaceOf(inventory, resource, subnetIds ?? []);
}

/** What the VCN of a part carries that does not stand in the cluster's own. */
function otherVcnOf(inventory: Inventory, { vcnId }: ProtectedResource, cluster: Cluster): OutlyingSurface["otherVcn"] {
  if (vcnId === null || vcnId === cluster.vcnId) return undefined;
  return { attributes: indexOf(inventory).resources.get(vcnId)?.securityAttributes ?? null };
}

function mountTargetSurface(inventory: Inventory, resource: ProtectedResource, cluster: Cluster): OutlyingSurface {
  const target = inventory.mountTargets.find(({ id }) => id === resource.ocid);
  return {
    ...surfaceOf(inventory, resource, [target?.subnetId ?? null]),
    otherVcn: otherVcnOf(inventory, resource, cluster),
  };
}

function balancerSurface(inventory: Inventory, resource: ProtectedResource, cluster: Cluster): BalancerSurface {
  const isHere = ({ id }: { readonly id: string }) => id === resource.ocid;
  const balancer = inventory.loadBalancers.find(isHere);
  const network = inventory.networkLoadBalancers.find(isHere);
  const subnetIds = balancer?.subnetIds ?? [network?.subnetId ?? null];
  const listeners = (balancer ?? network)?.listeners ?? [];
  const ports = listeners.flatMap(({ value: { port } }) => port ?? []);
  return {
    ...surfaceOf(inventory, resource, subnetIds),
    otherVcn: otherVcnOf(inventory, resource, cluster),
    ports: listeners.length === ports.length ? [...new Set(ports)].toSorted((a, b) => a - b) : [],
  };
}

/** What of a cluster needs statements. */
export function clusterSurfaces(inventory: Inventory, cluster: Cluster): ClusterSurfaces {
  // What may only possibly be of this cluster does not decide about it.
  const all = (indexOf(inventory).resourcesOfCluster.get(cluster.id) ?? []).filter(
    ({ cluster: match }) => match.type !== "matched" || match.confidence !== "possible",
  );
  const ofKind = (...kinds: readonly ProtectedResource["kind"][]) => all.filter(({ kind }) => kinds.includes(kind));
  const [endpoint] = ofKind("cluster-endpoint");
  return {
    endpoint:
      endpoint === undefined || cluster.endpointConfig === null
        ? null
        : surfaceOf(inventory, endpoint, [cluster.endpointConfig.subnetId]),
    nodes: ofKind("node-pool-primary-vnic").map((each) => poolSurface(inventory, each)),
    pods: ofKind("node-pool-secondary-vnics").map((each) => poolSurface(inventory, each)),
    balancers: ofKind("load-balancer", "network-load-balancer").map((each) =>
      balancerSurface(inventory, each, cluster),
    ),
    mountTargets: ofKind("mount-target").map((each) => mountTargetSurface(inventory, each, cluster)),
  };
}
