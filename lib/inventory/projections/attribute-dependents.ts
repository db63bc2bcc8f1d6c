import type { AttributeDependents, AttributeDependentsRequest } from "@/lib/contract/attribute-dependents";
import type { EffectAnswer } from "@/lib/contract/effect";
import type { Inventory } from "@/lib/inventory/inventory";
import { attributeCarriers } from "@/lib/inventory/projections/attribute-carriers";
import { completenessOf, concernsOfKinds } from "@/lib/inventory/projections/completeness";
import { effectAnswer } from "@/lib/inventory/projections/effect";
import { namingStatements } from "@/lib/inventory/projections/naming-statements";
import { compiledWorldOf } from "@/lib/inventory/projections/reach-world";
import { carriersFrom } from "@/lib/inventory/projections/security-attribute-rows";
import { attributesOf } from "@/lib/oke/carried-attributes";
import type { Reading } from "@/lib/oke/readiness/reading";
import { resourceKinds } from "@/lib/oke/resource-kind";
import { isSameNamed, namedAttributeKey } from "@/lib/zpr/policy-language/named-attribute";
import type { NamedAttribute } from "@/lib/zpr/policy-language/statement";
import { compileWorld } from "@/lib/zpr/reach/compile-world";
import { dependenceWorlds } from "@/lib/zpr/reach/dependence-worlds";
import type { EffectChange } from "@/lib/zpr/reach/effect-words";
import type { ZprPolicy } from "@/lib/zpr/zpr-policy";

const maxCarriers = 50;
const maxStatements = 20;

type Policies = Reading<readonly ZprPolicy[]>;

/** What hangs on it; what its absence might let through is another question, which the plan of its removal answers. */
const hangs: readonly EffectChange[] = ["lost", "perhaps-lost", "unknown"];

function flowsOf(inventory: Inventory, policies: Policies, attribute: NamedAttribute): EffectAnswer {
  const unknown = (cause: string, isReading: boolean): EffectAnswer => ({ state: "unknown", cause, isReading });
  if (policies.state === "not-asked") return unknown("The ZPR policies are still being read.", true);
  if (policies.state !== "read") return unknown(`The ZPR policies could not be read: ${policies.message}`, false);
  const like = compiledWorldOf(inventory, policies);
  const { good, without } = dependenceWorlds(like.world, attribute);
  return effectAnswer(inventory, compileWorld(good, like), {
    stages: [{ stage: "now", before: good, after: without }],
    edge: null,
    runningNodeCount: null,
    runningBasis: null,
    policiesReadAt: policies.readAt,
    shown: hangs,
  });
}

function isDefinitionRead({ catalog }: Inventory, { namespace }: NamedAttribute): boolean {
  const own = catalog.namespaces.find(({ name }) => name.toLowerCase() === namespace.toLowerCase());
  return catalog.isNamespaceListComplete && (own?.isDefinitionListComplete ?? false);
}

/** Answers `GET /api/security-attributes/dependents`; `null` when no resource that was read carries the value. */
export function attributeDependents(
  inventory: Inventory,
  policies: Policies,
  attribute: AttributeDependentsRequest,
): AttributeDependents | null {
  const resources = attributeCarriers(inventory).get(namedAttributeKey(attribute)) ?? [];
  const carried = resources.flatMap(attributesOf).find((own) => own.unreadable === null && isSameNamed(own, attribute));
  const statements = namingStatements(inventory, policies, attribute);
  if (carried === undefined || statements === null) return null;
  return {
    ...carried.verdict,
    isDefinitionRead: isDefinitionRead(inventory, attribute),
    carriers: {
      items: carriersFrom(
        inventory,
        resources.map(({ id }) => id),
      ).slice(0, maxCarriers),
      total: resources.length,
      onlyCount: resources.filter((resource) => attributesOf(resource).every((own) => isSameNamed(own, attribute)))
        .length,
    },
    statements: { items: statements.items.slice(0, maxStatements), total: statements.total },
    policies: statements.policies,
    flows: flowsOf(inventory, policies, attribute),
    revision: inventory.revision,
    completeness: completenessOf(inventory, concernsOfKinds(resourceKinds)),
  };
}
