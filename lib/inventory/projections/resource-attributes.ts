import type { ProtectedResource } from "@/lib/oke/protected-resource";
import {
  isStale,
  type AssessedSecurityAttribute,
  type AttributeVerdictState,
  verdictCounts,
  type VerdictCounts,
} from "@/lib/zpr/attribute-verdict";

const identityOf = ({ namespace, key, value, mode, unreadable }: AssessedSecurityAttribute): string =>
  JSON.stringify([namespace, key, value, mode, unreadable]);

/**
 * Everything a resource carries: its set, or, for secondary VNICs that disagree, each attribute that any of them
 * carries, once.
 */
export function attributesOf(resource: ProtectedResource): readonly AssessedSecurityAttribute[] {
  if (resource.differingVnics === null) return resource.securityAttributes;
  const all = resource.differingVnics.flatMap(({ securityAttributes }) => securityAttributes);
  return [...new Map(all.map((attribute) => [identityOf(attribute), attribute])).values()];
}

export const isProtected = (resource: ProtectedResource): boolean => attributesOf(resource).length > 0;

export const isStaleResource = (resource: ProtectedResource): boolean =>
  attributesOf(resource).some(({ verdict }) => isStale(verdict.state));

/** How many of the attributes that these resources carry have each verdict. */
export const verdictsOf = (resources: readonly ProtectedResource[]): VerdictCounts =>
  verdictCounts(resources.flatMap(attributesOf));

export const staleCount = (counts: VerdictCounts): number =>
  counts.deleted + counts.deleting + counts.retired + counts["value-not-allowed"];

/** Whether a verdict is among those asked for, where `stale` stands for every one that wants cleaning up. */
export const isAmongStates = (state: AttributeVerdictState, states: readonly (AttributeVerdictState | "stale")[]) =>
  states.includes(state) || (states.includes("stale") && isStale(state));

/** An attribute as it is shown: `namespace.key:value`, or the raw text of an entry that cannot be read. */
export const attributeText = ({ namespace, key, value, unreadable }: AssessedSecurityAttribute): string =>
  unreadable === null ? `${namespace}.${key}:${value}` : `${namespace}.${key} ${unreadable}`;
