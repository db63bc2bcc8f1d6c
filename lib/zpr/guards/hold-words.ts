/**
 * Why an edit is held: no admin source reaches a cluster's API endpoint any more; new nodes cannot join; a line of the
 * guard file breaks; the guard file cannot be gone by; what the edit does cannot be judged.
 */
export const holdCodes = ["admin-access", "node-join", "line", "guards-unreadable", "not-judged"] as const;
