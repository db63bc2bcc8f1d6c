import type { AttributeVerdictState } from "@/lib/zpr/attribute-verdict";

/** How many security attributes have each verdict; shown on every level above the attribute itself. */
export type VerdictCounts = { readonly [S in AttributeVerdictState]: number };
