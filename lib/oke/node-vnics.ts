import type { Vnic } from "@/lib/oke/compute";
import type { NodePool } from "@/lib/oke/node-pool";

/** A VNIC that a node has: its subnet is known from the attachment; `vnic` is `null` when it could not be read. */
export type AttachedVnic = {
  readonly vnicId: string;
  readonly subnetId: string | null;
  readonly vnic: Vnic | null;
};

type SecondaryVnic = NodePool["secondaryVnics"][number];

/** The VNICs of one node beside what its pool gives to new nodes. */
export type MatchedVnics = {
  readonly primary: AttachedVnic | null;
  /** In the pool's order, `null` where the node has no such VNIC. */
  readonly secondary: readonly (AttachedVnic | null)[];
  /** VNICs that no entry of the pool stands for: somebody attached them. */
  readonly unmanaged: readonly AttachedVnic[];
  /** VNICs of which nothing is known but their subnet: they may be any of those that are missing. */
  readonly unread: readonly AttachedVnic[];
};

/** The name of a pool's secondary VNIC; the one of its number when it has none. */
export const secondaryVnicName = ({ displayName, createVnicDetails }: SecondaryVnic, index: number): string =>
  displayName ?? createVnicDetails.displayName ?? `Secondary VNIC ${index + 1}`;

const namesOf = ({ displayName, createVnicDetails }: SecondaryVnic): readonly (string | null)[] => [
  displayName,
  createVnicDetails.displayName,
];

const subnetOf = ({ vnic, subnetId }: AttachedVnic): string | null => vnic?.subnetId ?? subnetId;

const isIn = (attached: AttachedVnic, entry: SecondaryVnic): boolean =>
  subnetOf(attached) === entry.createVnicDetails.subnetId;

const isNamedAs = ({ vnic }: AttachedVnic, entry: SecondaryVnic): boolean =>
  vnic !== null && vnic.displayName !== null && namesOf(entry).includes(vnic.displayName);

/** Takes from `free` a VNIC that `isMatch` picks, unless it picks more than `places` that want one. */
function take(free: Set<AttachedVnic>, isMatch: (attached: AttachedVnic) => boolean, places = 1): AttachedVnic | null {
  const found = [...free].filter(isMatch);
  const [first] = found;
  if (first === undefined || found.length > places) return null;
  free.delete(first);
  return first;
}

/** New pools name the subnets of pods on secondary VNICs; those of older ones get VNICs that OKE itself looks after. */
const legacySubnets = (pool: Pick<NodePool, "nodeConfigDetails">): readonly string[] =>
  pool.nodeConfigDetails?.nodePoolPodNetworkOptionDetails?.podSubnetIds ?? [];

/**
 * Lays the VNICs of a node beside its pool's secondary VNICs: by subnet and display name, and where a name is missing
 * or another, by the subnet when it leaves no choice. Their order means nothing.
 */
export function matchVnics(
  pool: Pick<NodePool, "secondaryVnics" | "nodeConfigDetails">,
  attached: readonly AttachedVnic[],
): MatchedVnics {
  const primary = attached.find(({ vnic }) => vnic?.isPrimary === true) ?? null;
  const free = new Set(attached.filter((each) => each !== primary && each.vnic !== null));
  const secondary = pool.secondaryVnics.map((entry) =>
    take(free, (each) => isIn(each, entry) && isNamedAs(each, entry)),
  );
  for (const [index, entry] of pool.secondaryVnics.entries()) {
    if (secondary[index] !== null) continue;
    const places = pool.secondaryVnics.filter(
      ({ createVnicDetails: { subnetId } }, other) =>
        secondary[other] === null && subnetId === entry.createVnicDetails.subnetId,
    );
    // All entries of a pool carry one set, so that it does not matter which of several gets which VNIC.
    secondary[index] = take(free, (each) => isIn(each, entry), places.length);
  }
  const legacy = legacySubnets(pool);
  return {
    primary,
    secondary,
    unmanaged: [...free].filter((each) => !legacy.includes(subnetOf(each) ?? "")),
    unread: attached.filter(({ vnic }) => vnic === null),
  };
}
