import { attributeName } from "@/components/shared/policy-text";
import type { ChangeOperation } from "@/lib/zpr/change-operation";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";
import { attributeNameKey } from "@/lib/zpr/security-attributes";

/** A step together with what is to be said about it. */
export type NotedOperation = { readonly operation: ChangeOperation; readonly note: string };

export type RebasedOperations = {
  /** The steps that still apply, in their order. */
  readonly operations: readonly ChangeOperation[];
  /** Steps that now do another thing than they did. */
  readonly adjusted: readonly NotedOperation[];
  /** Steps that no longer apply. */
  readonly dropped: readonly NotedOperation[];
};

type Rebased = { readonly kept: ChangeOperation | null; readonly note: string | null };

const hasValue = (present: SecurityAttribute, value: string) =>
  present.unreadable === null && present.value === value && present.mode === "enforce";

function rebased(operation: ChangeOperation, present: SecurityAttribute | undefined): Rebased {
  const name = attributeName(operation);
  if (operation.op === "remove") {
    return present === undefined
      ? { kept: null, note: `${name} is no longer there.` }
      : { kept: { ...operation, namespace: present.namespace, key: present.key }, note: null };
  }
  const { value } = operation;
  if (present === undefined) {
    if (operation.op === "add") return { kept: operation, note: null };
    return { kept: null, note: `${name} was removed, so its value cannot be changed. Add it again if it is wanted.` };
  }
  if (present.unreadable !== null) return { kept: null, note: `${name} is now there in a form that cannot be read.` };
  if (hasValue(present, value)) return { kept: null, note: `${name} has the value ${value} already.` };
  const kept: ChangeOperation = { op: "replace", namespace: present.namespace, key: present.key, value };
  return {
    kept,
    note: operation.op === "add" ? `${name} is there now with the value ${present.value}: it would be changed.` : null,
  };
}

/**
 * An edit that was made for one set of attributes, made for another: what the resource carries now. A value that
 * somebody gave meanwhile is changed only as a step that the person sees; what somebody removed is not put back.
 */
export function rebaseOperations(
  operations: readonly ChangeOperation[],
  present: readonly SecurityAttribute[],
): RebasedOperations {
  const results = operations.map((operation) => {
    const { namespace, key } = operation;
    const name = attributeNameKey(namespace, key);
    const exact = present.find((attribute) => attribute.namespace === namespace && attribute.key === key);
    const target = exact ?? present.find((attribute) => attributeNameKey(attribute.namespace, attribute.key) === name);
    return { operation, ...rebased(operation, target) };
  });
  const noted = (isKept: boolean) =>
    results.flatMap(({ operation, kept, note }) =>
      note !== null && (kept !== null) === isKept ? [{ operation: kept ?? operation, note }] : [],
    );
  return {
    operations: results.flatMap(({ kept }) => (kept === null ? [] : [kept])),
    adjusted: noted(true),
    dropped: noted(false),
  };
}
