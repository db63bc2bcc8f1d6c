import type { Inventory } from "@/lib/inventory/inventory";
import type { UnpooledNode, UnpooledReading } from "@/lib/inventory/nodes/nodes-reading";
import { indexOf } from "@/lib/inventory/projections/inventory-index";
import { type MapResource, mapResourceLabels } from "@/lib/oke/map/map-resource";
import { assessSecurityAttributes } from "@/lib/zpr/attribute-verdict";
import { type CompiledWorld, compileWorld } from "@/lib/zpr/reach/compile-world";
import { type EndpointAddresses, reachAttributesFrom, type ReachEndpoint } from "@/lib/zpr/reach/reach-world";
import { attributesOfVnics } from "@/lib/zpr/reach/vnic-attributes";
import { isSameSecurityAttributes } from "@/lib/zpr/security-attributes";

/** What a map is a map of: the world of the inventory, and in it the nodes that no pool makes, as far as they were read. */
export type MapWorld = {
  readonly compiled: CompiledWorld;
  readonly unpooled: readonly MapResource[];
  /** How many clusters' nodes were read, of how many. */
  readonly nodesRead: { readonly read: number; readonly total: number };
};

type Node = { readonly resource: MapResource; readonly endpoint: ReachEndpoint };
type Subnets = ReadonlyMap<string, Inventory["subnets"][number]>;

function nodeFrom(
  catalog: Inventory["catalog"],
  subnets: Subnets,
  { id: clusterId, region, compartmentId }: Inventory["clusters"][number],
  { kind, instanceId, instance, node, vnics }: UnpooledNode,
): Node {
  const own = (vnics ?? []).flatMap(({ subnetId, vnic }) => subnets.get(vnic?.subnetId ?? subnetId ?? "") ?? []);
  const blocks = [...new Set(own.flatMap(({ cidrBlock }) => cidrBlock ?? []))];
  const addresses: EndpointAddresses = blocks.length === 0 ? { kind: "unknown" } : { kind: "within", blocks };
  // What was set through the instance holds for all of its VNICs, which then have none of their own.
  const ofInstance = assessSecurityAttributes(instance?.securityAttributes ?? [], catalog);
  const sets = (vnics ?? []).flatMap(({ vnicId, vnic }) =>
    vnic === null
      ? []
      : [
          {
            displayName: vnic.displayName ?? vnicId,
            securityAttributes: [...ofInstance, ...assessSecurityAttributes(vnic.securityAttributes, catalog)],
          },
        ],
  );
  const shown = sets[0]?.securityAttributes ?? ofInstance;
  const areAlike = sets.every(({ securityAttributes }) => isSameSecurityAttributes(securityAttributes, shown));
  const isRead = vnics !== null && instance !== null && vnics.length > 0 && vnics.every(({ vnic }) => vnic !== null);
  const name = instance?.displayName ?? node?.name ?? instanceId;
  const vcnId = own[0]?.vcnId ?? null;
  return {
    resource: {
      id: instanceId,
      ocid: instanceId,
      kind,
      displayName: name,
      region,
      compartmentId: instance?.compartmentId ?? compartmentId,
      vcnId,
      cluster: { type: "part-of", clusterId },
      securityAttributes: shown,
      differingVnics: areAlike ? null : sets,
    },
    endpoint: {
      id: instanceId,
      name,
      kind: mapResourceLabels[kind].label,
      vcnId,
      attributes: isRead
        ? attributesOfVnics(sets.map(({ securityAttributes }) => reachAttributesFrom(securityAttributes)))
        : null,
      addresses,
    },
  };
}

type Made = { readonly readings: readonly (UnpooledReading | null)[]; readonly world: MapWorld };
const made = new WeakMap<CompiledWorld, Made>();

/** Worked out once for a world and what has been read of its clusters' nodes. Reads nothing itself. */
export function mapWorldOf(
  inventory: Inventory,
  compiled: CompiledWorld,
  readingOf: (clusterId: string) => UnpooledReading | null,
): MapWorld {
  const readings = inventory.clusters.map(({ id }) => readingOf(id));
  const known = made.get(compiled);
  if (known !== undefined && readings.every((reading, index) => reading === known.readings[index])) return known.world;
  const resources = indexOf(inventory).resources;
  const subnets = new Map(inventory.subnets.map((subnet) => [subnet.id, subnet]));
  const nodes = inventory.clusters
    .flatMap((cluster, index) =>
      (readings[index]?.nodes ?? []).map((node) => nodeFrom(inventory.catalog, subnets, cluster, node)),
    )
    .filter(({ resource }) => !resources.has(resource.id));
  const { world } = compiled;
  const endpoints = [...world.endpoints, ...nodes.map(({ endpoint }) => endpoint)];
  const result: MapWorld = {
    compiled: nodes.length === 0 ? compiled : compileWorld({ ...world, endpoints }, compiled),
    unpooled: nodes.map(({ resource }) => resource),
    nodesRead: { read: readings.filter((reading) => reading !== null).length, total: inventory.clusters.length },
  };
  made.set(compiled, { readings, world: result });
  return result;
}
