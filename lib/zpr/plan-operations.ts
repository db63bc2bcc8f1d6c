import type { ChangeOperation } from "@/lib/zpr/change-operation";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";
import { attributeNameKey } from "@/lib/zpr/security-attributes";

/** What of a plan's edit applies to one resource; what it carries may also stand in the way. */
export type AppliedPlan = {
  readonly operations: readonly ChangeOperation[];
  /** A sentence for each step that this set does not let be done. */
  readonly obstacles: readonly string[];
};

const sameName = (a: Pick<SecurityAttribute, "namespace" | "key">, b: Pick<SecurityAttribute, "namespace" | "key">) =>
  attributeNameKey(a.namespace, a.key) === attributeNameKey(b.namespace, b.key);

/**
 * The part of an edit over many resources that applies to one with this set. Adding what is there with the same value,
 * changing what is not there or has the value, and removing what is not there ask for nothing; adding what is there
 * with another value is an obstacle, because that would be a change which nobody asked for.
 */
export function operationsForSet(
  operations: readonly ChangeOperation[],
  set: readonly SecurityAttribute[],
): AppliedPlan {
  const applied: ChangeOperation[] = [];
  const obstacles: string[] = [];
  for (const operation of operations) {
    const own =
      set.find(({ namespace, key }) => namespace === operation.namespace && key === operation.key) ??
      set.find((attribute) => sameName(attribute, operation));
    const name = `${operation.namespace}.${operation.key}`;
    if (operation.op === "remove") {
      if (own !== undefined) applied.push({ op: "remove", namespace: own.namespace, key: own.key });
    } else if (own === undefined) {
      if (operation.op === "add") applied.push(operation);
    } else if (own.unreadable !== null) {
      obstacles.push(`What it carries as ${name} cannot be read, so it is left as it is.`);
    } else if (own.value !== operation.value || own.mode !== "enforce") {
      if (operation.op === "replace") applied.push({ ...operation, namespace: own.namespace, key: own.key });
      else if (own.value !== operation.value)
        obstacles.push(`It carries ${name} already, with value ${own.value}. To give it another, choose Change.`);
    }
  }
  return { operations: applied, obstacles };
}
