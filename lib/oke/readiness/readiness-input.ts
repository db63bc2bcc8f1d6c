import type { Addon, AddonOption, Cluster } from "@/lib/oke/cluster";
import type { NodePool, VirtualNodePool } from "@/lib/oke/node-pool";
import type { ProtectedResource } from "@/lib/oke/protected-resource";
import type { IamPolicyReadings } from "@/lib/oke/readiness/iam-grants";
import type { IamGroup } from "@/lib/oke/readiness/iam-group";
import type { Reading } from "@/lib/oke/readiness/reading";
import type { Compartment } from "@/lib/oke/tenancy";
import type { SecurityAttributeCatalog } from "@/lib/zpr/security-attribute-namespace";
import type { AssessedSecurityAttribute } from "@/lib/zpr/verdict-state";
import type { ZprConfiguration } from "@/lib/zpr/zpr-configuration";
import type { ZprPolicy } from "@/lib/zpr/zpr-policy";

/** A VCN as far as readiness asks. */
export type ReadinessVcn = {
  readonly id: string;
  readonly name: string;
  readonly securityAttributes: readonly AssessedSecurityAttribute[];
};

/** When the parts of the pass that a check rests on were read; `null` while they have not been. */
export type ReadinessTimes = {
  readonly cluster: string | null;
  readonly nodePools: string | null;
  readonly vcn: string | null;
  readonly catalog: string | null;
};

/** Everything that is known about one cluster and its tenancy. The first part comes from the pass, the rest when asked. */
export type ReadinessInput = {
  readonly cluster: Cluster & { readonly region: string };
  readonly nodePools: readonly NodePool[];
  readonly virtualNodePools: readonly VirtualNodePool[];
  /** Whether the lists of node pools and virtual node pools were read wherever they could be. */
  readonly areNodePoolsComplete: boolean;
  /** By OCID; a VCN that is not there could not be read. */
  readonly vcns: ReadonlyMap<string, ReadinessVcn>;
  /** Of the subnet with the cluster's endpoint; `null` where it could not be read. */
  readonly endpointSubnetName: string | null;
  /** Every surface of the cluster, with what it carries. */
  readonly surfaces: readonly ProtectedResource[];
  readonly catalog: SecurityAttributeCatalog;
  readonly compartments: readonly Compartment[];
  readonly tenancyId: string;
  readonly times: ReadinessTimes;

  readonly addons: Reading<readonly Addon[]>;
  /** What OKE offers for the cluster's version of Kubernetes. */
  readonly addonOptions: Reading<readonly AddonOption[]>;
  /** A node that was seen to run with its pool's attributes on the VNICs of its pods; `null` where none was read. */
  readonly launched: LaunchedNode | null;
  readonly zprConfiguration: Reading<ZprConfiguration>;
  readonly zprPolicies: Reading<readonly ZprPolicy[]>;
  readonly iamPolicies: IamPolicyReadings;
  /** The groups that the caller is in; not asked where the credentials do not name a user. */
  readonly memberOf: Reading<readonly IamGroup[]>;
  /** What the person chose to generate IAM statements for. */
  readonly choice: ReadinessChoice;
};

/** A node as evidence of what its cluster can do. */
export type LaunchedNode = { readonly nodeName: string; readonly poolName: string; readonly readAt: string };

export type ReadinessChoice = {
  /** The person's group; `null` when none was named. */
  readonly group: string | null;
  /** Names of namespaces to restrict the group to; empty for those that the cluster uses, unrestricted. */
  readonly namespaces: readonly string[];
};
