/** Apart from the reasoning, which the browser does not need. */
export const effectChanges = ["gained", "lost", "perhaps-gained", "perhaps-lost", "unknown"] as const;
export type EffectChange = (typeof effectChanges)[number];

/** Why ZPR lets a flow pass or not, on one side of an edit. */
export const groundCodes = [
  /** Its statements allow it. */
  "statement",
  /** Neither end carries an attribute. */
  "not-governed",
  "no-statement",
  /** Its causes say why nobody knows. */
  "perhaps",
] as const;
export type GroundCode = (typeof groundCodes)[number];

/** The end outside of resources that a flow may have. */
export const outerKinds = ["address", "elsewhere", "osn-services", "all-endpoints"] as const;
