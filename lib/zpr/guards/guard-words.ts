export const guardVerdicts = ["pass", "fail", "unknown"] as const;
export type GuardVerdict = (typeof guardVerdicts)[number];

/**
 * Why nobody can say whether a line holds. `no-pair`: each end means resources, but no two of them in one VCN, or one
 * alone that is both; `resources-unread`: all pairs that were read keep the line, and what was not read may break it.
 */
export const guardCauses = [
  "no-resource-from",
  "no-resource-to",
  "no-pair",
  "flow-unknown",
  "resources-unread",
] as const;
export type GuardCause = (typeof guardCauses)[number];
