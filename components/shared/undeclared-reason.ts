import type { DeclaredOf } from "@/components/shared/standing-in";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";
import { attributeNameKey } from "@/lib/zpr/security-attributes";

type Named = Pick<SecurityAttribute, "namespace" | "key">;

const nameKeyOf = ({ namespace, key }: Named): string => attributeNameKey(namespace, key);

/**
 * Why an attribute that OCI stores can be neither changed nor removed: the edit is made to the manifest, which does not
 * declare it. Nothing where it does, where no manifest owns the set, or while nobody knows.
 */
export function undeclaredReason(standing: DeclaredOf, attribute: Named): string | undefined {
  // A mount target itself can be written to, whatever its StorageClass says.
  if (typeof standing !== "object" || !("declared" in standing) || standing.object.kind === "StorageClass") {
    return undefined;
  }
  const isDeclared = standing.declared.some((each) => nameKeyOf(each) === nameKeyOf(attribute));
  if (isDeclared) return undefined;
  return `The ${standing.object.kind} does not declare this attribute: it was set in OCI, past the manifest, and an edit of the manifest can neither change it nor take it away.`;
}
