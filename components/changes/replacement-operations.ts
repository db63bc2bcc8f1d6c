import { operationsOf, type AttributeRow } from "@/components/changes/attribute-rows";
import { attributeName } from "@/components/shared/policy-text";
import type { ChangeOperation } from "@/lib/zpr/change-operation";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";
import { attributeNameKey } from "@/lib/zpr/security-attributes";

/** What is kept of the set that a replacement starts with. @param leftOut names as `attributeName` writes them */
export const withoutLeftOut = <A extends Pick<SecurityAttribute, "namespace" | "key">>(
  started: readonly A[],
  leftOut: ReadonlySet<string>,
): readonly A[] => started.filter((attribute) => !leftOut.has(attributeName(attribute)));

/**
 * The steps from the set that a replacement starts with to the one that is wanted: those of the rows, then the removal
 * of what is left out. A row about an attribute that is left out gives it a new value instead.
 */
export function replacementOperations(
  rows: readonly AttributeRow[],
  started: readonly SecurityAttribute[],
  leftOut: ReadonlySet<string>,
): readonly ChangeOperation[] {
  const ofRows = operationsOf(rows, started);
  const named = new Set(ofRows.map(({ namespace, key }) => attributeNameKey(namespace, key)));
  const removals = started
    .filter((attribute) => leftOut.has(attributeName(attribute)))
    .filter(({ namespace, key }) => !named.has(attributeNameKey(namespace, key)))
    .map(({ namespace, key }): ChangeOperation => ({ op: "remove", namespace, key }));
  return [...ofRows, ...removals];
}
