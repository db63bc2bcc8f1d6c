import type { SecurityAttribute } from "@/lib/zpr/security-attribute";

export const attributeVerdictStates = ["ok", "retired", "deleting", "deleted", "value-not-allowed", "unknown"] as const;

/** What the definition of an attribute says about an entry on a resource. */
export type AttributeVerdictState = (typeof attributeVerdictStates)[number];

export type AttributeVerdict = {
  readonly state: AttributeVerdictState;
  /** One sentence for a person: why the entry has this state. */
  readonly reason: string;
};

/** A security attribute on a resource together with what its definition says of it. */
export type AssessedSecurityAttribute = SecurityAttribute & { readonly verdict: AttributeVerdict };
