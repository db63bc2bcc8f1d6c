import type { Inventory } from "@/lib/inventory/inventory";
import { attributesOf } from "@/lib/oke/carried-attributes";
import { type ResourceKind, resourceKinds } from "@/lib/oke/resource-kind";
import { attributeNameKey } from "@/lib/zpr/security-attributes";
import type { AttributeVerdict } from "@/lib/zpr/verdict-state";

/** One value of a key as resources carry it. */
export type UsedValue = {
  readonly value: string;
  readonly verdict: AttributeVerdict;
  readonly resourceIds: ReadonlySet<string>;
  readonly kinds: readonly ResourceKind[];
};

/** One key as resources carry it, whether or not it is defined. */
export type UsedAttribute = {
  readonly namespace: string;
  readonly key: string;
  /** Most used first. */
  readonly values: readonly UsedValue[];
};

type Tally = { value: string; verdict: AttributeVerdict; resourceIds: Set<string>; kinds: Set<ResourceKind> };

const valueFrom = ({ value, verdict, resourceIds, kinds }: Tally): UsedValue => ({
  value,
  verdict,
  resourceIds,
  kinds: resourceKinds.filter((kind) => kinds.has(kind)),
});

/** Takes an inventory, gives every key that any resource carries, by `attributeNameKey`. */
export function usedAttributes({ resources }: Inventory): ReadonlyMap<string, UsedAttribute> {
  const tallies = new Map<string, { namespace: string; key: string; values: Map<string, Tally> }>();
  for (const resource of resources) {
    for (const { namespace, key, value, unreadable, verdict } of attributesOf(resource)) {
      const name = attributeNameKey(namespace, key);
      const used = tallies.get(name) ?? { namespace, key, values: new Map<string, Tally>() };
      tallies.set(name, used);
      const shown = unreadable ?? value;
      const tally = used.values.get(shown) ?? { value: shown, verdict, resourceIds: new Set(), kinds: new Set() };
      used.values.set(shown, tally);
      tally.resourceIds.add(resource.id);
      tally.kinds.add(resource.kind);
    }
  }
  return new Map(
    [...tallies].map(([name, { namespace, key, values }]) => [
      name,
      {
        namespace,
        key,
        values: [...values.values()].map(valueFrom).toSorted((a, b) => b.resourceIds.size - a.resourceIds.size),
      },
    ]),
  );
}
