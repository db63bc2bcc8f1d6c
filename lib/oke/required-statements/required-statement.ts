import type { FoundStatement } from "@/lib/zpr/node-join-statements";

export const requiredStatementCodes = [
  "clients-to-endpoint",
  "nodes-to-endpoint",
  "nodes-to-endpoint-tunnel",
  "endpoint-to-nodes",
  "pods-to-endpoint",
  "nodes-to-all-endpoints",
  "all-endpoints-to-nodes",
  "nodes-to-osn-services",
  "clients-to-balancer",
  "balancer-to-nodes",
  "balancer-to-nodes-health",
  "nodes-to-mount-target",
] as const;
export type RequiredStatementCode = (typeof requiredStatementCodes)[number];

export const requiredStatementStates = ["missing", "cannot-tell", "equivalent", "present"] as const;
/** `equivalent`: another statement allows it. */
export type RequiredStatementState = (typeof requiredStatementStates)[number];

export const clusterParts = ["endpoint", "node-pools", "load-balancers", "mount-targets"] as const;
export type ClusterPart = (typeof clusterParts)[number];

/** A resource of the cluster that needs a statement. */
export type NeedingResource = { readonly resourceId: string; readonly name: string };

/** A statement that a part of a cluster needs, and whether policies hold it. */
export type RequiredStatement = {
  readonly code: RequiredStatementCode;
  readonly part: ClusterPart;
  readonly neededBy: readonly NeedingResource[];
  readonly state: RequiredStatementState;
  /** With the cluster's own names; `null` while a VCN carries no attribute that could be its location, or is not known. */
  readonly text: string | null;
  /** It holds a placeholder that only its reader can fill. */
  readonly isTemplate: boolean;
  /** What it is for, in one sentence. */
  readonly why: string;
  /** What was found, or why nobody can tell. */
  readonly evidence: string;
  readonly found: FoundStatement | null;
  /**
   * Of a missing one: the text of another missing one that allows all of it. Written together, the linter would say
   * that the one shadows the other.
   */
  readonly coveredBy: string | null;
};

/** Which of Oracle's pages asks for it. */
export const requiredStatementSources = {
  guide: "https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengusingzpr.htm",
  ports: "https://docs.oracle.com/en-us/iaas/Content/ContEng/Concepts/contengnetworkconfig.htm",
  storage: "https://docs.oracle.com/en-us/iaas/Content/File/Tasks/securitylistsfilestorage.htm",
} as const;
