const number = new Intl.NumberFormat("en-GB");

/** 1240 as "1,240". */
export const formatCount = (count: number): string => number.format(count);

/** "1 cluster", "1,240 clusters". */
export const formatCounted = (count: number, singular: string, plural = `${singular}s`): string =>
  `${formatCount(count)} ${count === 1 ? singular : plural}`;

/** "at least 48 clusters" when not all could be read, "1 cluster" otherwise. */
export const formatCountedAtLeast = (count: number, isComplete: boolean, singular: string): string =>
  `${isComplete ? "" : "at least "}${formatCounted(count, singular)}`;

/** "at least 48" when not all could be read, "48" otherwise. */
export const formatAtLeast = (count: number, isComplete: boolean): string =>
  isComplete ? formatCount(count) : `at least ${formatCount(count)}`;

const steps = [
  { unit: "day", seconds: 86_400 },
  { unit: "hour", seconds: 3_600 },
  { unit: "minute", seconds: 60 },
] as const;

const relative = new Intl.RelativeTimeFormat("en-GB", { numeric: "always", style: "short" });

/** How long before `now` a moment was: "just now", "4 min ago", "2 days ago". Both in milliseconds. */
export function formatAgo(thenMs: number, nowMs: number): string {
  const seconds = Math.round((nowMs - thenMs) / 1000);
  if (seconds < 10) return "just now";
  for (const { unit, seconds: length } of steps) {
    if (seconds >= length) return relative.format(-Math.floor(seconds / length), unit).replace(".", "");
  }
  return `${seconds} s ago`;
}

/** A moment to the second with its zone, in the reader's own zone unless another is given. */
export const formatExact = (timeMs: number, timeZone?: string): string =>
  new Intl.DateTimeFormat("en-GB", {
    dateStyle: "medium",
    timeStyle: "long",
    ...(timeZone !== undefined && { timeZone }),
  }).format(timeMs);

/** The last six characters of an OCID: enough to tell two apart by eye. */
export const ocidTail = (ocid: string): string => ocid.slice(-6);

/** Oracle's code words as a person reads them: `NEEDS_ATTENTION` as "Needs attention". */
export function formatCode(code: string): string {
  const words = code.toLowerCase().replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
