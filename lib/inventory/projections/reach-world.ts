import type { Inventory } from "@/lib/inventory/inventory";
import { completenessOf, concernsOfKinds } from "@/lib/inventory/projections/completeness";
import { reachWorldFrom } from "@/lib/oke/reach-world";
import type { Reading } from "@/lib/oke/readiness/reading";
import { resourceKinds } from "@/lib/oke/resource-kind";
import { type CompiledWorld, compileWorld } from "@/lib/zpr/reach/compile-world";
import type { ZprPolicy } from "@/lib/zpr/zpr-policy";

type Made = { readonly policies: readonly ZprPolicy[] | null; readonly compiled: CompiledWorld };

const made = new WeakMap<Inventory, Made>();

/** The world of an inventory with the policies that were read; made once for both. */
export function compiledWorldOf(inventory: Inventory, reading: Reading<readonly ZprPolicy[]> | null): CompiledWorld {
  const policies = reading?.state === "read" ? reading.value : null;
  const known = made.get(inventory);
  if (known !== undefined && known.policies === policies) return known.compiled;
  const areResourcesComplete = completenessOf(inventory, concernsOfKinds(resourceKinds)).isComplete;
  const world = reachWorldFrom({ ...inventory, areResourcesComplete }, policies && { policies, isComplete: true });
  const compiled = compileWorld(world, known?.compiled);
  made.set(inventory, { policies, compiled });
  return compiled;
}
