import type { Found, Target } from "@/lib/contract/found";
import type { CoverageEntry, Inventory } from "@/lib/inventory/inventory";
import { indexOf } from "@/lib/inventory/projections/inventory-index";
import { ocidParts, type OcidParts } from "@/lib/oke/ocid";
import type { Reading } from "@/lib/oke/readiness/reading";
import type { ZprPolicy } from "@/lib/zpr/zpr-policy";

/** What is known beside the inventory. */
export type Beside = {
  readonly policies: Reading<readonly ZprPolicy[]>;
  /** The instances of a node pool, and those of a cluster's nodes that stand in none, as far as they were read. */
  readonly nodesOfPool: (nodePoolId: string) => readonly (string | null)[];
  readonly unpooledNodes: (clusterId: string) => readonly string[];
};

/** What the console has a page for, by the type in the OCID, and the lists in which it would stand. */
const listedBy: Readonly<Record<string, readonly string[]>> = {
  tenancy: ["getTenancy"],
  compartment: ["listCompartments"],
  cluster: ["listClusters"],
  nodepool: ["listNodePools"],
  virtualnodepool: ["listVirtualNodePools"],
  loadbalancer: ["listLoadBalancers"],
  networkloadbalancer: ["listNetworkLoadBalancers"],
  mounttarget: ["listMountTargets", "listAvailabilityDomains"],
  vcn: ["listVcns"],
  securityattributenamespace: ["listSecurityAttributeNamespaces"],
  securityattribute: ["listSecurityAttributeNamespaces", "listSecurityAttributes"],
  zprpolicy: [],
  instance: [],
};

const mostScopes = 5;

function catalogTarget({ catalog }: Inventory, ocid: string): Target | null {
  for (const { id, name, definitions } of catalog.namespaces) {
    if (id === ocid) return { type: "security-attribute-namespace", namespace: name };
    const definition = definitions.find((each) => each.id === ocid);
    if (definition) return { type: "security-attribute", namespace: name, key: definition.name };
  }
  return null;
}

function nodeTarget(inventory: Inventory, ocid: string, { nodesOfPool, unpooledNodes }: Beside): Target | null {
  const pool = inventory.nodePools.find(
    ({ id, nodes }) => nodes?.some((node) => node.id === ocid) === true || nodesOfPool(id).includes(ocid),
  );
  if (pool) return { type: "node-pool", id: pool.id, tab: "nodes" };
  const cluster = inventory.clusters.find(({ id }) => unpooledNodes(id).includes(ocid));
  return cluster ? { type: "cluster", id: cluster.id, tab: "node-pools" } : null;
}

function targetOf(inventory: Inventory, ocid: string, beside: Beside): Target | null {
  const { policies } = beside;
  const { clusters, nodePools, resources } = indexOf(inventory);
  if (ocid === inventory.tenancy.id) return { type: "tenancy" };
  if (clusters.has(ocid)) return { type: "cluster", id: ocid, tab: "security" };
  if (nodePools.has(ocid)) return { type: "node-pool", id: ocid, tab: "security" };
  if (resources.has(ocid)) return { type: "resource", id: ocid };
  const virtual = inventory.virtualNodePools.find(({ id }) => id === ocid);
  if (virtual) return { type: "cluster", id: virtual.clusterId, tab: "node-pools" };
  if (inventory.compartments.some(({ id }) => id === ocid)) return { type: "compartment", id: ocid };
  if (policies.state === "read" && policies.value.some(({ id }) => id === ocid))
    return { type: "zpr-policy", id: ocid };
  return nodeTarget(inventory, ocid, beside) ?? catalogTarget(inventory, ocid);
}

/** Why a region of an OCID is none in which anything was looked for; `null` when it is one. */
function otherRegion({ regions, chosenRegions }: Inventory, region: string | null): Found | null {
  if (region === null) return null;
  const named = regions.find((each) => [each.regionName, each.regionKey.toLowerCase()].includes(region));
  if (named && (chosenRegions?.includes(named.regionName) ?? true)) return null;
  const read = regions.map(({ regionName }) => regionName).filter((name) => chosenRegions?.includes(name) ?? true);
  return { state: "other-region", region: named?.regionName ?? region, regions: read };
}

/** The reads that failed and might have shown it: in its region, where the OCID names one. */
function unreadOf(inventory: Inventory, { type, region }: OcidParts): readonly CoverageEntry[] {
  const { regions, coverage } = inventory;
  const name = regions.find((each) => each.regionKey.toLowerCase() === region)?.regionName ?? region;
  // Compartments that nobody could list hide all that is in them.
  const operations = [...(listedBy[type] ?? []), "listCompartments", "listRegionSubscriptions"];
  return coverage.filter(
    (entry) =>
      entry.outcome !== "read" &&
      operations.includes(entry.operation) &&
      (name === null ||
        entry.region === name ||
        ["listCompartments", "listRegionSubscriptions"].includes(entry.operation)),
  );
}

function notThere(inventory: Inventory, parts: OcidParts, { policies }: Beside): Found {
  const { compartmentName } = indexOf(inventory);
  const scopes = unreadOf(inventory, parts).map(({ operation, region, compartmentId, problem }) => ({
    operation,
    region,
    compartmentName: compartmentId === null ? null : compartmentName(compartmentId),
    code: problem?.code ?? "Unknown",
  }));
  if (parts.type === "zprpolicy" && policies.state !== "read") {
    const code = (policies.state === "not-asked" ? null : policies.code) ?? "NotRead";
    scopes.unshift({ operation: "listZprPolicies", region: inventory.homeRegion, compartmentName: null, code });
  }
  if (scopes.length > 0) return { state: "not-read", scopes: scopes.slice(0, mostScopes), scopeCount: scopes.length };
  return inventory.finishedAt === null ? { state: "reading" } : { state: "not-there" };
}

/** Answers `GET /api/r/{ocid}`: where in the console a thing is, or why it is nowhere. */
export function findByOcid(inventory: Inventory, text: string, beside: Beside): Found {
  const ocid = text.trim();
  const target = targetOf(inventory, ocid, beside);
  if (target !== null) return { state: "found", target };
  const parts = ocidParts(ocid);
  if (parts === null) return { state: "not-an-ocid" };
  const ownRealm = ocidParts(inventory.tenancy.id)?.realm ?? parts.realm;
  if (parts.realm !== ownRealm) return { state: "other-realm", realm: parts.realm, ownRealm };
  if (!Object.hasOwn(listedBy, parts.type)) return { state: "kind-not-shown", ocidType: parts.type };
  const elsewhere = otherRegion(inventory, parts.region);
  if (elsewhere !== null) return elsewhere;
  if (parts.type === "instance") return { state: "nodes-not-read" };
  return notThere(inventory, parts, beside);
}
