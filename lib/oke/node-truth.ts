import type { Instance } from "@/lib/oke/compute";
import type { Node, NodePool } from "@/lib/oke/node-pool";
import { matchVnics, secondaryVnicName, type AttachedVnic } from "@/lib/oke/node-vnics";
import { differingVnicVerdict, type Sibling, type VnicVerdict } from "@/lib/oke/vnic-state";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";
import { isSameSecurityAttributes } from "@/lib/zpr/security-attributes";

/** What was read of one node of a pool. */
export type NodeFacts = {
  readonly node: Node;
  /** `null` when the instances of its compartment could not be read, or it was not among them. */
  readonly instance: Instance | null;
  /** `null` when the VNIC attachments of its compartment could not be read. */
  readonly vnics: readonly AttachedVnic[] | null;
};

/** What a pool gives to new nodes now. */
export type PresentSets = {
  readonly primary: readonly SecurityAttribute[];
  /** One set for each secondary VNIC, in the pool's order. */
  readonly secondary: readonly (readonly SecurityAttribute[])[];
};

/** One VNIC that a node should have, or has besides. */
export type VnicTruth = VnicVerdict & {
  readonly name: string;
  readonly vnicId: string | null;
  /** What it carries; `null` when there is nothing that could be read. */
  readonly carried: readonly SecurityAttribute[] | null;
  /** The attributes stand on the instance, where Compute lets them be set instead of on the VNIC. */
  readonly isFromInstance: boolean;
};

export type UnmanagedVnic = {
  readonly vnicId: string;
  readonly name: string;
  readonly carried: readonly SecurityAttribute[];
};

/** How one node stands to its pool's present sets. */
export type NodeTruth = {
  readonly node: Node;
  /** ISO; `null` when the instance was not read. */
  readonly launchedAt: string | null;
  readonly primary: VnicTruth;
  /** In the order of the pool's secondary VNICs. */
  readonly secondary: readonly VnicTruth[];
  readonly unmanaged: readonly UnmanagedVnic[];
  /** Every VNIC that the pool gives carries the present set. */
  readonly isInStep: boolean;
};

export type NodePoolTruthInput = {
  readonly pool: Pick<NodePool, "secondaryVnics" | "nodeConfigDetails">;
  readonly present: PresentSets;
  /** When the last change of the pool that OCI lists had ended, epoch milliseconds; `null` when none is listed. */
  readonly lastChangeMs: number | null;
  readonly nodes: readonly NodeFacts[];
};

/** A VNIC in its place, before it is judged. */
type Slot = {
  readonly name: string;
  readonly attached: AttachedVnic | null;
  readonly carried: readonly SecurityAttribute[] | null;
  readonly isFromInstance: boolean;
  /** The node has VNICs that could not be read; this may be one of them. */
  readonly mayBeUnread: boolean;
};

type Laid = NodeFacts & {
  readonly launchedMs: number | null;
  /** The primary VNIC, then the secondary ones in the pool's order. */
  readonly slots: readonly Slot[];
  readonly unmanaged: readonly UnmanagedVnic[];
};

const msOf = (time: string | null | undefined): number | null => {
  const ms = Date.parse(time ?? "");
  return Number.isNaN(ms) ? null : ms;
};

/** Attributes are managed through the VNIC or the instance, never both; those of the instance stand for its primary VNIC. */
function carriedByPrimary(attached: AttachedVnic | null, instance: Instance | null) {
  const own = attached?.vnic?.securityAttributes ?? null;
  const isFromInstance = own?.length === 0 && (instance?.securityAttributes.length ?? 0) > 0;
  return { carried: isFromInstance ? (instance?.securityAttributes ?? null) : own, isFromInstance };
}

function layOut(pool: NodePoolTruthInput["pool"], facts: NodeFacts): Laid {
  const { primary, secondary, unmanaged, unread } = matchVnics(pool, facts.vnics ?? []);
  const mayBeUnread = facts.vnics === null || unread.length > 0;
  const inSubnet = (subnetId: string) => unread.some((each) => each.subnetId === subnetId || each.subnetId === null);
  return {
    ...facts,
    launchedMs: msOf(facts.instance?.timeCreated),
    slots: [
      { name: "Primary VNIC", attached: primary, ...carriedByPrimary(primary, facts.instance), mayBeUnread },
      ...secondary.map((attached, index) => ({
        name: nameAt(pool, index),
        attached,
        carried: attached?.vnic?.securityAttributes ?? null,
        isFromInstance: false,
        mayBeUnread: facts.vnics === null || inSubnet(pool.secondaryVnics[index]?.createVnicDetails.subnetId ?? ""),
      })),
    ],
    unmanaged: unmanaged.map(({ vnicId, vnic }) => ({
      vnicId,
      name: vnic?.displayName ?? vnicId,
      carried: vnic?.securityAttributes ?? [],
    })),
  };
}

