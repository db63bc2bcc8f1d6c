import * as v from "valibot";
import { effectAnswerSchema } from "@/lib/contract/effect";
import { namingStatementSchema } from "@/lib/contract/naming-statements";
import { completenessSchema } from "@/lib/contract/page";
import { readOnlyArray } from "@/lib/contract/read-only-array";
import { readingStateSchema } from "@/lib/contract/reading-state";
import { attributeVerdictStateSchema } from "@/lib/contract/security-attribute";
import { carrierSchema } from "@/lib/contract/security-attributes";

const name = v.pipe(v.string(), v.maxLength(300, "Use at most 300 characters."));

/** The query of `GET /api/security-attributes/dependents`: one value, as resources carry it. */
export const attributeDependentsRequestSchema = v.object({ namespace: name, key: name, value: v.optional(name, "") });
export type AttributeDependentsRequest = v.InferOutput<typeof attributeDependentsRequestSchema>;

/** What hangs on a value that resources carry: resources, statements and flows, and how sure each of them is. */
export const attributeDependentsSchema = v.object({
  state: attributeVerdictStateSchema,
  reason: v.string(),
  /** Whether the lists of namespaces and of the namespace's attributes were read to their end. */
  isDefinitionRead: v.boolean(),
  carriers: v.object({
    items: readOnlyArray(carrierSchema),
    total: v.number(),
    /** How many carry nothing else: without it ZPR perhaps does not look at them at all. */
    onlyCount: v.number(),
  }),
  statements: v.object({ items: readOnlyArray(namingStatementSchema), total: v.number() }),
  policies: readingStateSchema,
  /** Were its definition in order, against as if no statement named it: what is lost hangs on it. */
  flows: effectAnswerSchema,
  revision: v.number(),
  completeness: completenessSchema,
});
export type AttributeDependents = v.InferOutput<typeof attributeDependentsSchema>;
