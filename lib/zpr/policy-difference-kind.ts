/** How a statement stands in the difference of two lists; `reworded` says the same in other words. */
export const statementDifferenceKinds = ["added", "removed", "reworded", "same"] as const;
