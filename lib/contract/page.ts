import * as v from "valibot";
import { type ListFilter, listFilterSchema } from "@/lib/contract/list-filter";
import { readOnlyArray } from "@/lib/contract/read-only-array";

const coverageGapSchema = v.object({
  operation: v.string(),
  region: v.string(),
  outcome: v.picklist(["refused", "failed"]),
  code: v.string(),
  message: v.string(),
  opcRequestId: v.nullable(v.string()),
  /** Names of the compartments concerned, at most five; `scopeCount` says how many scopes in all. */
  compartmentNames: readOnlyArray(v.string()),
  scopeCount: v.number(),
});

/** Several scopes that failed for one reason, in one line: "listLoadBalancers in us-phoenix-1: ServiceUnavailable". */
export type CoverageGap = v.InferOutput<typeof coverageGapSchema>;

export const completenessSchema = v.object({
  isComplete: v.boolean(),
  /** What could not be read, most consequential first, at most 20 lines; `gapCount` says how many there are in all. */
  gaps: readOnlyArray(coverageGapSchema),
  gapCount: v.number(),
});

/** How complete what stands beside it is. When `isComplete` is false every count says "at least". */
export type Completeness = v.InferOutput<typeof completenessSchema>;

/** The members of one page of a list, around the schema of one item. */
export const pageEntries = <S extends v.GenericSchema>(item: S) => ({
  items: readOnlyArray(item),
  /** Oracle's word for the token of the next page; `null` on the last. */
  opcNextPage: v.nullable(v.string()),
  /** How many match the filter, before paging. */
  total: v.number(),
  /** How many there are in the scope (`region`, `compartmentId`), without the filter. */
  totalUnfiltered: v.number(),
  revision: v.number(),
  completeness: completenessSchema,
  filter: listFilterSchema,
});

export const pageSchema = <S extends v.GenericSchema>(item: S) => v.object(pageEntries(item));

/** One page of a list, and the totals before paging. */
export type Page<T> = {
  readonly items: readonly T[];
  readonly opcNextPage: string | null;
  /** How many match the filter, before paging. */
  readonly total: number;
  /** How many there are in the scope (`region`, `compartmentId`), without the filter. */
  readonly totalUnfiltered: number;
  readonly revision: number;
  readonly completeness: Completeness;
  readonly filter: ListFilter;
};

export const apiErrorBodySchema = v.object({
  code: v.string(),
  message: v.string(),
  /** The member of the body or query that is wrong: `operations[1].value`. */
  field: v.exactOptional(v.string()),
  opcRequestId: v.exactOptional(v.string()),
});

/** What every error answer of `/api` carries. */
export type ApiErrorBody = v.InferOutput<typeof apiErrorBodySchema>;
