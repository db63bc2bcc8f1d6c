import type { SubjectReading } from "@/lib/changes/change-subject";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";
import { isSameSecurityAttributes } from "@/lib/zpr/security-attributes";

/** Whether a fresh read shows `set`, on every VNIC where there are several. A resource without a place for it does not. */
export const shows = (reading: SubjectReading, set: readonly SecurityAttribute[]): boolean =>
  reading.sets.length > 0 && reading.sets.every((own) => isSameSecurityAttributes(own, set));

/** The set to show for a read: the one that differs from `wanted`, where several VNICs disagree. */
export const shownSet = (reading: SubjectReading, wanted: readonly SecurityAttribute[]): readonly SecurityAttribute[] =>
  reading.sets.find((own) => !isSameSecurityAttributes(own, wanted)) ?? reading.sets[0] ?? [];
