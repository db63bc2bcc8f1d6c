import type * as containerengine from "oci-containerengine";
import type * as core from "oci-core";
import type * as filestorage from "oci-filestorage";
import type * as identity from "oci-identity";
import type * as loadbalancer from "oci-loadbalancer";
import type * as networkloadbalancer from "oci-networkloadbalancer";
import type * as securityattribute from "oci-securityattribute";
import type * as zpr from "oci-zpr";
import type { Wire } from "@/emulator/wire";

/** What is refused in the Kubernetes API of clusters. All that is named must match; what is left out matches everything. */
export type KubernetesRefusal = {
  readonly clusterId?: string;
  readonly namespace?: string;
  /** `get`, `list`, `patch`, `create`. */
  readonly verb?: string;
  /** In the plural, as in paths: `services`. */
  readonly resource?: string;
};

/** What one user may not do. Everything is allowed that is not named here. */
export type UserSeed = {
  readonly name: string;
  readonly ocid: string;
  /** Compartments whose every read is 404 NotAuthorizedOrNotFound, as OCI answers what one may not see. */
  readonly hiddenCompartmentIds: readonly string[];
  /** Namespaces left out of lists and 404 by id: no `inspect` on them. */
  readonly hiddenNamespaceIds: readonly string[];
  /** Namespaces that can be seen and not used: a write with one of their attributes is 404 NotAuthorizedOrNotFound. */
  readonly unusableNamespaceIds: readonly string[];
  /** Compartments whose IAM policies alone are 404, though the compartment can be seen. */
  readonly unreadablePolicyCompartmentIds?: readonly string[];
  /** Names of the Identity groups that the user is in; none when not said. */
  readonly groups?: readonly string[];
  /** SDK operation names answered 404 NotAuthorizedOrNotFound (`listSecurityAttributeNamespaces`, `updateNodePool`). */
  readonly refusedOperations: readonly string[];
  /** 403 by Kubernetes RBAC, whatever IAM says. */
  readonly kubernetesRefusals: readonly KubernetesRefusal[];
};

/** An object as the Kubernetes API gives it. */
export type KubernetesObject = {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly uid: string;
    readonly creationTimestamp: string;
    readonly resourceVersion?: string;
    readonly annotations?: { readonly [name: string]: string };
    readonly labels?: { readonly [name: string]: string };
    readonly [member: string]: unknown;
  };
  readonly [member: string]: unknown;
};

/** As seen from the console: it answers, connections to it are reset, or nothing ever comes back. */
export type KubernetesAccess = "open" | "reset" | "hang";

/** What a cluster's Kubernetes API holds. Its Nodes and Namespaces follow from the rest and are not in here. */
export type KubernetesSeed = {
  readonly clusterId: string;
  readonly access: KubernetesAccess;
  readonly objects: readonly KubernetesObject[];
};

/** The state of one region, in OCI's own wire shapes. */
export type RegionSeed = {
  readonly regionName: string;
  readonly regionKey: string;
  readonly isHomeRegion: boolean;
  readonly availabilityDomains: readonly string[];
  readonly clusters: readonly Wire<containerengine.models.Cluster>[];
  /** With their `nodes`. */
  readonly nodePools: readonly Wire<containerengine.models.NodePool>[];
  readonly virtualNodePools: readonly Wire<containerengine.models.VirtualNodePool>[];
  readonly addons: readonly { readonly clusterId: string; readonly addon: Wire<containerengine.models.Addon> }[];
  readonly vcns: readonly Wire<core.models.Vcn>[];
  readonly subnets: readonly Wire<core.models.Subnet>[];
  readonly localPeeringGateways: readonly Wire<core.models.LocalPeeringGateway>[];
  readonly drgAttachments: readonly Wire<core.models.DrgAttachment>[];
  readonly instances: readonly Wire<core.models.Instance>[];
  readonly vnicAttachments: readonly Wire<core.models.VnicAttachment>[];
  readonly vnics: readonly Wire<core.models.Vnic>[];
  readonly privateIps: readonly Wire<core.models.PrivateIp>[];
  readonly loadBalancers: readonly Wire<loadbalancer.models.LoadBalancer>[];
  readonly networkLoadBalancers: readonly Wire<networkloadbalancer.models.NetworkLoadBalancer>[];
  readonly mountTargets: readonly Wire<filestorage.models.MountTarget>[];
  readonly fileSystems: readonly Wire<filestorage.models.FileSystem>[];
  /** One for each cluster whose Kubernetes API holds anything. */
  readonly kubernetes: readonly KubernetesSeed[];
};

/** A whole tenancy before anything happened in it: plain data, the same every time it is made. */
export type TenancySeed = {
  readonly name: string;
  readonly tenancy: Wire<identity.models.Tenancy>;
  /** The first is the one whose config file is printed; tests ask for others by name. */
  readonly users: readonly UserSeed[];
  /** Without the root compartment: that is the tenancy itself. */
  readonly compartments: readonly Wire<identity.models.Compartment>[];
  readonly securityAttributeNamespaces: readonly Wire<securityattribute.models.SecurityAttributeNamespace>[];
  readonly securityAttributes: readonly Wire<securityattribute.models.SecurityAttribute>[];
  readonly zprConfiguration: Wire<zpr.models.Configuration> | null;
  readonly zprPolicies: readonly Wire<zpr.models.ZprPolicy>[];
  /** Identity's policies, each attached to a compartment; none when not said. */
  readonly iamPolicies?: readonly Wire<identity.models.Policy>[];
  readonly regions: readonly RegionSeed[];
  /** Default page size where the request gives no limit; small, so that the seeds really page. */
  readonly defaultPageSize: number;
};
