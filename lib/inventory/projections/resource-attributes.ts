import { attributesOf } from "@/lib/oke/carried-attributes";
import type { ProtectedResource } from "@/lib/oke/protected-resource";
import {
  isStale,
  type AssessedSecurityAttribute,
  type AttributeVerdictState,
  verdictCounts,
  type VerdictCounts,
} from "@/lib/zpr/verdict-state";

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
