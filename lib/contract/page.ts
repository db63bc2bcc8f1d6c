/** How complete what stands beside it is. When `isComplete` is false every count says "at least". */
export type Completeness = {
  readonly isComplete: boolean;
  /** What could not be read, most consequential first, at most 20 lines; the counts say how many there are in all. */
  readonly gaps: readonly CoverageGap[];
  readonly gapCount: number;
};

/** Several scopes that failed for one reason, in one line: "listLoadBalancers in us-phoenix-1: ServiceUnavailable". */
export type CoverageGap = {
  readonly operation: string;
  readonly region: string;
  readonly outcome: "refused" | "failed";
  readonly code: string;
  readonly message: string;
  readonly opcRequestId: string | null;
  /** Names of the compartments concerned, at most five, and how many in all. */
  readonly compartmentNames: readonly string[];
  readonly scopeCount: number;
};

/** One page of a list: Oracle's next token, and the totals before paging. */
export type Page<T> = {
  readonly items: readonly T[];
  readonly opcNextPage: string | null;
  /** How many match the filter, before paging. */
  readonly total: number;
  /** How many there are without the filter. */
  readonly totalUnfiltered: number;
  readonly revision: number;
  readonly completeness: Completeness;
};

/** What every error answer of `/api` carries. */
export type ApiErrorBody = {
  readonly code: string;
  readonly message: string;
  /** The member of the body or query that is wrong: `operations[1].value`. */
  readonly field?: string;
  readonly opcRequestId?: string;
};
