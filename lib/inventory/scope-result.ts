import type { CoverageEntry, CoverageScope, Inventory } from "@/lib/inventory/inventory";
import type { Instance, Vnic, VnicAttachment } from "@/lib/oke/compute";
import type { PrivateIp } from "@/lib/oke/network";
import type { AvailabilityDomain } from "@/lib/oke/tenancy";
import type { WorkRequest } from "@/lib/oke/work-request";
import type { SecurityAttributeDefinition, SecurityAttributeNamespace } from "@/lib/zpr/security-attribute-namespace";

/** The lists of an inventory that are read scope by scope and laid end to end. */
export type Collections = Pick<
  Inventory,
  | "clusters"
  | "nodePools"
  | "virtualNodePools"
  | "loadBalancers"
  | "networkLoadBalancers"
  | "mountTargets"
  | "fileSystems"
  | "vcns"
  | "subnets"
  | "localPeeringGateways"
  | "drgAttachments"
>;

/** A namespace as its list tells it: without its keys. */
export type NamespaceSummary = Omit<SecurityAttributeNamespace, "definitions" | "isDefinitionListComplete">;
/** A key as its list tells it: without its validator, which only its own read gives. */
export type DefinitionSummary = Omit<SecurityAttributeDefinition, "allowedValues">;

/** What the read of one scope gave. */
export type ScopeObjects = Partial<Collections> & {
  readonly tenancy?: Inventory["tenancy"];
  readonly regions?: Inventory["regions"];
  readonly compartments?: Inventory["compartments"];
  readonly availabilityDomains?: readonly AvailabilityDomain[];
  /** A node pool with its nodes; stands in the place of the one from the list. */
  readonly nodePoolWithNodes?: Inventory["nodePools"][number];
  readonly namespaces?: readonly NamespaceSummary[];
  readonly definitions?: { readonly namespaceId: string; readonly summaries: readonly DefinitionSummary[] };
  readonly allowedValues?: {
    readonly namespaceId: string;
    readonly name: string;
    readonly values: SecurityAttributeDefinition["allowedValues"];
  };
  /** Only in readings of nodes, which are no part of a pass. */
  readonly instances?: readonly Instance[];
  readonly vnicAttachments?: readonly VnicAttachment[];
  readonly vnic?: Vnic;
  readonly privateIps?: readonly PrivateIp[];
  readonly workRequests?: readonly WorkRequest[];
};

/** One line of the ledger together with what was read. */
export type ScopeResult = { readonly entry: CoverageEntry; readonly objects: ScopeObjects };

/** What tells scopes apart. */
export const scopeKey = (scope: CoverageScope): string =>
  JSON.stringify([scope.operation, scope.region, scope.compartmentId, scope.target]);
