/** Apart from what gives the warnings: the browser needs the words to read an answer, never the reasoning. */
export const changeWarningCodes = [
  "first-attribute",
  "last-attribute",
  "above-recommended",
  "new-nodes-only",
  "differing-vnics",
  "node-join-policies",
  "not-reconciled",
] as const;

/** What a person should know before a change is sent. It stops nothing. */
export type ChangeWarning = { readonly code: (typeof changeWarningCodes)[number]; readonly message: string };
