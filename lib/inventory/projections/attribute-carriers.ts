import type { Inventory } from "@/lib/inventory/inventory";
import { attributesOf } from "@/lib/oke/carried-attributes";
import type { ProtectedResource } from "@/lib/oke/protected-resource";
import { namedAttributeKey } from "@/lib/zpr/policy-language/named-attribute";

type Carriers = ReadonlyMap<string, readonly ProtectedResource[]>;

const made = new WeakMap<Inventory, Carriers>();

/** Every resource by what it carries, under `namedAttributeKey`; made once for each inventory. */
export function attributeCarriers(inventory: Inventory): Carriers {
  const known = made.get(inventory);
  if (known) return known;
  const carriers = new Map<string, ProtectedResource[]>();
  for (const resource of inventory.resources) {
    const readable = attributesOf(resource).filter(({ unreadable }) => unreadable === null);
    for (const key of new Set(readable.map(namedAttributeKey))) {
      const found = carriers.get(key);
      if (found) found.push(resource);
      else carriers.set(key, [resource]);
    }
  }
  made.set(inventory, carriers);
  return carriers;
}
