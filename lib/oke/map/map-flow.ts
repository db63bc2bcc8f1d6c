import type { MapMark } from "@/lib/oke/map/map-words";
import type { StatementPlace } from "@/lib/zpr/reach/reach-statement";
import type { UnknownCause } from "@/lib/zpr/reach/trace";

export type MapStatement = {
  readonly text: string;
  readonly places: readonly Pick<StatementPlace, "policyId" | "policyName" | "index">[];
};

/** All traffic from one node to another that stands alike: what every view of a map counts as one. */
export type MapFlow = {
  readonly id: string;
  /** Ids of nodes. */
  readonly source: string;
  readonly target: string;
  readonly mark: MapMark;
  /** In words. */
  readonly protocols: string;
  /** Those that allow it, or may; of what is lost, those that did. */
  readonly statements: readonly MapStatement[];
  /** Why it is not certain; codes of docs/reach.md. */
  readonly causes: readonly UnknownCause[];
  /** Of a change: when ZPR does not look at it, because neither end carries an attribute. */
  readonly ungoverned: "before" | "after" | null;
  /** The lines of the guard file that it breaks: of what is blocked, and of what is allowed and must not be. */
  readonly guard: string | null;
};

export const flowId = (source: string, target: string, mark: MapMark): string => `${source}>${target}>${mark}`;
