import type { FreshEditable } from "@/lib/inventory/fresh-editable";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";

/**
 * The set that a change is shown to begin from. What replaces an annotation that is no set begins from nothing that is
 * declared: there it is what OCI stores, because that is what changes.
 */
export function setBefore(
  { declaration, freshlyRead }: FreshEditable,
  planned: readonly SecurityAttribute[],
): readonly SecurityAttribute[] {
  if (declaration?.type !== "readable" || declaration.replaces === null) return planned;
  return freshlyRead.fresh.resource.securityAttributes.map(({ verdict: _verdict, ...attribute }) => attribute);
}
