import type { Page } from "@/lib/contract/page";
import type { ResourceKind } from "@/lib/oke/resource-kind";
import type { AttributeVerdictState } from "@/lib/zpr/attribute-verdict";
import type { SecurityAttributeLifecycleState } from "@/lib/zpr/security-attribute-namespace";

/**
 * One row of `GET /api/security-attributes`: a key of a namespace, whether or not its definition still exists. Rows
 * of `?state=stale` are one per (key, value, verdict) that is carried by a resource and not `ok`.
 */
export type SecurityAttributeListItem = {
  readonly namespace: string;
  readonly key: string;
  readonly namespaceId: string | null;
  readonly description: string | null;
  /** The definition's state; `null` when there is none, or none that the person may read. */
  readonly lifecycleState: SecurityAttributeLifecycleState | null;
  readonly isRetired: boolean;
  readonly state: AttributeVerdictState;
  readonly reason: string;
  readonly allowedValues: readonly string[] | null | "unread";
  /** The values that resources carry, with how many carry each and what is to be said of it, most used first. */
  readonly usedValues: readonly {
    readonly value: string;
    readonly resourceCount: number;
    readonly state: AttributeVerdictState;
    readonly reason: string;
  }[];
  readonly resourceCount: number;
  readonly kinds: readonly ResourceKind[];
};

/** What the Add dialog offers: every namespace the person can see, with its keys, retired ones included. */
export type SelectableNamespace = {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly isSelectable: boolean;
  /** Why it, or all of it, cannot be chosen; `null` when it can. */
  readonly reason: string | null;
  readonly keys: readonly {
    readonly name: string;
    readonly description: string;
    readonly allowedValues: readonly string[] | null | "unread";
    readonly isSelectable: boolean;
    readonly reason: string | null;
  }[];
};

export type SecurityAttributesResponse = Page<SecurityAttributeListItem> & {
  readonly namespaceCount: number;
  readonly isCatalogComplete: boolean;
  readonly catalogGaps: readonly string[];
};

/** `GET /api/security-attributes/selectable` */
export type SelectableNamespacesResponse = {
  readonly namespaces: readonly SelectableNamespace[];
  readonly isComplete: boolean;
  /** Why there may be more than is shown here; empty when the lists were read to their end. */
  readonly gaps: readonly string[];
};
