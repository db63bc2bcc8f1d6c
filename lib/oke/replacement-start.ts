import type { SecurityAttribute } from "@/lib/zpr/security-attribute";

/** What the set that replaces a malformed annotation starts from: what OCI stores, or nothing. */
export const replacementStarts = ["stored-set", "empty-set"] as const;
export type ReplacementStart = (typeof replacementStarts)[number];

/** The set that a person starts from, and how many stored entries it cannot hold. */
export type StartedSet = { readonly attributes: readonly SecurityAttribute[]; readonly leftOutCount: number };

/**
 * Takes where to start and what OCI stores, gives the set in the form that an annotation takes. Entries that cannot be
 * read are left out and counted: nobody knows how to declare them.
 */
export function startedSet(start: ReplacementStart, stored: readonly SecurityAttribute[]): StartedSet {
  if (start === "empty-set") return { attributes: [], leftOutCount: 0 };
  const readable = stored.filter(({ unreadable }) => unreadable === null);
  return {
    attributes: readable.map(({ namespace, key, value, mode }) => ({
      namespace,
      key,
      value,
      mode: mode ?? "enforce",
      otherMembers: [],
      unreadable: null,
    })),
    leftOutCount: stored.length - readable.length,
  };
}
