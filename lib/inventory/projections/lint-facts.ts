import type { Inventory } from "@/lib/inventory/inventory";
import {
  completenessOf,
  type Concerns,
  concernsOfKinds,
  concernsOfPeerings,
  isGround,
} from "@/lib/inventory/projections/completeness";
import { clusterIdOf, indexOf } from "@/lib/inventory/projections/inventory-index";
import { attributesOf } from "@/lib/oke/carried-attributes";
import { peeredVcns } from "@/lib/oke/peered-vcns";
import { type ResourceKind, resourceKindFacts, resourceKinds } from "@/lib/oke/resource-kind";
import type { NamedVcn } from "@/lib/zpr/policy-language/resolve-names";
import { type LintFacts, type LintNodePool, noFacts } from "@/lib/zpr/policy-lint/lint-facts";
import type { LintNeed } from "@/lib/zpr/policy-lint/lint-rule";

/** A VCN locates statements; it is never the endpoint of one. */
const endpointKinds: readonly ResourceKind[] = resourceKinds.filter((kind) => kind !== "vcn");

const concernsOfNodePools: Concerns = (entry) =>
  isGround(entry) || ["listClusters", "listNodePools"].includes(entry.operation);

/** The VCNs of an inventory with what they carry, as far as they were read. */
export const namedVcnsOf = ({ resources }: Inventory): readonly NamedVcn[] =>
  resources
    .filter(({ kind }) => kind === "vcn")
    .map(({ id, displayName, region, securityAttributes }) => ({ id, displayName, region, securityAttributes }));

function nodePoolsOf(inventory: Inventory): readonly LintNodePool[] {
  const { resources, clusters } = indexOf(inventory);
  return inventory.resources
    .filter(({ kind }) => kind === "node-pool-primary-vnic")
    .map((resource) => {
      const cluster = clusters.get(clusterIdOf(resource) ?? "");
      return {
        name: resource.displayName,
        cluster: cluster === undefined ? null : { id: cluster.id, name: cluster.name ?? cluster.id },
        primaryVnicAttributes: resource.securityAttributes,
        vcnAttributes: resources.get(resource.vcnId ?? "")?.securityAttributes ?? null,
      };
    });
}

function read(inventory: Inventory): LintFacts {
  // Where only some regions were asked for, nothing can be concluded from what was not found in them.
  const isWhole = (concerns: Concerns) =>
    inventory.chosenRegions === null && completenessOf(inventory, concerns).isComplete;
  const { catalog } = inventory;
  const isCatalogRead = catalog.isNamespaceListComplete || catalog.namespaces.length > 0;
  return {
    ...noFacts,
    // It says itself how far it was read.
    catalog: isCatalogRead ? catalog : null,
    vcns: isWhole(concernsOfKinds(["vcn"])) ? namedVcnsOf(inventory) : null,
    resources: isWhole(concernsOfKinds(endpointKinds))
      ? {
          carried: inventory.resources.filter(({ kind }) => kind !== "vcn").map(attributesOf),
          kinds: endpointKinds.map((kind) => resourceKindFacts[kind].pluralLabel),
        }
      : null,
    peerings: isWhole(concernsOfPeerings) ? peeredVcns(inventory) : null,
    nodePools: isWhole(concernsOfNodePools) ? nodePoolsOf(inventory) : null,
  };
}

const facts = new WeakMap<Inventory, LintFacts>();

/**
 * What an inventory gives the linter to hold statements against: only what was read whole. `null` stands for no
 * inventory yet.
 * @param isEveryPolicy whether the policies that are looked at are all of the tenancy
 */
export function lintFactsOf(inventory: Inventory | null, isEveryPolicy: boolean): LintFacts {
  if (inventory === null) return { ...noFacts, isEveryPolicy };
  const known = facts.get(inventory) ?? read(inventory);
  facts.set(inventory, known);
  return { ...known, isEveryPolicy };
}

/** What of the facts was not read, or not whole. */
export function unreadFacts({ catalog, vcns, resources, peerings, nodePools, isEveryPolicy }: LintFacts): LintNeed[] {
  const isCatalogWhole = catalog?.isNamespaceListComplete === true && catalog.gaps.length === 0;
  const unread: readonly (readonly [LintNeed, boolean])[] = [
    ["catalog", !isCatalogWhole],
    ["vcns", vcns === null],
    ["resources", resources === null],
    ["peerings", peerings === null],
    ["node-pools", nodePools === null],
    ["policies", !isEveryPolicy],
  ];
  return unread.flatMap(([need, isUnread]) => (isUnread ? [need] : []));
}