const nameAt = (pool: NodePoolTruthInput["pool"], index: number): string => {
  const entry = pool.secondaryVnics[index];
  return entry === undefined ? `Secondary VNIC ${index + 1}` : secondaryVnicName(entry, index);
};

const plain = (state: VnicVerdict["state"], reason: string): VnicVerdict => ({ state, isInferred: false, reason });

const isComing = ({ node }: NodeFacts) => node.lifecycleState === "CREATING" || node.id === null;
const isGoing = ({ node }: NodeFacts) => node.lifecycleState === "DELETING" || node.lifecycleState === "DELETED";

function withoutSetVerdict(laid: Laid, slot: Slot): VnicVerdict {
  if (isComing(laid)) return plain("settling", "The node is being made.");
  if (isGoing(laid)) return plain("settling", "The node is being taken away.");
  if (laid.node.lifecycleState === "FAILING") return plain("settling", "The node fails to come up.");
  if (slot.mayBeUnread) return plain("not-readable", "The VNIC could not be read.");
  return plain("vnic-missing", "The node has no such VNIC.");
}

type Judged = Pick<NodePoolTruthInput, "present" | "lastChangeMs"> & { readonly all: readonly Laid[] };

function verdictOf({ present, lastChangeMs, all }: Judged, laid: Laid, index: number): VnicVerdict {
  const slot = laid.slots[index];
  if (slot === undefined || slot.carried === null) {
    return withoutSetVerdict(laid, slot ?? { ...emptySlot, mayBeUnread: true });
  }
  const wanted = index === 0 ? present.primary : (present.secondary[index - 1] ?? []);
  if (isSameSecurityAttributes(slot.carried, wanted)) return plain("in-step", "It carries the pool's present set.");
  if (isGoing(laid)) return plain("settling", "The node is being taken away.");
  if (laid.instance?.securityAttributesState === "UPDATING") {
    return plain("settling", "Compute is still applying security attributes to the instance.");
  }
  const siblings = all.flatMap((other): readonly Sibling[] => {
    const carried = other === laid ? null : (other.slots[index]?.carried ?? null);
    return carried === null ? [] : [{ launchedMs: other.launchedMs, carried }];
  });
  return differingVnicVerdict({
    present: wanted,
    carried: slot.carried,
    launchedMs: laid.launchedMs,
    lastChangeMs,
    siblings,
  });
}

const emptySlot: Slot = { name: "", attached: null, carried: null, isFromInstance: false, mayBeUnread: false };

function truthAt(judged: Judged, laid: Laid, index: number): VnicTruth {
  const { name, attached, carried, isFromInstance } = laid.slots[index] ?? emptySlot;
  return { ...verdictOf(judged, laid, index), name, vnicId: attached?.vnicId ?? null, carried, isFromInstance };
}

/**
 * Takes what was read of a pool's nodes, gives how each stands to the pool's present sets, by value and mode alone. OKE
 * lists deleted nodes for a while; they are left out.
 */
export function nodeTruths(input: NodePoolTruthInput): readonly NodeTruth[] {
  const { pool, present, lastChangeMs } = input;
  const all = input.nodes.filter(({ node }) => node.lifecycleState !== "DELETED").map((facts) => layOut(pool, facts));
  const judged = { present, lastChangeMs, all };
  return all.map((laid) => {
    const primary = truthAt(judged, laid, 0);
    const secondary = pool.secondaryVnics.map((_, index) => truthAt(judged, laid, index + 1));
    return {
      node: laid.node,
      launchedAt: laid.instance?.timeCreated ?? null,
      primary,
      secondary,
      unmanaged: laid.unmanaged,
      isInStep: [primary, ...secondary].every(({ state }) => state === "in-step"),
    };
  });
}
