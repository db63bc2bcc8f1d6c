import type { SearchHit, SearchResponse } from "@/lib/contract/found";
import type { Inventory } from "@/lib/inventory/inventory";
import { completenessOf, everything } from "@/lib/inventory/projections/completeness";
import { clusterIdOf, indexOf } from "@/lib/inventory/projections/inventory-index";
import { securityAttributeRows } from "@/lib/inventory/projections/security-attribute-rows";
import type { Reading } from "@/lib/oke/readiness/reading";
import { resourceKindFacts } from "@/lib/oke/resource-kind";
import type { ZprPolicy } from "@/lib/zpr/zpr-policy";

const mostHits = 20;
/** Of one kind, so that a name that many things share leaves room for the others. */
const mostOfKind = 6;

/** A thing that can be found, with the text it is found by beside its name. */
type Findable = SearchHit & { readonly also: string };

/** Surfaces of a cluster or a pool are found as the cluster and the pool. */
const isPartOfAnother = (kind: string) => kind === "cluster-endpoint" || kind.startsWith("node-pool-");

function thingsOf(inventory: Inventory): readonly Findable[] {
  const index = indexOf(inventory);
  const clusterName = (id: string | null) => (id === null ? null : (index.clusters.get(id)?.name ?? null));
  const clusters = inventory.clusters.map(({ id, name, region, compartmentId }) => ({
    target: { type: "cluster" as const, id, tab: "security" as const },
    kind: "Cluster",
    name: name ?? id,
    place: `${region}, ${index.compartmentName(compartmentId)}`,
    also: id,
  }));
  const nodePools = inventory.nodePools.map(({ id, name, region, clusterId }) => ({
    target: { type: "node-pool" as const, id, tab: "security" as const },
    kind: "Node pool",
    name: name ?? id,
    place: [clusterName(clusterId), region].filter((word) => word !== null).join(", "),
    also: id,
  }));
  const resources = inventory.resources
    .filter(({ kind }) => !isPartOfAnother(kind))
    .map((resource) => ({
      target: { type: "resource" as const, id: resource.id },
      kind: resourceKindFacts[resource.kind].label,
      name: resource.displayName,
      place: [clusterName(clusterIdOf(resource)), resource.region].filter((word) => word !== null).join(", "),
      also: resource.ocid,
    }));
  const attributes = securityAttributeRows(inventory).map(({ namespace, key, resourceCount }) => ({
    target: { type: "security-attribute" as const, namespace, key },
    kind: "Security attribute",
    name: `${namespace}.${key}`,
    place: `carried by ${resourceCount}`,
    also: "",
  }));
  return [...clusters, ...nodePools, ...resources, ...attributes];
}

const things = new WeakMap<Inventory, readonly Findable[]>();

function allOf(inventory: Inventory, policies: Reading<readonly ZprPolicy[]>): readonly Findable[] {
  const known = things.get(inventory) ?? thingsOf(inventory);
  things.set(inventory, known);
  const named = policies.state === "read" ? policies.value : [];
  return [
    ...known,
    ...named.map(({ id, name, statements }) => ({
      target: { type: "zpr-policy" as const, id },
      kind: "ZPR policy",
      name,
      place: statements.length === 1 ? "1 statement" : `${statements.length} statements`,
      also: id,
    })),
  ];
}

/** The lower, the better: the name itself, a name that begins so, a word that does, anywhere. `null` for no hit. */
function rankOf({ name, also }: Findable, words: readonly string[]): number | null {
  const lower = name.toLowerCase();
  const text = `${lower}\n${also.toLowerCase()}`;
  if (!words.every((word) => text.includes(word))) return null;
  const whole = words.join(" ");
  if (lower === whole) return 0;
  if (lower.startsWith(whole)) return 1;
  return words.every((word) => lower.split(/[^\p{L}\p{N}]+/u).some((part) => part.startsWith(word))) ? 2 : 3;
}

/** Answers `GET /api/search`: the best hits of the whole tenancy, so few that a person can read them. */
export function search(inventory: Inventory, policies: Reading<readonly ZprPolicy[]>, q: string): SearchResponse {
  const words = q
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  const ranked = allOf(inventory, policies)
    .flatMap((thing) => {
      const rank = rankOf(thing, words);
      return rank === null ? [] : [{ thing, rank }];
    })
    .toSorted((a, b) => a.rank - b.rank || a.thing.name.localeCompare(b.thing.name, "en", { numeric: true }));
  const ofKind = new Map<string, number>();
  const hits: SearchHit[] = [];
  for (const { thing } of ranked) {
    const count = (ofKind.get(thing.kind) ?? 0) + 1;
    ofKind.set(thing.kind, count);
    if (count > mostOfKind || hits.length === mostHits) continue;
    const { target, kind, name, place } = thing;
    hits.push({ target, kind, name, place });
  }
  const isComplete = completenessOf(inventory, everything).isComplete && policies.state === "read";
  return { hits, total: ranked.length, isComplete };
}

/** The same before anything was read. */
export const nothingFound: SearchResponse = { hits: [], total: 0, isComplete: false };
