import type { Cluster } from "@/lib/oke/cluster";
import type { LoadBalancer, NetworkLoadBalancer } from "@/lib/oke/load-balancer";
import type { FileSystem, MountTarget } from "@/lib/oke/mount-target";
import type { DrgAttachment, LocalPeeringGateway, Subnet, Vcn } from "@/lib/oke/network";
import type { NodePool, VirtualNodePool } from "@/lib/oke/node-pool";
import type { ProtectedResource } from "@/lib/oke/protected-resource";
import type { Compartment, RegionSubscription, Tenancy } from "@/lib/oke/tenancy";
import type { SecurityAttributeCatalog } from "@/lib/zpr/security-attribute-namespace";

/** An OCI object with the region it was read from: OCI's answers do not say it. */
export type InRegion<T> = T & { readonly region: string };

/** What one list or get was about. A scope is read once a pass. */
export type CoverageScope = {
  /** The OCI operation, spelled as the SDK spells it: `listClusters`. */
  readonly operation: string;
  readonly region: string;
  readonly compartmentId: string | null;
  /** The availability domain, or the OCID of the single thing that was read. */
  readonly target: string | null;
};

/** One line of the coverage ledger: what was asked, and how it went. */
export type CoverageEntry = CoverageScope & {
  readonly outcome: "read" | "refused" | "failed";
  readonly readAt: string;
  readonly durationMs: number;
  /** How many objects came back; 0 when it was not read. */
  readonly count: number;
  /** Why it was not read: Oracle's code where there is one, and a sentence. `null` when it was read. */
  readonly problem: { readonly code: string; readonly message: string; readonly opcRequestId: string | null } | null;
  /** When it failed and an earlier pass had read it: the time of that read, whose objects are shown meanwhile. */
  readonly keptFrom?: string;
};

/** Everything one pass over a tenancy has read so far, and what it could not read. Immutable: a pass makes new ones. */
export type Inventory = {
  /** Grows with each published snapshot; pages of different revisions do not fit together. */
  readonly revision: number;
  readonly startedAt: string;
  /** `null` while the pass that made it still runs. */
  readonly finishedAt: string | null;
  readonly scopesDone: number;
  readonly scopesTotal: number;
  readonly tenancy: Tenancy;
  readonly homeRegion: string;
  /** Those that the tenancy is subscribed to. */
  readonly regions: readonly RegionSubscription[];
  /** The only ones that were to be read; `null` for all. What belongs to the whole tenancy is read all the same. */
  readonly chosenRegions: readonly string[] | null;
  readonly compartments: readonly Compartment[];
  readonly catalog: SecurityAttributeCatalog;
  readonly clusters: readonly InRegion<Cluster>[];
  readonly nodePools: readonly InRegion<NodePool>[];
  readonly virtualNodePools: readonly InRegion<VirtualNodePool>[];
  readonly loadBalancers: readonly InRegion<LoadBalancer>[];
  readonly networkLoadBalancers: readonly InRegion<NetworkLoadBalancer>[];
  readonly mountTargets: readonly InRegion<MountTarget>[];
  readonly fileSystems: readonly InRegion<FileSystem>[];
  readonly vcns: readonly InRegion<Vcn>[];
  readonly subnets: readonly InRegion<Subnet>[];
  /** These and the attachments are read in regions where two VCNs carry an attribute; only the linter rests on them. */
  readonly localPeeringGateways: readonly InRegion<LocalPeeringGateway>[];
  readonly drgAttachments: readonly InRegion<DrgAttachment>[];
  /** Derived from all of the above: every surface that can carry security attributes, assessed and matched. */
  readonly resources: readonly ProtectedResource[];
  readonly coverage: readonly CoverageEntry[];
};
