import { chainTo } from "@/lib/oke/readiness/iam-grants";
import type { Compartment } from "@/lib/oke/tenancy";

const plainName = /^[A-Za-z0-9._-]+$/;

/** Whether a name can stand in a statement as it is. */
export const isPlainIamName = (name: string): boolean => plainName.test(name);

/** Whether a group can stand in a statement: no escape for an apostrophe is documented, so it may only enclose a part. */
export const isWritableGroup = (group: string): boolean =>
  /^(?:'[^'/]+'|[^'/]+)(?:\/(?:'[^'/]+'|[^'/]+))?$/.test(group.trim());

/** What is said of a group that cannot. */
export const unwritableGroup =
  "Write the group as its name, or Domain/name. A name with an apostrophe cannot be written in an IAM statement: use another group.";

/**
 * Where a statement attached to the root compartment speaks of a compartment: `tenancy`, `compartment a:b` by names, or
 * by OCID where a name cannot be written or the way up is not known. `null` stands for the tenancy.
 */
export function iamPlaceText(
  compartmentId: string | null,
  { compartments, tenancyId }: { readonly compartments: readonly Compartment[]; readonly tenancyId: string },
): string {
  if (compartmentId === null || compartmentId === tenancyId) return "tenancy";
  const chain = chainTo(compartmentId, compartments);
  const names = chain.slice(1).map(({ name }) => name);
  return chain[0]?.id === tenancyId && names.every(isPlainIamName)
    ? `compartment ${names.join(":")}`
    : `compartment id ${compartmentId}`;
}
