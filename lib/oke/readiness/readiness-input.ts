import type { Addon, Cluster } from "@/lib/oke/cluster";
import type { NodePool, VirtualNodePool } from "@/lib/oke/node-pool";
import type { ProtectedResource } from "@/lib/oke/protected-resource";
import type { IamPolicyReadings } from "@/lib/oke/readiness/iam-grants";
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
  /** Every surface of the cluster, with what it carries. */
  readonly surfaces: readonly ProtectedResource[];
  readonly catalog: SecurityAttributeCatalog;
  readonly compartments: readonly Compartment[];
  readonly tenancyId: string;
  readonly times: ReadinessTimes;

  readonly addons: Reading<readonly Addon[]>;
  readonly zprConfiguration: Reading<ZprConfiguration>;
  readonly zprPolicies: Reading<readonly ZprPolicy[]>;
  readonly iamPolicies: IamPolicyReadings;
  /** What the person chose to generate IAM statements for. */
  readonly choice: ReadinessChoice;
};

export type ReadinessChoice = {
  /** The person's group; `null` when none was named. */
  readonly group: string | null;
  /** Names of namespaces to restrict the group to; empty for those that the cluster uses, unrestricted. */
  readonly namespaces: readonly string[];
};
