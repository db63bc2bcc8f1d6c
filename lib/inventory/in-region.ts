import type { InRegion } from "@/lib/inventory/inventory";

const gone: readonly string[] = ["DELETED", "TERMINATED", "DETACHED"];

/**
 * The items of a list with the region they were listed in. Lists show what was deleted for some days more; it carries
 * nothing any longer and is left out.
 */
export const inRegion = <T extends { readonly lifecycleState: string }>(
  region: string,
  items: readonly T[],
): readonly InRegion<T>[] =>
  items.filter(({ lifecycleState }) => !gone.includes(lifecycleState)).map((item) => ({ ...item, region }));
