import type { ReadinessFinding } from "@/lib/oke/readiness/readiness-check";
import type { Reading } from "@/lib/oke/readiness/reading";

/**
 * What a check says while what it rests on has not been read: nothing for or against.
 * @param what as it stands at the beginning of a sentence: "The cluster's add-ons"
 */
export function readingFinding(reading: Exclude<Reading<unknown>, { state: "read" }>, what: string): ReadinessFinding {
  const unknown = { state: "unknown", remedy: null } as const;
  if (reading.state === "not-asked") {
    return { ...unknown, evidence: `${what} have not been read yet.`, readAt: null, isNotChecked: true };
  }
  const reason = reading.state === "refused" ? "you may not, or there are none" : reading.message;
  return {
    ...unknown,
    evidence: `${what} could not be read: ${reason}`.replace(/\.?$/, "."),
    readAt: reading.readAt,
    isNotChecked: false,
  };
}
