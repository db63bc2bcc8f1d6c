import type { AssessedSecurityAttribute } from "@/lib/zpr/verdict-state";

/** Attributes as one cell of a file: `fin.tier:db; app.squad:blue (deleted)`. */
export const attributesText = (attributes: readonly AssessedSecurityAttribute[]): string =>
  attributes
    .map(({ namespace, key, value, unreadable, verdict }) => {
      const text = unreadable === null ? `${namespace}.${key}:${value}` : `${namespace}.${key} ${unreadable}`;
      return verdict.state === "ok" ? text : `${text} (${verdict.state})`;
    })
    .join("; ");

/** How many findings there are of each severity as one cell: `2 high, 1 low`; nothing for none. */
export const findingCountsText = ({
  high,
  medium,
  low,
}: {
  readonly high: number;
  readonly medium: number;
  readonly low: number;
}): string =>
  [
    [high, "high"],
    [medium, "medium"],
    [low, "low"],
  ]
    .filter(([count]) => count !== 0)
    .map(([count, word]) => `${count} ${word}`)
    .join(", ");
