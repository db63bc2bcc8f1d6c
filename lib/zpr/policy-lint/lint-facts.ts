import type { NamedVcn } from "@/lib/zpr/policy-language/resolve-names";
import type { SecurityAttribute } from "@/lib/zpr/security-attribute";
import type { SecurityAttributeCatalog } from "@/lib/zpr/security-attribute-namespace";
import type { ZprPolicyLifecycleState } from "@/lib/zpr/zpr-policy";

/** A policy or a draft of one. */
export type LintPolicy = {
  /** `null` for a draft. */
  readonly id: string | null;
  readonly name: string | null;
  /** `null` when it is not known: its statements then count as being in force. */
  readonly lifecycleState: ZprPolicyLifecycleState | null;
  readonly statements: readonly string[];
};

/** A node pool as far as it takes part in joining its cluster. */
export type LintNodePool = {
  readonly name: string;
  /** `null` or left out where it is not known. */
  readonly cluster?: { readonly id: string; readonly name: string } | null;
  readonly primaryVnicAttributes: readonly SecurityAttribute[];
  /** `null` when the VCN could not be read. */
  readonly vcnAttributes: readonly SecurityAttribute[] | null;
};

export type PolicyLimits = {
  /** The number of the API reference, above which the linter warns, and that of the newest limits page. */
  readonly statementsOfPolicy: { readonly documented: number; readonly newest: number };
  readonly policies: number;
  /**
   * Oracle's page calls these policies too, as its guide calls a single statement one: of 100 policies there can be
   * neither 200 nor 1,600.
   */
  readonly twoVcnStatements: number;
  readonly statementsOfAttribute: number;
};

/** https://docs.oracle.com/en-us/iaas/Content/zero-trust-packet-routing/overview.htm (limits), and the API reference. */
export const documentedLimits: PolicyLimits = {
  statementsOfPolicy: { documented: 25, newest: 50 },
  policies: 100,
  twoVcnStatements: 200,
  statementsOfAttribute: 1_600,
};

/**
 * What is known besides the policies. `null` for what was not read, and lists only that were read to their end: from
 * what is not in a list that is not whole, a rule would conclude something false.
 */
export type LintFacts = {
  readonly catalog: SecurityAttributeCatalog | null;
  readonly vcns: readonly NamedVcn[] | null;
  readonly resources: {
    /** What each resource carries. */
    readonly carried: readonly (readonly SecurityAttribute[])[];
    /** Which kinds of resource were read, each once. */
    readonly kinds: readonly string[];
  } | null;
  /** Groups of VCNs, by id, any two of which are or may be peered: by local peering gateways, or over a DRG. */
  readonly peerings: readonly (readonly string[])[] | null;
  readonly nodePools: readonly LintNodePool[] | null;
  /** Whether the policies given are all of the tenancy. */
  readonly isEveryPolicy: boolean;
  readonly limits: PolicyLimits;
};

/** Nothing but the text. */
export const noFacts: LintFacts = {
  catalog: null,
  vcns: null,
  resources: null,
  peerings: null,
  nodePools: null,
  isEveryPolicy: false,
  limits: documentedLimits,
};
