import * as v from "valibot";
import { type Json, parseJson } from "@/lib/json";
import { type ChangeOperation, type ChangeProblem, problemsOfOperation } from "@/lib/zpr/change-operation";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const unreadableAttribute = (namespace: string, key: string, entry: unknown): SecurityAttribute => ({
  namespace,
  key,
  value: "",
  mode: null,
  otherMembers: [],
  unreadable: JSON.stringify(entry) ?? "null",
});

const attributeFromWire = (namespace: string, key: string, entry: unknown): SecurityAttribute => {
  if (!isObject(entry) || typeof entry.value !== "string") return unreadableAttribute(namespace, key, entry);
  const mode = typeof entry.mode === "string" ? entry.mode : null;
  // A mode that is not text is kept among the others, so that it goes back as it came.
  const otherMembers = Object.entries(entry).filter(
    ([name]) => name !== "value" && !(name === "mode" && mode !== null),
  );
  return {
    namespace,
    key,
    value: entry.value,
    mode,
    otherMembers: otherMembers as (readonly [string, Json])[],
    unreadable: null,
  };
};

// An entry that cannot be read and has no name stands for what holds it, so what holds it is then kept as a whole.
const isNameless = (attribute: SecurityAttribute) => attribute.key === "" && attribute.unreadable !== null;

const attributesOfNamespace = (namespace: string, keys: unknown): readonly SecurityAttribute[] => {
  if (!isObject(keys)) return [unreadableAttribute(namespace, "", keys)];
  const attributes = Object.entries(keys).map(([key, entry]) => attributeFromWire(namespace, key, entry));
  return attributes.some(isNameless) ? [unreadableAttribute(namespace, "", keys)] : attributes;
};

/**
 * Takes a resource's `securityAttributes` as it came over the wire (`{namespace: {key: {value, mode, …}}}`, null, or
 * missing) and gives its entries in wire order. Nothing is dropped: an entry of another form comes back with
 * `unreadable` set to its JSON text; its key is empty when a whole namespace is of another form, and its namespace too
 * when the map is.
 */
export function securityAttributesFromWire(map: unknown): readonly SecurityAttribute[] {
  if (map === null || map === undefined) return [];
  if (!isObject(map)) return [unreadableAttribute("", "", map)];
  const attributes = Object.entries(map).flatMap(([namespace, keys]) => attributesOfNamespace(namespace, keys));
  const isWhole = attributes.some((attribute) => attribute.namespace === "" && isNameless(attribute));
  return isWhole ? [unreadableAttribute("", "", map)] : attributes;
}

/** The `securityAttributes` member of any OCI answer, as entries. */
export const securityAttributesField = v.pipe(v.nullish(v.unknown(), null), v.transform(securityAttributesFromWire));

/** The map that every OCI update takes. */
export type SecurityAttributesMap = Record<string, Record<string, Json>>;

const entryOf = ({ value, mode, otherMembers, unreadable }: SecurityAttribute): Json =>
  unreadable === null
    ? Object.fromEntries([...otherMembers, ["value", value], ...(mode === null ? [] : [["mode", mode]])])
    : parseJson(unreadable);

/**
 * The reverse of `securityAttributesFromWire`: the whole map, ready to be sent. Members we do not know and entries we
 * could not read go back as they came. `Object.fromEntries` defines members, so that `__proto__` is a name as any other.
 */
export function wireFromSecurityAttributes(attributes: readonly SecurityAttribute[]): SecurityAttributesMap {
  const namespaces = new Map<string, [string, Json][]>();
  const unreadableNamespaces = new Map<string, SecurityAttributesMap[string]>();
  for (const attribute of attributes) {
    // What is not of the documented form goes back as it came, whatever the type of the map says.
    if (attribute.unreadable !== null && attribute.key === "") {
      if (attribute.namespace === "") return parseJson(attribute.unreadable) as SecurityAttributesMap;
      unreadableNamespaces.set(attribute.namespace, parseJson(attribute.unreadable) as SecurityAttributesMap[string]);
    } else {
      const entries = namespaces.get(attribute.namespace) ?? [];
      namespaces.set(attribute.namespace, [...entries, [attribute.key, entryOf(attribute)]]);
    }
  }
  return Object.fromEntries([
    ...[...namespaces].map(([name, entries]) => [name, Object.fromEntries(entries)] as const),
    ...unreadableNamespaces,
  ]);
}

/**
 * One text for all spellings of an attribute's name, for maps and sets. OCI holds namespaces and keys unique without
 * regard to case (https://docs.oracle.com/en-us/iaas/Content/zero-trust-packet-routing/security-attributes.htm); the
 * length keeps `a.b` + `c` apart from `a` + `b.c`.
 */
export function attributeNameKey(namespace: string, key: string): string {
  const folded = namespace.toLowerCase();
  return `${folded.length}:${folded}.${key.toLowerCase()}`;
}

export type SecurityAttributesDifference = {
  readonly added: readonly SecurityAttribute[];
  readonly removed: readonly SecurityAttribute[];
  readonly changed: readonly { readonly before: SecurityAttribute; readonly after: SecurityAttribute }[];
  readonly unchanged: readonly SecurityAttribute[];
};

