import type { CoverageEntry } from "@/lib/inventory/inventory";
import type { KubernetesLists } from "@/lib/oke/declared-setting";
import type { KubernetesEvent } from "@/lib/oke/kubernetes-objects";

/** What one read of a cluster's manifests gave. Immutable. */
export type ClusterDeclaration = {
  readonly clusterId: string;
  readonly startedAt: string;
  readonly finishedAt: string;
  /** Whether the inventory that it was compared with had been read to its end. */
  readonly isOfWholeInventory: boolean;
  readonly lists: KubernetesLists;
  /** Of objects whose resources were not in step when it was read, by the object's UID. */
  readonly events: ReadonlyMap<string, readonly KubernetesEvent[]>;
  /** Addresses and DNS names of the mount targets that only those tie to a volume, by their OCIDs. */
  readonly hosts: ReadonlyMap<string, readonly string[]>;
  /** What was asked of the cluster, and how it went; `target` is the cluster. */
  readonly coverage: readonly CoverageEntry[];
};
