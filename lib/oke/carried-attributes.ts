import type { ProtectedResource } from "@/lib/oke/protected-resource";
import type { AssessedSecurityAttribute } from "@/lib/zpr/verdict-state";

const identityOf = ({ namespace, key, value, mode, unreadable }: AssessedSecurityAttribute): string =>
  JSON.stringify([namespace, key, value, mode, unreadable]);

/**
 * Everything a resource carries: its set, or, for secondary VNICs that disagree, each attribute that any of them
 * carries, once.
 */
export function attributesOf(
  resource: Pick<ProtectedResource, "securityAttributes" | "differingVnics">,
): readonly AssessedSecurityAttribute[] {
  if (resource.differingVnics === null) return resource.securityAttributes;
  const all = resource.differingVnics.flatMap(({ securityAttributes }) => securityAttributes);
  return [...new Map(all.map((attribute) => [identityOf(attribute), attribute])).values()];
}
