const texts = new WeakMap<object, string>();

/**
 * Everything that free text is looked for in, in lower case. The texts of a row are put together once: rows are
 * immutable and live as long as their inventory.
 */
export function searchTextOf<T extends object>(row: T, textsOf: (row: T) => readonly string[]): string {
  const text = texts.get(row) ?? textsOf(row).join("\n").toLowerCase();
  texts.set(row, text);
  return text;
}

/** Whether every word of `q` is found in the row's texts, whatever the case. */
export function matchesText<T extends object>(
  row: T,
  q: string | undefined,
  textsOf: (row: T) => readonly string[],
): boolean {
  const words = (q ?? "")
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  return words.every((word) => searchTextOf(row, textsOf).includes(word));
}
