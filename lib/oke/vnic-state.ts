import type { SecurityAttribute } from "@/lib/zpr/security-attribute";
import { isSameSecurityAttributes } from "@/lib/zpr/security-attributes";

/**
 * What a VNIC of a running node says about its pool's present set. `differs`: it carries another set, and nothing that
 * OCI tells decides whether that is older than the pool's or was put on the VNIC itself. `settling`: the node is being
 * made or taken away, or Compute is still applying attributes.
 */
export const vnicStates = [
  "in-step",
  "older-than-change",
  "edited-directly",
  "differs",
  "vnic-missing",
  "not-readable",
  "settling",
] as const;
export type VnicState = (typeof vnicStates)[number];

/** What is concluded, why, and whether it is only the likeliest explanation: OCI keeps no history of a VNIC. */
export type VnicVerdict = { readonly state: VnicState; readonly isInferred: boolean; readonly reason: string };

/** The same VNIC of another node of the pool. */
export type Sibling = { readonly launchedMs: number | null; readonly carried: readonly SecurityAttribute[] };

/** What is known about a VNIC that carries another set than its pool gives now. */
export type DifferingVnic = {
  readonly present: readonly SecurityAttribute[];
  readonly carried: readonly SecurityAttribute[];
  /** When its node was launched, epoch milliseconds; `null` when not known. */
  readonly launchedMs: number | null;
  /** When the last change of the pool that OCI still lists had ended; `null` when none is listed. */
  readonly lastChangeMs: number | null;
  /** The same VNIC of the pool's other nodes. */
  readonly siblings: readonly Sibling[];
};

const inferred = (state: VnicState, reason: string): VnicVerdict => ({ state, isInferred: true, reason });

const isBefore = (a: number | null, b: number | null): boolean => a !== null && b !== null && a < b;

/**
 * Tells a set that is older than the pool's from one that was put on the VNIC itself, as far as that can be told: nodes
 * take the set that their pool has when they are launched, so what nodes before and after carry, and when the pool was
 * last changed, speak for the one or the other. https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengusingzpr.htm
 */
export function differingVnicVerdict(vnic: DifferingVnic): VnicVerdict {
  const { present, carried, launchedMs, lastChangeMs, siblings } = vnic;
  if (isBefore(lastChangeMs, launchedMs)) {
    return inferred(
      "edited-directly",
      "The node was launched after the last change of the pool that OCI lists, so it began with the present set.",
    );
  }
  const inStep = siblings.filter((sibling) => isSameSecurityAttributes(sibling.carried, present));
  if (inStep.some((sibling) => isBefore(sibling.launchedMs, launchedMs))) {
    return inferred("edited-directly", "A node that was launched earlier carries the present set.");
  }
  if (isBefore(launchedMs, lastChangeMs)) {
    return inferred("older-than-change", "The node was launched before the last change of the pool.");
  }
  if (inStep.some((sibling) => isBefore(launchedMs, sibling.launchedMs))) {
    return inferred("older-than-change", "Only nodes that were launched later carry the present set.");
  }
  if (siblings.some((sibling) => isSameSecurityAttributes(sibling.carried, carried))) {
    return inferred("older-than-change", "Other nodes of the pool carry the same set.");
  }
  return {
    state: "differs",
    isInferred: false,
    reason:
      "It is older than the last change of the pool, or was edited on the VNIC itself: nothing that OCI lists tells which.",
  };
}
