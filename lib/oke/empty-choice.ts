/** What is written when nothing is left of a set: which of the two a controller takes for "none" is not documented. */
export const emptyChoices = ["annotation-removed", "empty-map"] as const;
export type EmptyChoice = (typeof emptyChoices)[number];
