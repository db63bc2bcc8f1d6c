import type { NodePool } from "@/lib/oke/node-pool";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";
import { isSameSecurityAttributes } from "@/lib/zpr/security-attributes";

export type SecondaryVnicSet = {
  readonly displayName: string;
  readonly securityAttributes: readonly SecurityAttribute[];
};

const setsOf = (secondaryVnics: NodePool["secondaryVnics"]): readonly SecondaryVnicSet[] =>
  secondaryVnics.map((vnic, index) => ({
    displayName: vnic.displayName ?? vnic.createVnicDetails.displayName ?? `Secondary VNIC ${index + 1}`,
    securityAttributes: vnic.createVnicDetails.securityAttributes,
  }));

/**
 * The one set of a pool's secondary VNICs. Oracle demands the same set on all of them; where they differ, `differing`
 * gives each with its own, in the pool's order, and `securityAttributes` is that of the first.
 * https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengusingzpr.htm
 */
export function secondaryVnicsSet(secondaryVnics: NodePool["secondaryVnics"]): {
  readonly securityAttributes: readonly SecurityAttribute[];
  readonly differing: readonly SecondaryVnicSet[] | null;
} {
  const sets = setsOf(secondaryVnics);
  const securityAttributes = sets[0]?.securityAttributes ?? [];
  const isOneSet = sets.every((set) => isSameSecurityAttributes(set.securityAttributes, securityAttributes));
  return { securityAttributes, differing: isOneSet ? null : sets };
}
