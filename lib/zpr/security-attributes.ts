import * as v from "valibot";
import type { Json, SecurityAttribute } from "@/lib/zpr/security-attribute";

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const jsonTextOf = (value: unknown): string => JSON.stringify(value) ?? "undefined";

const attributeFromWire = (namespace: string, key: string, entry: unknown): SecurityAttribute => {
  if (!isObject(entry) || typeof entry.value !== "string") {
    return { namespace, key, value: "", mode: null, otherMembers: [], unreadable: jsonTextOf(entry) };
  }
  const otherMembers = Object.entries(entry).filter(([name]) => name !== "value" && name !== "mode");
  return {
    namespace,
    key,
    value: entry.value,
    mode: typeof entry.mode === "string" ? entry.mode : null,
    otherMembers: otherMembers as (readonly [string, Json])[],
    unreadable: null,
  };
};

/**
 * Takes a resource's `securityAttributes` as it came over the wire (`{namespace: {key: {value, mode, …}}}`, null, or
 * missing) and gives its entries in wire order. Nothing is dropped: an entry of another form comes back with
 * `unreadable` set to its JSON text.
 */
export function securityAttributesFromWire(map: unknown): readonly SecurityAttribute[] {
  if (map === null || map === undefined) return [];
  if (!isObject(map)) return [attributeFromWire("", "", map)];
  return Object.entries(map).flatMap(([namespace, keys]) =>
    isObject(keys)
      ? Object.entries(keys).map(([key, entry]) => attributeFromWire(namespace, key, entry))
      : [attributeFromWire(namespace, "", keys)],
  );
}

/** The `securityAttributes` member of any OCI answer, as entries. */
export const securityAttributesField = v.pipe(v.nullish(v.unknown(), null), v.transform(securityAttributesFromWire));