const hasSameSetting = (a: SecurityAttribute, b: SecurityAttribute) =>
  a.value === b.value && a.mode === b.mode && a.unreadable === b.unreadable;

const nameKeyOf = ({ namespace, key }: SecurityAttribute) => attributeNameKey(namespace, key);

/**
 * What leads from one set to another, whatever their order. Names are compared without regard to case, values and
 * modes exactly; members that services add (`usagetype`) make no difference. Entries that cannot be read are compared
 * by their JSON text.
 */
export function securityAttributesDifference(
  before: readonly SecurityAttribute[],
  after: readonly SecurityAttribute[],
): SecurityAttributesDifference {
  const unmatched = new Map<string, SecurityAttribute[]>();
  for (const attribute of before) {
    const sameName = unmatched.get(nameKeyOf(attribute));
    if (sameName === undefined) unmatched.set(nameKeyOf(attribute), [attribute]);
    else sameName.push(attribute);
  }
  const take = (attribute: SecurityAttribute, isMatch: (candidate: SecurityAttribute) => boolean) => {
    const candidates = unmatched.get(nameKeyOf(attribute)) ?? [];
    const index = candidates.findIndex(isMatch);
    return index < 0 ? undefined : candidates.splice(index, 1)[0];
  };
  const unchanged: SecurityAttribute[] = [];
  const different: SecurityAttribute[] = [];
  for (const attribute of after) {
    const same = take(attribute, (candidate) => hasSameSetting(candidate, attribute));
    (same === undefined ? different : unchanged).push(attribute);
  }
  const pairs = different.map((attribute) => ({ before: take(attribute, () => true), after: attribute }));
  const removed = new Set([...unmatched.values()].flat());
  return {
    added: pairs.flatMap((pair) => (pair.before === undefined ? [pair.after] : [])),
    removed: before.filter((attribute) => removed.has(attribute)),
    changed: pairs.flatMap((pair) => (pair.before === undefined ? [] : [{ before: pair.before, after: pair.after }])),
    unchanged,
  };
}

/** Whether two sets mean the same, by the rule of `securityAttributesDifference`. */
export function isSameSecurityAttributes(a: readonly SecurityAttribute[], b: readonly SecurityAttribute[]): boolean {
  const { added, removed, changed } = securityAttributesDifference(a, b);
  return added.length + removed.length + changed.length === 0;
}

export type AppliedChange =
  | { readonly ok: true; readonly after: readonly SecurityAttribute[] }
  | { readonly ok: false; readonly problems: readonly ChangeProblem[] };

const targetOf = (current: readonly SecurityAttribute[], { op, namespace, key }: ChangeOperation) => {
  const isHolder = (attribute: SecurityAttribute) =>
    isNameless(attribute) && (attribute.namespace === "" || attribute.namespace === namespace);
  const exact = current.find((attribute) => attribute.namespace === namespace && attribute.key === key);
  const sameName = exact ?? current.find((attribute) => nameKeyOf(attribute) === attributeNameKey(namespace, key));
  return sameName ?? (op === "add" ? current.find(isHolder) : undefined);
};

const addedAttribute = ({ namespace, key, value }: Extract<ChangeOperation, { op: "add" }>): SecurityAttribute => ({
  namespace,
  key,
  value,
  mode: "enforce",
  otherMembers: [],
  unreadable: null,
});

/**
 * Applies the steps of one edit to a set. Gives the whole set afterwards: what is not named stays exactly as it was, in
 * its place; what is added or replaced has mode `enforce`, and a replaced entry keeps its other members. Or gives every
 * problem with the step and the member it is about, and then nothing is applied.
 * @param cap the most attributes the resource may have; it never blocks a removal
 */
export function applyChangeOperations(
  current: readonly SecurityAttribute[],
  operations: readonly ChangeOperation[],
  cap: number = Infinity,
): AppliedChange {
  const steps = operations.map((operation) => ({ operation, target: targetOf(current, operation) }));
  const seen = new Set<SecurityAttribute | string>();
  const problems = steps.flatMap(({ operation, target }, index): readonly ChangeProblem[] => {
    const subject = target ?? attributeNameKey(operation.namespace, operation.key);
    const isRepeated = seen.has(subject);
    seen.add(subject);
    return problemsOfOperation({ operation, index, target, isRepeated });
  });
  if (problems.length > 0) return { ok: false, problems };

  const stepOf = new Map(steps.map(({ operation, target }) => [target, operation]));
  const kept = current.flatMap((attribute): readonly SecurityAttribute[] => {
    const operation = stepOf.get(attribute);
    if (operation === undefined) return [attribute];
    if (operation.op === "remove") return [];
    const otherMembers = attribute.otherMembers.filter(([name]) => name !== "mode");
    return [{ ...attribute, value: operation.value, mode: "enforce", otherMembers, unreadable: null }];
  });
  const after = [
    ...kept,
    ...operations.flatMap((operation) => (operation.op === "add" ? [addedAttribute(operation)] : [])),
  ];
  if (after.length <= cap || after.length <= current.length) return { ok: true, after };
  const message = `At most ${cap} security attributes go on this resource; with this change it would have ${after.length}.`;
  const index = operations.findLastIndex((operation) => operation.op === "add");
  return { ok: false, problems: [{ index, field: "op", code: "too-many", message }] };
}
