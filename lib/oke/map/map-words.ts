/** By what the nodes of a map are put together. */
export const mapGroupings = ["vcn", "cluster", "compartment", "attributes"] as const;
export type MapGrouping = (typeof mapGroupings)[number];

/** The world as it is, as a draft would leave it, or only what the draft changes. */
export const mapModes = ["now", "after", "changes"] as const;
export type MapMode = (typeof mapModes)[number];

/**
 * What ZPR does with a flow, or what a draft does to it; the worst first. `unknown` rests on something that was not
 * read; `perhaps` on something that was, and whose effect is not certain; `blocked` was declared to have to pass.
 */
export const mapMarks = [
  "blocked",
  "lost",
  "perhaps-lost",
  "unknown",
  "gained",
  "perhaps-gained",
  "perhaps",
  "allowed",
] as const;
export type MapMark = (typeof mapMarks)[number];

/** How a node stands, the worst first: what a group shows of its nodes is the first of these. */
export const mapStates = ["stale", "retired", "unknown", "unprotected", "protected"] as const;
export type MapState = (typeof mapStates)[number];

/** How many flows have each mark; a mark that none has is left out. */
export type MarkCounts = { readonly [M in MapMark]?: number };
