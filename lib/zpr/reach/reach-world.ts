import type { NamedAttribute } from "@/lib/zpr/policy-language/statement";
import type { AssessedSecurityAttribute } from "@/lib/zpr/verdict-state";
import type { ZprPolicyLifecycleState } from "@/lib/zpr/zpr-policy";

/** Why nobody can say whether ZPR goes by an attribute that a resource carries. */
export type AttributeDoubt =
  /** Its entry cannot be read: it may be any attribute. */
  | "unreadable"
  /** Its mode is not `enforce`; what another does is not documented. */
  | "not-enforced"
  /** Its definition is deleted or being deleted: statements "might no longer allow" by it. */
  | "deleted"
  /** Its definition is retired; what that does to traffic is not documented. */
  | "retired"
  /** Only some of an endpoint's VNICs carry it. */
  | "some-vnics";

export type ReachAttribute = NamedAttribute & { readonly doubt: AttributeDoubt | null };

/** Where a resource can be reached, as far as it is known. Texts that are no address or block count as unknown. */
export type EndpointAddresses =
  /** All of its private addresses. */
  | { readonly kind: "known"; readonly addresses: readonly string[] }
  /** Somewhere in these CIDR blocks, such as its subnet's. */
  | { readonly kind: "within"; readonly blocks: readonly string[] }
  | { readonly kind: "unknown" };

export type ReachVcn = {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  /** `null` when they were not read. */
  readonly attributes: readonly ReachAttribute[] | null;
  /** `null` when they were not read. */
  readonly cidrBlocks: readonly string[] | null;
  /** OCI's "ZPR only" mode, whose meaning is not documented. */
  readonly isZprOnly: boolean;
};

/** Something with VNICs; the VNICs of a node pool are one endpoint. */
export type ReachEndpoint = {
  readonly id: string;
  readonly name: string;
  /** In words, for a person. */
  readonly kind: string;
  /** `null` when it is not known. */
  readonly vcnId: string | null;
  /** `null` when they were not read. */
  readonly attributes: readonly ReachAttribute[] | null;
  readonly addresses: EndpointAddresses;
};

export type ReachPolicy = {
  readonly id: string;
  readonly name: string;
  readonly lifecycleState: ZprPolicyLifecycleState;
  readonly statements: readonly string[];
};

/**
 * All that decides what ZPR allows. Plain data: the world after an edit is a copy with other attributes on one endpoint
 * or other statements in one policy.
 */
export type ReachWorld = {
  readonly vcns: readonly ReachVcn[];
  readonly endpoints: readonly ReachEndpoint[];
  readonly policies: readonly ReachPolicy[];
  /** Whether the policies are all of the tenancy. Where not, nothing is certainly blocked. */
  readonly isPolicyListComplete: boolean;
  /** Whether the endpoints are all that could be read. Where not, every list of flows is "at least". */
  readonly isEndpointListComplete: boolean;
};

function doubtOf({ unreadable, mode, verdict }: AssessedSecurityAttribute): AttributeDoubt | null {
  if (unreadable !== null) return "unreadable";
  if (verdict.state === "deleted" || verdict.state === "deleting") return "deleted";
  if (verdict.state === "retired") return "retired";
  return mode === null || mode.toLowerCase() === "enforce" ? null : "not-enforced";
}

/** What a resource carries, as ZPR may go by it. */
export function reachAttributesFrom(attributes: readonly AssessedSecurityAttribute[]): readonly ReachAttribute[] {
  return attributes.map((attribute) => {
    const { namespace, key, value } = attribute;
    return { namespace, key, value, doubt: doubtOf(attribute) };
  });
}
