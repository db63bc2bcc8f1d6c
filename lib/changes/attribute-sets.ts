import type { SubjectReading } from "@/lib/changes/change-subject";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";

/** Names are unique ignoring case: https://docs.oracle.com/en-us/iaas/Content/zero-trust-packet-routing/security-attribute-namespaces.htm */
const nameOf = ({ namespace, key }: SecurityAttribute): string =>
  JSON.stringify([namespace.toLowerCase(), key.toLowerCase()]);

const essenceOf = (attribute: SecurityAttribute): string =>
  JSON.stringify([nameOf(attribute), attribute.value, attribute.mode, attribute.unreadable]);

const sorted = (texts: readonly string[]): string => JSON.stringify(texts.toSorted());

/**
 * Whether two sets mean the same: same attributes with the same values and modes, in any order. Other members of an
 * entry do not count: services add some of their own.
 */
export const isSameSet = (a: readonly SecurityAttribute[], b: readonly SecurityAttribute[]): boolean =>
  sorted(a.map(essenceOf)) === sorted(b.map(essenceOf));

/** Whether a fresh read shows `set`, on every VNIC where there are several. A resource without a place for it does not. */
export const shows = (reading: SubjectReading, set: readonly SecurityAttribute[]): boolean =>
  reading.sets.length > 0 && reading.sets.every((own) => isSameSet(own, set));

/** The set to show for a read: the one that differs from `wanted`, where several VNICs disagree. */
export const shownSet = (
  reading: SubjectReading,
  wanted: readonly SecurityAttribute[],
): readonly SecurityAttribute[] => reading.sets.find((own) => !isSameSet(own, wanted)) ?? reading.sets[0] ?? [];
