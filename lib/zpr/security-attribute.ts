import type { Json } from "@/lib/json";

/**
 * One entry of a resource's `securityAttributes` map, taken out of the map.
 *
 * On the wire the map is `{namespace: {key: {value, mode, …}}}`. Here it is a list, because namespaces and keys are
 * free text and may be `__proto__` or `constructor`, and because a list keeps the order that the service gave.
 */
export type SecurityAttribute = {
  readonly namespace: string;
  readonly key: string;
  /** Always text: `42` and `false` are text too. Empty when the wire entry had no readable value. */
  readonly value: string;
  /** `enforce` or `audit` are documented; whatever came is kept. `null` when the entry had none. */
  readonly mode: string | null;
  /** Members of the entry other than `value` and `mode` (load balancers send `usagetype`); written back unchanged. */
  readonly otherMembers: readonly (readonly [name: string, value: Json])[];
  /** Set when the entry is not of the documented form: its JSON text, shown raw and marked. */
  readonly unreadable: string | null;
};
